/// What a YAML parser stumbled over, in groups that have words of their own.
enum YamlSyntax: Sendable, Hashable {
    /// A list or mapping in brackets that isn't closed: what would go on with it, and where it begins.
    case openBracket(closing: Character, begin: Place?)
    case openQuote(begin: Place?)
    case keyExpected(begin: Place?)
    case itemExpected(begin: Place?)
    case valueExpected
    case colonExpected
    case colonNotPossible
    case itemNotPossible
    case tab
    case characterNotPossible
    case escape
    case nameExpected
    case blockHeader
    case secondValue
    case directive
    case tag
    case tooDeep
    case other

    /// From libyaml's words (scanner.c, parser.c), which are its only way to tell.
    init(problem: String, context: String, begin: Place?, byte: UInt8?) {
        switch problem {
        case "did not find expected ',' or ']'": self = .openBracket(closing: "]", begin: begin)
        case "did not find expected ',' or '}'": self = .openBracket(closing: "}", begin: begin)
        case "found unexpected end of stream", "found unexpected document indicator": self = .openQuote(begin: begin)
        case "did not find expected key": self = .keyExpected(begin: begin)
        case "did not find expected '-' indicator": self = .itemExpected(begin: begin)
        case "did not find expected node content": self = .valueExpected
        case "could not find expected ':'": self = .colonExpected
        case "mapping values are not allowed in this context", "mapping keys are not allowed in this context",
            "found unexpected ':'":
            self = .colonNotPossible
        case "block sequence entries are not allowed in this context": self = .itemNotPossible
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            self = .tab
        case "found character that cannot start any token": self = byte == 0x09 ? .tab : .characterNotPossible
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            self = .escape
        case "did not find expected alphabetic or numeric character": self = .nameExpected
        case "found an indentation indicator equal to 0": self = .blockHeader
        case "did not find expected comment or line break":
            self = context.contains("block scalar") ? .blockHeader : .directive
        case "did not find expected <document start>": self = .secondValue
        default:
            let both = problem + context
            self =
                both.contains("nesting level")
                ? .tooDeep
                : both.contains("directive") || both.contains("incompatible")
                    ? .directive : both.contains("tag") ? .tag : .other
        }
    }
}

import BalanceModel

/// Everything that can be wrong in a file; the words are in `Complaint+Words.swift`.
enum Complaint: Sendable, Hashable {
    // The file as text and as YAML
    case tooLarge
    case utf16
    case notUTF8(UInt8)
    case controlCharacter(UInt32)
    case notText(more: Int)
    case empty
    case severalDocuments
    case tooDeep
    case tooManyValues
    case aliasesBlowUp
    case tooManyDirectives
    case syntax(YamlSyntax)
    case undefinedAlias(String)
    case tag(String)
    case keyNotText
    case keyTwice(String, line: Int)

    // Keys and values
    case unknownKey(String, nearest: String?, known: [String])
    case missingKey(String, Expected)
    case wrong(key: String?, Expected, Found)
    case emptyText(key: String?)
    case lineBreak(key: String?)
    case languageCode(String)
    case yearKey(String)

    // Ids
    case badID(String)
    case idTwice(IDKind, String, line: Int)
    case undefined(IDKind, String, nearest: String?, known: [String])
    case claimWithoutClaims(String)
    case repeated(String)

    // What values say together
    case count(key: String, ClosedRange<Int>, found: Int)
    case allPointsZero
    case bothZero
    case levelAndAdvantage
    case noLevel
    case sameDynamics
    case needless(parameter: String, measure: String)
    case sameThresholds
    case otherModel(String, expected: String)

    case other(en: String, fr: String)
}

/// The kinds of things that have ids, each with ids of its own.
enum IDKind: Sendable, Hashable {
    case side, claim, dimension, indicator, dynamic, fact, scenario, takeaway
}

/// What a value must be.
enum Expected: Sendable, Hashable {
    case text
    case line
    case id
    case reference(IDKind)
    case number(Bounds)
    case whole(ClosedRange<Int>)
    case flag
    case choice([String])
    case list
    case mapping
    case date
    case pair
    case keyList
}

/// Numbers a value may have; never infinite and never NaN.
enum Bounds: Sendable, Hashable {
    /// Up to 1e15 both ways: differences and scales of such numbers are numbers still.
    case any

    case within(ClosedRange<Double>)
    case between(Double, Double)
    case above(Double)
    case notNegative

    func contains(_ x: Double) -> Bool {
        switch self {
        case .any: abs(x) <= 1e15
        case .within(let range): range.contains(x)
        case .between(let low, let high): x > low && x < high
        case .above(let low): x > low
        case .notNegative: x >= 0
        }
    }
}

/// What stands there instead.
enum Found: Sendable, Hashable {
    case nothing
    case plain(String)
    case quoted(String)
    case list
    case mapping

    init(_ node: Node) {
        switch node.content {
        case .scalar(let text, let plain): self = node.isNothing ? .nothing : plain ? .plain(text) : .quoted(text)
        case .sequence: self = .list
        case .mapping: self = .mapping
        case .unusable: self = .nothing
        }
    }
}

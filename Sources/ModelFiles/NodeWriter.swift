/// A tree of nodes to YAML that people like to read: one line where it fits, long text folded, everything else in blocks.
struct NodeWriter {
    private static let width = 120

    private var output = ""

    /// The text of a document with these keys; an empty line before each one that begins a list.
    static func text(_ pairs: [Node.Pair], spaced: Bool = false) -> String {
        var writer = NodeWriter()
        for pair in pairs {
            if spaced, case .sequence(let items) = pair.value.content, !items.isEmpty { writer.output += "\n" }
            writer.write(pair, indent: 0)
        }
        return writer.output
    }

    private mutating func write(_ pair: Node.Pair, indent: Int) {
        let key = Self.key(pair.key)
        output += key + ":"
        write(pair.value, indent: indent, column: indent + key.unicodeScalars.count + 2, afterKey: true)
    }

    /// Writes a value after a colon or a dash, with the line's end. `column` is where it would begin on the line.
    private mutating func write(_ node: Node, indent: Int, column: Int, afterKey: Bool) {
        var room = Self.width - column
        if let line = Self.line(node, &room) {
            output += " " + line + "\n"
            return
        }
        let inner = indent + 2
        switch node.content {
        case .scalar(let text, _):
            if let folded = Self.folded(text, indent: inner) {
                output += " >-\n" + folded
            } else {
                output += " " + Self.quoted(text) + "\n"
            }
        case .sequence(let items):
            output += "\n"
            for item in items {
                output += Self.spaces(inner) + "-"
                write(item, indent: inner, column: inner + 2, afterKey: false)
            }
        case .mapping(let pairs):
            output += afterKey ? "\n" : " "
            for (i, pair) in pairs.enumerated() {
                if afterKey || i > 0 { output += Self.spaces(inner) }
                write(pair, indent: inner)
            }
        case .unusable: output += " ~\n"
        }
    }

    /// The value on one line, if it takes no more than `room` columns, which it then uses up.
    private static func line(_ node: Node, _ room: inout Int) -> String? {
        switch node.content {
        case .scalar(let text, let plain):
            guard text.utf8.count <= 4 * max(0, room) else { return nil }
            let line = plain && isPlain(text) ? text : quoted(text)
            room -= line.unicodeScalars.count
            return room >= 0 ? line : nil
        case .sequence(let items):
            if items.contains(where: { if case .mapping = $0.content { true } else { false } }) { return nil }
            room -= 2
            var parts: [String] = []
            for item in items {
                guard let part = line(item, &room) else { return nil }
                parts.append(part)
                room -= 2
            }
            return room >= -2 ? "[" + parts.joined(separator: ", ") + "]" : nil
        case .mapping(let pairs):
            room -= 2
            var parts: [String] = []
            for pair in pairs {
                let key = key(pair.key)
                room -= key.unicodeScalars.count + 2
                guard let part = line(pair.value, &room) else { return nil }
                parts.append(key + ": " + part)
                room -= 2
            }
            return room >= -2 ? "{" + parts.joined(separator: ", ") + "}" : nil
        case .unusable: return "~"
        }
    }

    private static func key(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// Whether every reader of YAML takes the bare text as this text, number or switch.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        func isWord(_ byte: UInt8) -> Bool {
            (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F
        }
        guard text.utf8.allSatisfy({ isWord($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x2B }) else { return false }
        if first == 0x2D || first == 0x2B || first == 0x2E { return NumberText.looksLikeNumber(text) }
        return isWord(first) && !["null", "Null", "NULL"].contains(text)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x0A: result += "\\n"
            case 0x09: result += "\\t"
            default:
                if isRaw(scalar) {
                    result.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                }
            }
        }
        return result + "\""
    }

    /// Whether YAML allows the character itself and no reader takes it for a line break.
    private static func isRaw(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// The lines of a folded block: broken at single spaces, an empty line more for each line break of the text. `nil`
    /// when folding wouldn't give back the text.
    private static func folded(_ text: String, indent: Int) -> String? {
        let paragraphs = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = paragraphs.first, let last = paragraphs.last, !first.isEmpty, !last.isEmpty,
            paragraphs.allSatisfy({ $0.first != " " && $0.last != " " }),
            text.unicodeScalars.contains(" "), text.unicodeScalars.allSatisfy({ $0 == "\n" || isRaw($0) })
        else { return nil }
        var result = ""
        for (i, paragraph) in paragraphs.enumerated() {
            if i > 0 { result += "\n" }
            if !paragraph.isEmpty { fold(paragraph, indent, into: &result) }
        }
        return result
    }

    private static func fold(_ paragraph: Substring.UnicodeScalarView, _ indent: Int, into result: inout String) {
        var line = spaces(indent)
        var length = indent
        var isFirst = true
        for word in words(paragraph) {
            let width = word.count
            if !isFirst, length + 1 + width > Self.width {
                result += line + "\n"
                line = spaces(indent)
                length = indent
                isFirst = true
            }
            line += (isFirst ? "" : " ") + String(word)
            length += width + (isFirst ? 0 : 1)
            isFirst = false
        }
        result += line + "\n"
    }

    /// Pieces between single spaces; runs of spaces stay inside a piece.
    private static func words(_ scalars: Substring.UnicodeScalarView) -> [Substring.UnicodeScalarView] {
        var words: [Substring.UnicodeScalarView] = []
        var start = scalars.startIndex
        var spaces = 0
        for i in scalars.indices {
            if scalars[i] == " " {
                spaces += 1
            } else {
                if spaces == 1 {
                    words.append(scalars[start..<scalars.index(before: i)])
                    start = i
                }
                spaces = 0
            }
        }
        words.append(scalars[start...])
        return words
    }
}

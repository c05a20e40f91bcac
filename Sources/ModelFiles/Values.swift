import BalanceModel

/// Single values, each with a complaint and a harmless stand-in when it isn't what is expected.
extension ProblemLog {
    func wrong(_ node: Node, _ expected: Expected, key: String?) {
        if case .unusable = node.content { return }
        complain(.wrong(key: key, expected, Found(node)), at: node.place)
    }

    /// One string; with `multiline` it may have line breaks.
    func string(_ node: Node, key: String?, expected: Expected = .line, multiline: Bool = false) -> String {
        guard let text = node.text, !node.isNothing || text.isEmpty else {
            wrong(node, expected, key: key)
            return ""
        }
        if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) {
            complain(.emptyText(key: key), at: node.place)
        } else if !multiline, text.utf8.contains(0x0A) {
            complain(.lineBreak(key: key), at: node.place)
        }
        return text
    }

    /// A string, or strings by language.
    func text(_ node: Node, key: String?, multiline: Bool) -> LocalizedText {
        guard case .mapping(let pairs) = node.content else {
            return LocalizedText(string(node, key: key, expected: .text, multiline: multiline))
        }
        if pairs.isEmpty { complain(.emptyText(key: key), at: node.place) }
        return LocalizedText(
            entries: pairs.map { pair in
                if !Syntax.isLanguageCode(pair.key) { complain(.languageCode(pair.key), at: pair.keyPlace) }
                let text = string(pair.value, key: pair.key, multiline: multiline)
                return LocalizedText.Entry(language: pair.key, text: text)
            })
    }

    /// An id, checked for its form only.
    func id(_ node: Node, key: String?) -> String {
        guard let text = node.text, !text.isEmpty else {
            wrong(node, .id, key: key)
            return ""
        }
        if !Syntax.isID(text) { complain(.badID(text), at: node.place) }
        return text
    }

    func number(_ node: Node, _ bounds: Bounds, key: String?) -> Double {
        if case .scalar(let text, plain: true) = node.content, let x = NumberText.number(text), bounds.contains(x) {
            return x
        }
        wrong(node, .number(bounds), key: key)
        return 0
    }

    func whole(_ node: Node, _ range: ClosedRange<Int>, key: String?) -> Int {
        if case .scalar(let text, plain: true) = node.content, let x = NumberText.whole(text), range.contains(x) {
            return x
        }
        wrong(node, .whole(range), key: key)
        return range.lowerBound
    }

    func flag(_ node: Node, key: String?) -> Bool {
        switch node.text {
        case "on", "true", "yes": return true
        case "off", "false", "no": return false
        default:
            wrong(node, .flag, key: key)
            return false
        }
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ node: Node, key: String?) -> Choice? {
        if let choice = node.text.flatMap(Choice.init(rawValue:)) { return choice }
        wrong(node, .choice(Choice.allCases.map(\.rawValue)), key: key)
        return nil
    }

    func list(_ node: Node, key: String?) -> [Node]? {
        if case .sequence(let items) = node.content { return items }
        wrong(node, .list, key: key)
        return nil
    }

    func pairs(_ node: Node, key: String?) -> [Node.Pair]? {
        if case .mapping(let pairs) = node.content { return pairs }
        wrong(node, .mapping, key: key)
        return nil
    }

    /// A year, a year and month, or a day that exists.
    func date(_ node: Node, key: String?) -> String {
        if let text = node.text, Syntax.isDate(text) { return text }
        wrong(node, .date, key: key)
        return ""
    }
}

/// Forms of small texts.
enum Syntax {
    /// ASCII letters, digits and hyphens, 1…40 (contract §2).
    static func isID(_ text: String) -> Bool {
        let bytes = text.utf8
        return (1...40).contains(bytes.count)
            && bytes.allSatisfy { isDigit($0) || $0 == 0x2D || isLower($0 | 0x20) && $0 >= 0x41 }
    }

    /// Such as `fr` or `pt-br`.
    static func isLanguageCode(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.count <= 4, let first = parts.first, (2...3).contains(first.count) else { return false }
        return first.allSatisfy(isLower)
            && parts.dropFirst().allSatisfy {
                (2...8).contains($0.count) && $0.allSatisfy { isLower($0) || isDigit($0) }
            }
    }

    static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard [4, 7, 10].contains(bytes.count) else { return false }
        for (i, byte) in bytes.enumerated() {
            guard i == 4 || i == 7 ? byte == 0x2D : isDigit(byte) else { return false }
        }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        let year = number(0..<4)
        guard YearLimits.data.contains(year) else { return false }
        guard bytes.count > 4 else { return true }
        let month = number(5..<7)
        guard (1...12).contains(month) else { return false }
        guard bytes.count > 7 else { return true }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(number(8..<10))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}

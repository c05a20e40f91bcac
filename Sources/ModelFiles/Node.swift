/// A line and a column of a file, both from 1; columns count Unicode scalars. 0 where a value comes from no file.
public struct Place: Sendable, Hashable, Comparable {
    private let storedLine: Int32
    private let storedColumn: Int32
    public var line: Int { Int(storedLine) }
    public var column: Int { Int(storedColumn) }

    public init(line: Int, column: Int) {
        storedLine = Int32(clamping: line)
        storedColumn = Int32(clamping: column)
    }

    static let nowhere = Place(line: 0, column: 0)

    public static func < (a: Place, b: Place) -> Bool {
        (a.storedLine, a.storedColumn) < (b.storedLine, b.storedColumn)
    }
}

/// A value of a YAML document with its place. Aliases are resolved, keys are text and unique.
struct Node: Sendable {
    enum Content: Sendable {
        /// `plain`: written without quotes and not as a block, so that it may be a number or nothing at all.
        case scalar(String, plain: Bool)
        case sequence([Node])
        case mapping([Pair])
        /// Something already complained about.
        case unusable
    }

    struct Pair: Sendable {
        var key: String
        var keyPlace: Place
        var value: Node
    }

    var content: Content
    var place: Place

    init(_ content: Content, at place: Place = .nowhere) {
        self.content = content
        self.place = place
    }

    /// The text of a scalar, however it is written.
    var text: String? {
        if case .scalar(let text, _) = content { return text }
        return nil
    }

    /// The value of a key of a mapping.
    subscript(key: String) -> Node? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs.first { $0.key == key }?.value
    }

    /// An absent value: nothing after the colon, `~` or `null`.
    var isNothing: Bool {
        guard case .scalar(let text, plain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }
}

extension Node {
    /// The same values in the same notation, wherever they stand.
    func isSame(as other: Node) -> Bool {
        switch (content, other.content) {
        case (.scalar(let a, let plainA), .scalar(let b, let plainB)):
            a.utf8.elementsEqual(b.utf8) && plainA == plainB
        case (.sequence(let a), .sequence(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
        case (.mapping(let a), .mapping(let b)):
            a.count == b.count
                && zip(a, b).allSatisfy { $0.key.utf8.elementsEqual($1.key.utf8) && $0.value.isSame(as: $1.value) }
        case (.unusable, .unusable): true
        default: false
        }
    }
}

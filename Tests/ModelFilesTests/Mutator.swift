@testable import ModelFiles

/// Changes a YAML file in ways that files go wrong: bytes, tokens, lines, and the tree itself.
struct Mutator {
    var random: SplitMix

    private static let tokens: [[UInt8]] =
        [
            "{", "}", "[", "]", ",", ": ", "- ", "? ", "&a ", "*a", "!x ", "!!str ", "|", ">", ">-\n", "\"", "'", "#",
            "%TAG ! x",
            "---\n", "...\n", "<<: ", "\t", "\n", "\r", "\r\n", "  ", "~", "null", "on", "no", "0", "-1", "-0", "1e999",
            "1e-999",
            ".nan", "-.inf", "9999999999999999999999", "0x1F", "1_000", "01", "2025", "id: ", "points: ", "\\", "\"\\x",
            "\\u",
            "\u{85}", "\u{2028}", "\u{FEFF}", "é", "e\u{301}", "💥", "\u{202E}", "\0", "\u{7F}", "\u{1B}[2J", "&a [*a]",
            "{&a : *a}",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2], [0xFF, 0xFE],
        ]

    /// One to four changes.
    mutating func mutate(_ original: [UInt8]) -> [UInt8] {
        if random.chance(25), let root = NodeComposer.compose(original).root {
            return Array(NodeWriter.text([.init("x", mutate(root))]).utf8.dropFirst(2))
        }
        var bytes = original
        for _ in 0...random.below(4) { change(&bytes) }
        return bytes
    }

    private mutating func range(_ bytes: [UInt8], _ longest: Int) -> Range<Int> {
        let start = random.below(bytes.count + 1)
        return start..<min(bytes.count, start + random.below(longest))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let token = Self.tokens[random.below(Self.tokens.count)]
        switch random.below(9) {
        case 0: if !bytes.isEmpty { bytes[random.below(bytes.count)] = UInt8(truncatingIfNeeded: random.next()) }
        case 1: if !bytes.isEmpty { bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8)) }
        case 2: bytes.insert(contentsOf: token, at: random.below(bytes.count + 1))
        case 3: bytes.replaceSubrange(range(bytes, 12), with: token)
        case 4: bytes.removeSubrange(range(bytes, 40))
        case 5: bytes.removeLast(min(bytes.count, random.below(200)))
        case 6: bytes.insert(contentsOf: bytes[range(bytes, 120)], at: random.below(bytes.count + 1))
        case 7: swapLines(&bytes)
        default: changeValue(&bytes, token)
        }
    }

    private mutating func swapLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let (a, b) = (random.below(lines.count), random.below(lines.count))
        if random.chance(50) {
            lines.swapAt(a, b)
        } else if random.chance(50) {
            lines.insert(lines[a], at: b)
        } else {
            // Another indentation.
            lines[a] = [UInt8](repeating: 0x20, count: random.below(8)) + lines[a].drop { $0 == 0x20 }
        }
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    /// Replaces what stands after a colon.
    private mutating func changeValue(_ bytes: inout [UInt8], _ token: [UInt8]) {
        let start = random.below(bytes.count + 1)
        guard let colon = bytes[start...].firstIndex(of: 0x3A) else { return }
        let end = bytes[colon...].firstIndex { [0x0A, 0x2C, 0x7D].contains($0) } ?? bytes.count
        bytes.replaceSubrange(min(colon + 1, end)..<end, with: [0x20] + token)
    }

    // MARK: The tree

    private static let values: [Node] = [
        .plain("0"), .plain("-1"), .plain("1e300"), .plain("1e-300"), .plain("null"), .quoted(""), .quoted("x"),
        .list([]),
        .set([]), .list([.plain("1"), .plain("2")]), .set([.init("en", .quoted("x"))]), .plain("on"), .plain("2025"),
    ]

    private mutating func mutate(_ node: Node) -> Node {
        let isLeaf = random.chance(8)
        switch node.content {
        case .sequence(var items) where !isLeaf && !items.isEmpty:
            let i = random.below(items.count)
            switch random.below(8) {
            case 0: items.remove(at: i)
            case 1: items.insert(items[i], at: random.below(items.count))
            case 2: items.swapAt(i, random.below(items.count))
            default: items[i] = mutate(items[i])
            }
            return Node(.sequence(items))
        case .mapping(var pairs) where !isLeaf && !pairs.isEmpty:
            let i = random.below(pairs.count)
            switch random.below(8) {
            case 0: pairs.remove(at: i)
            case 1: pairs[i].key += "x"
            case 2: pairs[i].key = pairs[random.below(pairs.count)].key
            case 3: pairs[i].value = pairs[random.below(pairs.count)].value
            default: pairs[i].value = mutate(pairs[i].value)
            }
            return Node(.mapping(pairs))
        default:
            return Self.values[random.below(Self.values.count)]
        }
    }
}

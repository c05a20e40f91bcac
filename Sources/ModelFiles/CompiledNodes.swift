/// A tree of nodes as bytes that are quick to read: how the bundled models are compiled into the program.
///
/// A header, then each node as a number whose two lowest bits are its kind and whose others are its length: the bytes of
/// a text, the items of a list, the pairs of a mapping (each key a length and bytes). Numbers are LEB128. No places.
enum CompiledNodes {
    private static let header: [UInt8] = Array("FULCRUM".utf8) + [1]
    private static let plain = 0
    private static let quoted = 1
    private static let sequence = 2
    private static let mapping = 3

    static func encode(_ root: Node) -> [UInt8] {
        var bytes = header
        write(root, &bytes)
        return bytes
    }

    private static func write(_ node: Node, _ bytes: inout [UInt8]) {
        switch node.content {
        case .scalar(let text, let isPlain):
            write(text.utf8.count << 2 | (isPlain ? plain : quoted), &bytes)
            bytes += text.utf8
        case .sequence(let items):
            write(items.count << 2 | sequence, &bytes)
            for item in items { write(item, &bytes) }
        case .mapping(let pairs):
            write(pairs.count << 2 | mapping, &bytes)
            for pair in pairs {
                write(pair.key.utf8.count, &bytes)
                bytes += pair.key.utf8
                write(pair.value, &bytes)
            }
        case .unusable: write(Node(.scalar("", plain: true)), &bytes)
        }
    }

    private static func write(_ number: Int, _ bytes: inout [UInt8]) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// The tree, or `nil` when the bytes are of another version or damaged.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Node? {
        guard bytes.starts(with: header) else { return nil }
        var reader = Reader(bytes: bytes, position: header.count)
        guard let root = reader.node(depth: 1), reader.position == bytes.count else { return nil }
        return root
    }

    private struct Reader {
        let bytes: UnsafeBufferPointer<UInt8>
        var position: Int

        mutating func number() -> Int? {
            var result: UInt = 0
            for shift in stride(from: 0 as UInt, through: 28, by: 7) {
                guard position < bytes.count else { return nil }
                let byte = bytes[position]
                position += 1
                result |= UInt(byte & 0x7F) << shift
                if byte < 0x80 { return Int(result) }
            }
            return nil
        }

        mutating func text(_ count: Int) -> String? {
            guard count <= bytes.count - position else { return nil }
            defer { position += count }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<position + count]), as: UTF8.self)
        }

        mutating func node(depth: Int) -> Node? {
            guard depth <= ReadingLimits.depth, let head = number() else { return nil }
            let count = head >> 2
            // Each item takes a byte at least.
            guard count <= bytes.count - position else { return nil }
            switch head & 3 {
            case CompiledNodes.sequence:
                var items: [Node] = []
                items.reserveCapacity(count)
                for _ in 0..<count {
                    guard let item = node(depth: depth + 1) else { return nil }
                    items.append(item)
                }
                return Node(.sequence(items))
            case CompiledNodes.mapping:
                var pairs: [Node.Pair] = []
                pairs.reserveCapacity(count)
                for _ in 0..<count {
                    guard let length = number(), let key = text(length), let value = node(depth: depth + 1)
                    else { return nil }
                    pairs.append(Node.Pair(key: key, keyPlace: .nowhere, value: value))
                }
                return Node(.mapping(pairs))
            case let kind:
                return text(count).map { Node(.scalar($0, plain: kind == CompiledNodes.plain)) }
            }
        }
    }
}

/// Bounds on what is read, so that no file can make the program slow or large.
enum ReadingLimits {
    /// Bytes of a file (contract §2).
    static let bytes = 4 << 20
    /// Levels of lists and keys inside each other; a model needs 9.
    static let depth = 32
    /// Size of a document after aliases are resolved: the bytes of its texts and `valueSize` for each value.
    static let expandedSize = 8 << 20
    static let valueSize = 32
    /// Lines that begin with `%TAG`: the parser compares each with all others.
    static let tagDirectives = 8
}

/// The bytes of a file, checked before the YAML parser sees them.
struct SourceText {
    /// UTF-8 without byte order mark; forbidden characters replaced by harmless ones of the same length.
    private(set) var bytes: [UInt8]
    private(set) var problems: [Problem] = []
    /// False when the text can't be parsed at all.
    private(set) var isReadable = true

    init(_ input: some Sequence<UInt8>) {
        bytes = Array(input)
        if bytes.count > ReadingLimits.bytes {
            refuse(.tooLarge, Place(line: 1, column: 1))
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            refuse(.utf16, Place(line: 1, column: 1))
        } else {
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
            scan()
        }
    }

    private mutating func refuse(_ complaint: Complaint, _ place: Place) {
        problems.append(Problem(complaint, at: place))
        isReadable = false
    }

    private mutating func scan() {
        var found: [(place: Place, scalar: UInt32, at: Int, length: Int)] = []
        let refused = bytes.withUnsafeBufferPointer { Self.scan($0, &found) }
        // Each is a mistake in a text; hundreds of them are no text at all, and no list to read.
        let (most, shown) = (40, 10)
        if found.count > most {
            let rest = found[shown...]
            found.removeSubrange(shown...)
            for one in found { problems.append(Problem(.controlCharacter(one.scalar), at: one.place)) }
            return refuse(.notText(more: rest.count), rest.first?.place ?? Place(line: 1, column: 1))
        }
        for one in found {
            problems.append(Problem(.controlCharacter(one.scalar), at: one.place))
            replace(one.at, one.length)
        }
        if let refused { refuse(refused.complaint, refused.place) }
    }

    private static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ found: inout [(place: Place, scalar: UInt32, at: Int, length: Int)]
    ) -> (complaint: Complaint, place: Place)? {
        var i = 0
        var line = 1
        var column = 1
        var directives = 0
        while i < bytes.count {
            let byte = bytes[i]
            if byte == 0x0A || byte == 0x0D {
                i += byte == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A ? 2 : 1
                line += 1
                column = 1
                continue
            }
            let place = Place(line: line, column: column)
            guard let length = UTF8Scan.length(in: bytes, at: i) else { return (.notUTF8(byte), place) }
            if byte == 0x25, column == 1, bytes[i...].starts(with: "%TAG".utf8) {
                directives += 1
                guard directives <= ReadingLimits.tagDirectives else { return (.tooManyDirectives, place) }
            }
            if byte != 0x09, let scalar = UTF8Scan.forbidden(in: bytes, at: i, length: length) {
                found.append((place, scalar, i, length))
            }
            i += length
            column += 1
        }
        return nil
    }

    private mutating func replace(_ i: Int, _ length: Int) {
        let stand: [UInt8] = length == 1 ? [0x5F] : length == 2 ? [0xC2, 0xBF] : [0xEF, 0xBF, 0xBD]
        for k in 0..<length { bytes[i + k] = stand[k] }
    }
}

/// Texts made comparable: small letters, no accents, one kind of space and apostrophe (method of the search).
///
/// Letters are taken apart by their Unicode names (“LATIN SMALL LETTER E WITH ACUTE”, “LATIN SMALL LIGATURE OE”), so no table
/// of accented letters is needed.
enum Folding {
    /// A folded text as UTF-8.
    static func fold(_ text: some StringProtocol) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result
    }

    /// The folded text with, for each of its bytes, the place of the character it came from.
    static func foldWithPlaces(_ text: String) -> (bytes: [UInt8], places: [Int]) {
        var bytes: [UInt8] = []
        var places: [Int] = []
        for (place, character) in text.enumerated() {
            for scalar in character.unicodeScalars { append(scalar, to: &bytes) }
            places += Array(repeating: place, count: bytes.count - places.count)
        }
        return (bytes, places)
    }

    /// The words of a query, folded.
    static func words(_ query: String) -> [[UInt8]] {
        fold(query).split(separator: 0x20).map(Array.init)
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
        let value = scalar.value
        if value < 0x80 {
            let byte = UInt8(value)
            // A hyphen parts words as a space does: “etats unis” finds “États-Unis”.
            result.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte == 0x2D || byte < 0x20 ? 0x20 : byte)
            return
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .format: return
        case .spaceSeparator, .dashPunctuation: result.append(0x20)
        case .initialPunctuation, .finalPunctuation:
            result.append(value == 0x2018 || value == 0x2019 ? 0x27 : 0x22)
        default:
            result += (base(scalar) ?? scalar.properties.lowercaseMapping).utf8
        }
    }

    /// The plain letters of a Latin letter or ligature; `nil` for everything else.
    private static func base(_ scalar: Unicode.Scalar) -> String? {
        guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
        if name.contains("SHARP S") { return "ss" }
        let words = name.split(separator: " ")
        let letter = words.firstIndex(of: "WITH").map { words[..<$0] } ?? words[...]
        guard let last = letter.last, last.count <= 2 else { return nil }
        return last.lowercased()
    }
}

extension [UInt8] {
    /// Where `part` first stands, from `start` on.
    func place(of part: [UInt8], from start: Int = 0) -> Int? {
        guard let first = part.first, count >= part.count else { return nil }
        var place = start
        while place <= count - part.count {
            if self[place] == first, self[place..<place + part.count].elementsEqual(part) { return place }
            place += 1
        }
        return nil
    }

    /// Whether `part` stands at the start of a word.
    func startsWord(_ part: [UInt8]) -> Bool {
        var from = 0
        while let place = place(of: part, from: from) {
            if place == 0 || !Self.isLetter(self[place - 1]) { return true }
            from = place + 1
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}

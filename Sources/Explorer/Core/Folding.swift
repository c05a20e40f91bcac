import Wording

/// Folded texts as bytes, which a search compares fast.
enum Folding {
    /// A folded text as UTF-8.
    static func fold(_ text: some StringProtocol) -> [UInt8] { Array(folded(text).utf8) }

    /// The folded text with, for each of its bytes, the place of the character it came from.
    static func foldWithPlaces(_ text: String) -> (bytes: [UInt8], places: [Int]) {
        var bytes: [UInt8] = []
        var places: [Int] = []
        for (place, character) in text.enumerated() {
            bytes += fold(String(character))
            places += Array(repeating: place, count: bytes.count - places.count)
        }
        return (bytes, places)
    }

    /// The words of a query, folded.
    static func words(_ query: String) -> [[UInt8]] {
        fold(query).split(separator: 0x20).map(Array.init)
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

/// A text as a search compares it: lower case, without accents, ligatures apart, with plain quotes; hyphens and dashes
/// part words as spaces do, so that “etats unis” finds “États-Unis”.
///
/// “Œuvre déployée” becomes “oeuvre deployee”. Works character by character, so that the folded texts of two parts
/// joined are the joined folded parts; other scripts only lose their case and marks.
public func folded(_ text: some StringProtocol) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { Folding.append(scalar, to: &result) }
    return result
}

/// How well `query` fits a text, 0 best: 0 its beginning, 1 the beginning of a word, 2 anywhere, 3 its letters in
/// order with others between; `nil` when it does not. Case and accents don't count; an empty query fits everything.
public func matchRank(_ query: some StringProtocol, in text: some StringProtocol) -> Int? {
    Folding.rank(Array(folded(query).unicodeScalars), Array(folded(text).unicodeScalars))
}

private enum Folding {
    /// Latin letters with something on them, from À to ɏ, by the letters under it.
    static let latin: [String] = (UInt32(0xC0)...0x24F).map(base)
    /// Latin letters with more than one thing on them, as in Vietnamese.
    static let latinAdditional: [String] = (UInt32(0x1E00)...0x1EFF).map(base)

    static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar.value {
        case 0x41...0x5A: result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
        case 0...0x1F, 0x2D: result += " "
        case 0...0x7F: result.unicodeScalars.append(scalar)
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2010...0x2015, 0x2212: result += " "
        case 0x2018, 0x2019, 0x02BC: result += "'"
        case 0x201C, 0x201D, 0xAB, 0xBB: result += "\""
        case 0x2026: result += "..."
        case 0xC0...0x24F: result += latin[Int(scalar.value - 0xC0)]
        case 0x1E00...0x1EFF: result += latinAdditional[Int(scalar.value - 0x1E00)]
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark, .format: break
            default: result += scalar.properties.lowercaseMapping
            }
        }
    }

    /// The plain letters in a Latin letter's Unicode name: “LATIN SMALL LETTER E WITH ACUTE” is e.
    private static func base(_ value: UInt32) -> String {
        guard let scalar = Unicode.Scalar(value) else { return "" }
        let lower = scalar.properties.lowercaseMapping
        guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return lower }
        let words = name.split(separator: " ")
        guard let place = words.firstIndex(where: { $0 == "LETTER" || $0 == "LIGATURE" }) else { return lower }
        let letters = words[(place + 1)...].prefix { $0 != "WITH" }
        switch letters.first {
        case "SHARP": return "ss"
        case "LONG" where letters.last == "S", "DOTLESS": return String(letters.last ?? "").lowercased()
        case let only? where letters.count == 1 && only.count <= 2: return only.lowercased()
        default: return lower
        }
    }

    static func rank(_ query: [Unicode.Scalar], _ text: [Unicode.Scalar]) -> Int? {
        guard !query.isEmpty else { return 0 }
        guard query.count <= text.count else { return nil }
        var best: Int?
        for start in 0...(text.count - query.count) where text[start..<(start + query.count)].elementsEqual(query) {
            if start == 0 { return 0 }
            if !text[start - 1].properties.isAlphabetic { return 1 }
            best = 2
        }
        if best != nil { return best }
        var next = 0
        for scalar in text where next < query.count && scalar == query[next] { next += 1 }
        return next == query.count ? 3 : nil
    }
}

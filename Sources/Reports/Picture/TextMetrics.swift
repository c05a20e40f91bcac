import CellGrid

/// How wide a text may become in whatever sans-serif font a viewer has: estimates on the wide side (those of DejaVu
/// Sans, wider than Arial or Helvetica), so that nothing overlaps or is cut.
enum TextMetrics {
    /// In the unit of `size`.
    static func width(_ text: String, size: Double, bold: Bool = false) -> Double {
        text.reduce(0) { $0 + advance($1) } * size * (bold ? 1.12 : 1)
    }

    /// Cut with an ellipsis where it is wider than `width`.
    static func fitted(_ text: String, size: Double, bold: Bool = false, to width: Double) -> String {
        guard self.width(text, size: size, bold: bold) > width else { return text }
        let room = width / size / (bold ? 1.12 : 1) - advance("…")
        var result = ""
        var used = 0.0
        for character in text {
            used += advance(character)
            if used > room { break }
            result.append(character)
        }
        while result.last == " " { result.removeLast() }
        return result + "…"
    }

    /// Part of the font size.
    private static func advance(_ character: Character) -> Double {
        switch character {
        case "i", "j", "l", "'", "’", "|": 0.32
        case " ", "\u{A0}", "\u{202F}", ".", ",", ":", ";", "I", "J", "·", "!", "ı": 0.35
        case "f", "r", "t", "(", ")", "[", "]", "-", "‑", "/", "\\", "“", "”", "\"": 0.52
        case "m", "M", "W", "w", "%", "@", "—", "…", "Œ", "Æ", "œ", "æ", "+", "−", "<", ">", "=", "×": 1.0
        case "a"..."z", "0"..."9", "–": 0.65
        case "A"..."Z": 0.80
        default: DisplayWidth.width(of: character) == 2 ? 1.1 : isSmallLatin(character) ? 0.65 : 0.85
        }
    }

    private static func isSmallLatin(_ character: Character) -> Bool {
        character.isLowercase && (character.unicodeScalars.first?.value ?? 0x300) < 0x300
    }
}

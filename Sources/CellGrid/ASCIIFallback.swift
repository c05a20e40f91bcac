/// Stand-ins for terminals that show ASCII only: one column for one column, so that nothing moves.
public enum ASCIIFallback {
    /// The cell with an ASCII character; the two halves of a wide glyph become “?” and a space.
    public static func cell(_ cell: Cell) -> Cell {
        if cell.width == 0 { return Cell(style: cell.style) }
        if (0x20..<0x7F).contains(cell.scalar) && cell.width == 1 {
            return Cell(scalar: cell.scalar, style: cell.style)
        }
        if cell.width == 2 { return Cell(scalar: UInt32(UInt8(ascii: "?")), style: cell.style) }
        // A reversed part of a block is the rest of it: the open end of a bar that grows to the left.
        if cell.style.attributes.contains(.reverse), (0x2589...0x258F).contains(cell.scalar) {
            var style = cell.style
            style.attributes.remove(.reverse)
            return Cell(scalar: UInt32(character(0x2590 - (cell.scalar - 0x2588))), style: style)
        }
        return Cell(scalar: UInt32(character(cell.scalar)), style: cell.style)
    }

    /// A text in ASCII, a character for a character; line ends and other ASCII stay as they are.
    public static func text(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let bytes = text.flatMap { glyph in
            let scalar = glyph.unicodeScalars.first?.value ?? 0x20
            return scalar < 0x80 ? Array(glyph.utf8.prefix { $0 < 0x80 }) : [character(scalar)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The ASCII character for a scalar of one column; “?” where none comes near.
    public static func character(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0x20..<0x7F: UInt8(scalar)
        case 0xA0..<0x180: latin[Int(scalar - 0xA0)]
        case 0x2581...0x2588: lowerBlocks[Int(scalar - 0x2581)]
        case 0x2589...0x258F: scalar <= 0x258C ? UInt8(ascii: "#") : UInt8(ascii: " ")
        case 0x2800...0x28FF: dots(scalar - 0x2800)
        case 0x2500...0x257F: line(scalar)
        case 0x2002...0x200A: UInt8(ascii: " ")
        default: others[scalar] ?? UInt8(ascii: "?")
        }
    }

    private static func dots(_ bits: UInt32) -> UInt8 {
        switch bits.nonzeroBitCount {
        case 0: UInt8(ascii: " ")
        case 1...4: UInt8(ascii: ".")
        default: UInt8(ascii: ":")
        }
    }

    private static let acrossLines: Set<UInt32> = [
        0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576, 0x2578, 0x257A, 0x257C,
        0x257E,
    ]
    private static let uprightLines: Set<UInt32> = [
        0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579, 0x257B, 0x257D,
        0x257F,
    ]

    private static func line(_ scalar: UInt32) -> UInt8 {
        if acrossLines.contains(scalar) { return UInt8(ascii: "-") }
        if uprightLines.contains(scalar) { return UInt8(ascii: "|") }
        switch scalar {
        case 0x2571: return UInt8(ascii: "/")
        case 0x2572: return UInt8(ascii: "\\")
        case 0x2573: return UInt8(ascii: "X")
        default: return UInt8(ascii: "+")
        }
    }

    /// ▁▂▃▄▅▆▇█, the fuller the denser.
    private static let lowerBlocks = Array("_.:-=+*#".utf8)

    /// U+00A0…U+017F.
    private static let latin = Array(
        (" !cLoY|S\"ca\"!-r-o+23'uP.,1o\"????"
            + "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
            + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNn"
            + "OoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

    private static let others: [UInt32: UInt8] = {
        let pairs: [(String, String)] = [
            ("‐‑‒–—―−", "-------"), ("‘’‚‛“”„‹›", "'',`\"\"\"<>"), ("…", "~"), ("′″", "'\""),
            ("•‣∙⋅●◉◆■▪★✦", "***********"), ("○◯◌◇□▫☆✧", "oooooooo"), ("◐◑◒◓", "oooo"),
            ("←→↑↓↔↕", "<>^v-|"), ("⇐⇒⇑⇓⇔⇕", "<>^v=|"), ("↗↘↙↖", "/\\/\\"),
            ("▸▶►▷▹", ">>>>>"), ("◂◀◄◁◃", "<<<<<"), ("▴▲△▵", "^^^^"), ("▾▼▽▿", "vvvv"),
            ("✓✔☑", "+++"), ("✗✘✕✖☒☓", "xxxxxx"), ("⚠⚑⚐⚖", "!!!T"), ("⊕⊖⊗⊘", "+-x/"),
            ("≈∼≃", "~~~"), ("≤≥≠≡≪≫", "<>#=<>"), ("∞√∑∏∆∂∫", "8vSPDdS"), ("€‰†‡№™", "E%++NT"),
            ("▓▒░", "#::"), ("▐▔▕▀", "##|\""), ("▖▗▘▝▙▛▜▟▚▞", "..''######"), ("\u{202F}\u{205F}\u{3000}", "   "),
            ("αβγδεζηθικλμνξοπρστυφχψω", "abgdezhtiklmnxoprstyfkpw"),
            ("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "ABGDEZHTIKLMNXOPRSTYFKPW"),
            ("₀₁₂₃₄₅₆₇₈₉", "0123456789"), ("⁰⁴⁵⁶⁷⁸⁹⁺⁻", "0456789+-"),
        ]
        var result: [UInt32: UInt8] = [:]
        for (from, to) in pairs {
            for (scalar, byte) in zip(from.unicodeScalars, to.utf8) { result[scalar.value] = byte }
        }
        return result
    }()
}

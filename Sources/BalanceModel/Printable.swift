/// Text from outside (files, arguments, names that readers give) made safe to show: nothing in it can command a terminal,
/// break a line or turn it around.
public enum Printable {
    /// Control, format, separator and unassigned characters as `\u{…}`, and an ellipsis where more than `limit` scalars
    /// are cut: for what is quoted in a message.
    public static func text(_ text: String, limit: Int = .max) -> String {
        var result = ""
        for (count, scalar) in text.unicodeScalars.enumerated() {
            guard count < limit else { return result + "…" }
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .format, .unassigned, .privateUse:
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text as it is, joined emoji and all, but with U+FFFD for what commands a terminal or turns a line around. Tabs
    /// and line feeds stay.
    public static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isCommand) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isCommand(scalar) ? "\u{FFFD}" : scalar) }
        return String(result)
    }

    /// Controls but tab and line feed, line and paragraph separators, directional marks and overrides, invisible operators,
    /// tags.
    public static func isCommand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x180E, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}

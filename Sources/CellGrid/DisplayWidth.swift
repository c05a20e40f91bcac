/// How many columns text takes on a terminal, by grapheme cluster (Unicode 15 East Asian Width and emoji).
public enum DisplayWidth {
    /// Columns of a text; control characters count as the visible sign that `Grid` draws for them.
    public static func of(_ text: some StringProtocol) -> Int {
        simpleCount(text) ?? text.reduce(0) { $0 + width(of: $1) }
    }

    /// The number of scalars of a text all of whose scalars are simple: then each takes one column. `nil` for others.
    static func simpleCount(_ text: some StringProtocol) -> Int? {
        var count = 0
        for scalar in text.unicodeScalars {
            guard isSimple(scalar.value) else { return nil }
            count += 1
        }
        return count
    }

    /// Scalars of one column that join no cluster with each other: what almost all of a screen is made of. Finding
    /// clusters costs ten times as much.
    private static func isSimple(_ value: UInt32) -> Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x17F, 0x2010...0x2027, 0x202F...0x205E, 0x2190...0x21FF, 0x2200...0x22FF,
            0x2500...0x25FC, 0x2713, 0x2717, 0x2800...0x28FF:
            true
        default: false
        }
    }

    /// 1 or 2.
    public static func width(of character: Character) -> Int {
        var widest = 0
        var count = 0
        var regional = 0
        for scalar in character.unicodeScalars {
            if scalar.value == 0xFE0F && count > 0 { return 2 }  // emoji presentation
            if (0x1F1E6...0x1F1FF).contains(scalar.value) { regional += 1 }
            widest = max(widest, width(of: scalar))
            count += 1
        }
        // A flag is two regional indicators; a lone one is drawn in one column.
        return regional >= 2 ? 2 : max(1, widest)
    }

    /// 0 for marks, 2 for wide scalars, else 1.
    public static func width(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        if isMark(scalar) { return 0 }
        return isWide(value) ? 2 : 1
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return scalar.value != 0x00AD
        default: return (0x1160...0x11FF).contains(scalar.value)
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        var low = 0
        var high = wide.count
        while low < high {
            let middle = (low + high) / 2
            if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < wide.count && wide[low].contains(value)
    }

    /// East Asian Width W and F, and emoji with default emoji presentation; ascending.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0, 0x23F3...0x23F3,
        0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
        0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
        0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
        0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
        0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x2E99,
        0x2E9B...0x2EF3, 0x2F00...0x2FD5, 0x2FF0...0x303E, 0x3041...0x3096, 0x3099...0x30FF, 0x3105...0x312F,
        0x3131...0x318E, 0x3190...0x31E3, 0x31EF...0x321E, 0x3220...0x3247, 0x3250...0x4DBF, 0x4E00...0xA48C,
        0xA490...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE52,
        0xFE54...0xFE66, 0xFE68...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE4, 0x16FF0...0x16FF1,
        0x17000...0x187F7, 0x18800...0x18CD5, 0x18D00...0x18D08, 0x1AFF0...0x1AFF3, 0x1AFF5...0x1AFFB,
        0x1AFFD...0x1AFFE, 0x1B000...0x1B122, 0x1B132...0x1B132, 0x1B150...0x1B152, 0x1B155...0x1B155,
        0x1B164...0x1B167, 0x1B170...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
        0x1F191...0x1F19A, 0x1F200...0x1F202, 0x1F210...0x1F23B, 0x1F240...0x1F248, 0x1F250...0x1F251,
        0x1F260...0x1F265, 0x1F300...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393,
        0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E,
        0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567,
        0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5,
        0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC,
        0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945,
        0x1F947...0x1F9FF, 0x1FA70...0x1FA7C, 0x1FA80...0x1FA88, 0x1FA90...0x1FABD, 0x1FABF...0x1FAC5,
        0x1FACE...0x1FADB, 0x1FAE0...0x1FAE8, 0x1FAF0...0x1FAF8, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}

extension String {
    /// Cut to `width` columns, with an ellipsis where something is lost.
    public func fitted(to width: Int) -> String {
        guard width > 0 else { return "" }
        guard DisplayWidth.of(self) > width else { return self }
        var result = ""
        var used = 0
        for character in self {
            let columns = DisplayWidth.width(of: character)
            if used + columns > width - 1 { break }
            result.append(character)
            used += columns
        }
        while result.last == " " { result.removeLast() }
        return result + "…"
    }

    /// With “ …” after it for what follows on; whole words give way for it where they can.
    public func continued(within width: Int) -> String {
        var text = self[...]
        while DisplayWidth.of(text) + 2 > width, let space = text.lastIndex(of: " ") { text = text[..<space] }
        return (String(text) + " …").fitted(to: width)
    }

    /// Fitted, then filled with spaces to exactly `width` columns.
    public func padded(to width: Int, alignRight: Bool = false) -> String {
        let cut = fitted(to: width)
        let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(cut)))
        return alignRight ? space + cut : cut + space
    }

    /// Broken into lines of at most `width` columns at spaces (never at no-break ones); a longer word is broken.
    public func wrapped(to width: Int) -> [String] {
        guard width > 0 else { return [] }
        var lines: [String] = []
        for paragraph in split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            var used = 0
            for word in paragraph.split(separator: " ", omittingEmptySubsequences: true) {
                var rest = word
                while true {
                    let columns = DisplayWidth.of(rest)
                    let gap = used == 0 ? 0 : 1
                    if used + gap + columns <= width {
                        line += (gap == 1 ? " " : "") + rest
                        used += gap + columns
                        break
                    }
                    if used > 0 {
                        lines.append(line)
                        line = ""
                        used = 0
                        continue
                    }
                    let head = rest.prefixFitting(width)
                    lines.append(String(head))
                    rest = rest[head.endIndex...]
                    if rest.isEmpty { break }
                }
            }
            lines.append(line)
        }
        return lines
    }
}

extension Substring {
    /// The longest start of at most `width` columns, one character at least.
    fileprivate func prefixFitting(_ width: Int) -> Substring {
        var used = 0
        var end = startIndex
        while end < endIndex {
            used += DisplayWidth.width(of: self[end])
            if used > width && end > startIndex { break }
            end = index(after: end)
        }
        return self[startIndex..<end]
    }
}

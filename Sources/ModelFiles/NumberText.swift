/// Years a file may name.
enum YearLimits {
    static let base = 1900...2200
    static let data = 1000...2999
}

/// Numbers as files have them: decimal, with a point, as in YAML 1.2; no leading zeros, separators or other bases,
/// which readers of YAML take in different ways.
enum NumberText {
    /// The number, or `nil` when `text` isn't one or is too large to be finite.
    static func number(_ text: String) -> Double? {
        var copy = text
        return copy.withUTF8 { parse($0) } ?? slow(text)
    }

    /// A whole number without a fraction or exponent.
    static func whole(_ text: String) -> Int? {
        guard let scan = scan(text), scan.isWhole else { return nil }
        return Int(text)
    }

    static func looksLikeNumber(_ text: String) -> Bool { scan(text) != nil }

    /// The shortest text that reads back as the same number.
    static func text(_ x: Double) -> String {
        x == x.rounded() && abs(x) < 1e15 ? String(Int(x)) : "\(x)"
    }

    /// Up to 15 digits and powers of ten up to 22 are exact in a Double, so one division or product rounds correctly
    /// (Clinger 1990); `nil` for anything else.
    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        guard let scan = Scan(bytes), scan.digits <= 15, scan.exponent == 0 else { return nil }
        var mantissa = 0
        for byte in bytes where byte >= 0x30 && byte <= 0x39 { mantissa = mantissa * 10 + Int(byte - 0x30) }
        let size = Double(mantissa) / powersOfTen[scan.fractionDigits]
        return scan.isNegative ? -size : size
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private static func slow(_ text: String) -> Double? {
        guard text.utf8.count <= 400, scan(text) != nil, let x = Double(text), x.isFinite else { return nil }
        return x
    }

    private static func scan(_ text: String) -> Scan? {
        var copy = text
        return copy.withUTF8 { Scan($0) }
    }

    /// The parts of `[-+]?(0|[1-9][0-9]*)(\.[0-9]*)?([eE][-+]?[0-9]+)?`, or the same beginning with a point.
    private struct Scan {
        var isNegative = false
        /// Digits before the exponent.
        var digits = 0
        var fractionDigits = 0
        var hasPoint = false
        /// 1 when there is an exponent.
        var exponent = 0
        var isWhole: Bool { !hasPoint && exponent == 0 }

        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            var i = 0
            func isDigit(_ k: Int) -> Bool { k < bytes.count && bytes[k] >= 0x30 && bytes[k] <= 0x39 }
            func isSign(_ k: Int) -> Bool { k < bytes.count && (bytes[k] == 0x2B || bytes[k] == 0x2D) }
            if isSign(0) {
                isNegative = bytes[0] == 0x2D
                i = 1
            }
            if i < bytes.count, bytes[i] == 0x30, isDigit(i + 1) { return nil }
            while isDigit(i) { (i, digits) = (i + 1, digits + 1) }
            if i < bytes.count, bytes[i] == 0x2E {
                hasPoint = true
                i += 1
                while isDigit(i) { (i, digits, fractionDigits) = (i + 1, digits + 1, fractionDigits + 1) }
            }
            guard digits > 0 else { return nil }
            if i < bytes.count, bytes[i] | 0x20 == 0x65 {
                exponent = 1
                i += isSign(i + 1) ? 2 : 1
                guard isDigit(i) else { return nil }
                while isDigit(i) { i += 1 }
            }
            guard i == bytes.count else { return nil }
        }
    }
}

/// UTF-8 as table 3-7 of the Unicode standard has it, on plain bytes.
enum UTF8Scan {
    /// The length in bytes of the character that begins at `i`; `nil` when none validly does.
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
        let first = bytes[i]
        let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, i + length <= bytes.count else { return nil }
        guard length > 1 else { return 1 }
        let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard bytes[i + 1] >= low, bytes[i + 1] <= high else { return nil }
        for k in 2..<max(2, length) where bytes[i + k] & 0xC0 != 0x80 { return nil }
        return length
    }

    /// The character of `length` bytes at `i` when it is a control character other than line feed, a line or paragraph
    /// separator, a byte order mark or no character at all.
    static func forbidden(in bytes: UnsafeBufferPointer<UInt8>, at i: Int, length: Int) -> UInt32? {
        let first = UInt32(bytes[i])
        switch length {
        case 1:
            return (first < 0x20 && first != 0x0A) || first == 0x7F ? first : nil
        case 2:
            return first == 0xC2 && bytes[i + 1] < 0xA0 ? UInt32(bytes[i + 1]) : nil
        case 3 where first == 0xE2 || first == 0xEF:
            let scalar = (first & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
            return [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar) ? scalar : nil
        default:
            return nil
        }
    }

    /// The first forbidden character of a text that is valid UTF-8.
    static func firstForbidden(in bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
        var i = 0
        while i < bytes.count {
            guard let length = length(in: bytes, at: i) else { return 0xFFFD }
            if let scalar = forbidden(in: bytes, at: i, length: length) { return scalar }
            i += length
        }
        return nil
    }
}

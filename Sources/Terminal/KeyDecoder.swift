import CellGrid

/// Makes inputs of the bytes that a terminal sends.
///
/// Not curses' `get_wch`: that loses a character which a read cut in two, takes the keys behind an invalid byte with
/// it, hands unknown sequences out as typed text and knows no dragging. Unknown and malformed sequences are dropped
/// here; Alt with a key, which starts with an Escape, is one of them.
public struct KeyDecoder: Sendable {
    /// What the bytes beyond ASCII are.
    public enum Encoding: Sendable, Hashable {
        case utf8
        /// The scalars of the bytes 128…255; 0 where there is none.
        case singleByte([UInt32])
    }

    private let sequences: [[UInt8]: Key]
    private let longestSequence: Int
    private let encoding: Encoding
    private var bytes: [UInt8] = []
    private var start = 0
    private var patienceOver = false

    /// `sequences` are those of the terminal's description; those of xterm and its kin are known.
    public init(sequences: [[UInt8]: Key] = [:], encoding: Encoding = .utf8) {
        self.sequences = sequences.filter { $0.key.count > 1 && $0.key.first == Byte.escape }
        longestSequence = self.sequences.keys.map(\.count).max() ?? 0
        self.encoding = encoding
    }

    /// Adds what was read.
    public mutating func feed(_ more: some Sequence<UInt8>) {
        if start > 0 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: more)
        patienceOver = false
    }

    /// Whether an Escape stands at the end that may be a key or the start of a sequence; valid after `next` gave `nil`.
    public var isUndecided: Bool { start < bytes.count && bytes[start] == Byte.escape }

    /// The time for the rest of a sequence is over: a lone Escape is a key, a part of a sequence is dropped.
    public mutating func decide() { patienceOver = true }

    /// The next input, `nil` when there is none or more bytes are needed.
    public mutating func next() -> Input? {
        while start < bytes.count {
            switch parse() {
            case .input(let input, let count):
                start += count
                return input
            case .nothing(let count):
                start += max(1, count)
            case .incomplete:
                guard patienceOver, bytes[start] == Byte.escape else { return nil }
                let alone = bytes.count - start == 1 || bytes[start + 1] == Byte.escape
                start = alone ? start + 1 : bytes.count
                if alone { return .key(.escape) }
            }
        }
        return nil
    }

    // MARK: One input

    private enum Parsed {
        case input(Input, Int)
        case nothing(Int)
        case incomplete
    }

    private enum Byte {
        static let escape: UInt8 = 0x1B
        static let delete: UInt8 = 0x7F
    }

    private func at(_ offset: Int) -> UInt8? {
        start + offset < bytes.count ? bytes[start + offset] : nil
    }

    private func parse() -> Parsed {
        let first = bytes[start]
        switch first {
        case Byte.escape: return parseEscape()
        case 0x08, Byte.delete: return .input(.key(.backspace), 1)
        case 0x09: return .input(.key(.tab), 1)
        case 0x0A, 0x0D: return .input(.key(.enter), 1)
        case 0x00: return .input(.key(.control(" ")), 1)
        case 0x01...0x1A: return .input(.key(.control(Character(Unicode.Scalar(first + 0x60)))), 1)
        case 0x1C...0x1F: return .input(.key(.control(Character(Unicode.Scalar(first + 0x40)))), 1)
        default: return parseCharacter()
        }
    }

    /// A scalar and the marks that came with it.
    private func parseCharacter() -> Parsed {
        let (scalar, length) = decodeScalar(at: start)
        guard length > 0 else { return .incomplete }
        guard let scalar, scalar.properties.generalCategory != .control else { return .nothing(length) }
        var text = String(scalar)
        var count = length
        while text.unicodeScalars.count < 16, start + count < bytes.count, bytes[start + count] >= 0x80 {
            let (mark, length) = decodeScalar(at: start + count)
            guard let mark, length > 0 else { break }
            var longer = text
            longer.unicodeScalars.append(mark)
            guard longer.count == 1 else { break }
            text = longer
            count += length
        }
        return .input(.key(.character(Character(text))), count)
    }

    /// The scalar at a place, `nil` where the bytes are none, and their number, 0 when the rest has yet to come.
    private func decodeScalar(at place: Int) -> (Unicode.Scalar?, Int) {
        let first = bytes[place]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        if case .singleByte(let table) = encoding {
            let index = Int(first) - 0x80
            let value = index < table.count ? table[index] : 0
            return (value == 0 ? nil : Unicode.Scalar(value), 1)
        }
        guard let length = Self.utf8Length(first) else { return (nil, 1) }
        for offset in 1..<length {
            guard place + offset < bytes.count else { return (nil, 0) }
            if bytes[place + offset] & 0xC0 != 0x80 { return (nil, offset) }
        }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
        let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
        return (value >= least[length] ? Unicode.Scalar(value) : nil, length)
    }

    private static func utf8Length(_ first: UInt8) -> Int? {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }

    // MARK: Sequences

    private func parseEscape() -> Parsed {
        guard let second = at(1) else { return .incomplete }
        if let known = parseKnownSequence() { return known }
        switch second {
        case UInt8(ascii: "["): return parseControlSequence(from: 2)
        case UInt8(ascii: "O"): return parseShiftThree(from: 2)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            return parseString()
        case Byte.escape: return parseTwoEscapes()
        case 0x80...: return parseAltCharacter()
        default: return .nothing(2)  // Alt and a key.
        }
    }

    private func parseKnownSequence() -> Parsed? {
        guard longestSequence > 0 else { return nil }
        for length in stride(from: min(longestSequence, bytes.count - start), through: 2, by: -1) {
            if let key = sequences[Array(bytes[start..<start + length])] { return .input(.key(key), length) }
        }
        let rest = bytes[start...]
        let isStart = rest.count < longestSequence && sequences.keys.contains { $0.starts(with: rest) }
        return isStart ? .incomplete : nil
    }

    /// Two Escapes, or Alt with a key that is a sequence itself.
    private func parseTwoEscapes() -> Parsed {
        guard let third = at(2) else { return .incomplete }
        let inner: Parsed
        switch third {
        case UInt8(ascii: "["): inner = parseControlSequence(from: 3)
        case UInt8(ascii: "O"): inner = parseShiftThree(from: 3)
        default: return .input(.key(.escape), 1)
        }
        if case .input(_, let count) = inner { return .nothing(count) }
        return inner
    }

    private func parseAltCharacter() -> Parsed {
        let (_, length) = decodeScalar(at: start + 1)
        return length > 0 ? .nothing(1 + length) : .incomplete
    }

    /// An answer of the terminal that nobody asked for, up to its end.
    private func parseString() -> Parsed {
        var offset = 2
        while let byte = at(offset), offset < 4096 {
            if byte == 0x07 { return .nothing(offset + 1) }
            if byte == Byte.escape, at(offset + 1) == UInt8(ascii: "\\") { return .nothing(offset + 2) }
            offset += 1
        }
        return offset < 4096 ? .incomplete : .nothing(offset)
    }

    private func parseShiftThree(from offset: Int) -> Parsed {
        guard let byte = at(offset) else { return .incomplete }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):  // A modifier, as old terminals give it.
            return at(offset + 1) == nil ? .incomplete : .nothing(offset + 2)
        case UInt8(ascii: "M"): return .input(.key(.enter), offset + 1)
        case 0x40...0x7E:
            guard let key = Self.lettered[byte] else { return .nothing(offset + 1) }
            return .input(.key(key), offset + 1)
        default: return .nothing(offset)
        }
    }

    private func parseControlSequence(from offset: Int) -> Parsed {
        var end = offset
        while let byte = at(end), (0x20...0x3F).contains(byte) {
            end += 1
            if end > 64 { return .nothing(end) }
        }
        guard let final = at(end) else { return .incomplete }
        let parameters = bytes[start + offset..<start + end]
        switch final {
        case UInt8(ascii: "[") where parameters.isEmpty: return parseLinuxFunctionKey(at: end + 1)
        case UInt8(ascii: "M") where parameters.isEmpty: return parseOldMouse(at: end + 1)
        case UInt8(ascii: "M"), UInt8(ascii: "m"):
            guard let event = MouseReport.decimal(parameters, final: final) else { return .nothing(end + 1) }
            return .input(.mouse(event), end + 1)
        case UInt8(ascii: "Z") where parameters.isEmpty: return .input(.key(.backTab), end + 1)
        case UInt8(ascii: "~"):
            guard let key = Self.numbered[String(decoding: parameters, as: UTF8.self)] else {
                return .nothing(end + 1)
            }
            return .input(.key(key), end + 1)
        case 0x40...0x7E:
            guard parameters.isEmpty, let key = Self.lettered[final] else { return .nothing(end + 1) }
            return .input(.key(key), end + 1)
        default: return .nothing(end)  // Broken off: what broke it is read anew.
        }
    }

    private func parseLinuxFunctionKey(at offset: Int) -> Parsed {
        guard let letter = at(offset) else { return .incomplete }
        guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return .nothing(offset + 1) }
        return .input(.key(.function(Int(letter - UInt8(ascii: "A")) + 1)), offset + 1)
    }

    /// Three bytes, each 32 more than its number.
    private func parseOldMouse(at offset: Int) -> Parsed {
        guard let button = at(offset), let x = at(offset + 1), let y = at(offset + 2) else { return .incomplete }
        guard button >= 32, x > 32, y > 32,
            let event = MouseReport.event(
                button: Int(button) - 32, x: Int(x) - 32, y: Int(y) - 32, released: (button - 32) & 0x43 == 3)
        else { return .nothing(offset + 3) }
        return .input(.mouse(event), offset + 3)
    }

    private static let lettered: [UInt8: Key] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "P"): .function(1),
        UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]

    private static let numbered: [String: Key] = [
        "1": .home, "7": .home, "2": .insert, "3": .delete, "4": .end, "8": .end, "5": .pageUp, "6": .pageDown,
        "11": .function(1), "12": .function(2), "13": .function(3), "14": .function(4), "15": .function(5),
        "17": .function(6), "18": .function(7), "19": .function(8), "20": .function(9), "21": .function(10),
        "23": .function(11), "24": .function(12),
    ]
}

/// Mouse reports of xterm and its kin.
enum MouseReport {
    /// `<button;x;y`, as SGR mode 1006 has it.
    static func decimal(_ parameters: ArraySlice<UInt8>, final: UInt8) -> MouseEvent? {
        guard parameters.first == UInt8(ascii: "<") else { return nil }
        let numbers = parameters.dropFirst().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 3, let button = numbers[0], let x = numbers[1], let y = numbers[2] else { return nil }
        return event(button: button, x: x, y: y, released: final == UInt8(ascii: "m"))
    }

    /// The left button and the wheel; `nil` for others. Columns and rows count from 1.
    static func event(button: Int, x: Int, y: Int, released: Bool) -> MouseEvent? {
        guard button >= 0, (1...65535).contains(x), (1...65535).contains(y) else { return nil }
        let place = Point(x - 1, y - 1)
        switch button & ~0x1C {  // Shift, Alt and Control make no difference.
        case 64: return MouseEvent(.wheelUp, at: place)
        case 65: return MouseEvent(.wheelDown, at: place)
        case 0, 3: return button & 3 == 0 || released ? MouseEvent(released ? .release : .press, at: place) : nil
        case 32: return released ? nil : MouseEvent(.drag, at: place)
        default: return nil
        }
    }
}

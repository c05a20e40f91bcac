import BalanceModel

/// A text of the program in every language it speaks. A further language is a further parameter: the compiler then
/// lists every place that lacks it.
public struct Phrase: Sendable, Hashable {
    public let en: String
    public let fr: String

    public init(_ en: String, _ fr: String) {
        self.en = en
        self.fr = fr
    }

    public func callAsFunction(_ language: Language) -> String { language == .en ? en : fr }
}

/// Numbers as a reader of a language writes them: decimal comma and narrow no-break spaces in French, a point and
/// commas in English. Independent of the process locale.
public struct Numbers: Sendable, Hashable {
    public let language: Language
    public init(_ language: Language) { self.language = language }

    /// The minus sign of typography, not a hyphen.
    static let minus = "\u{2212}"
    static let narrowSpace = "\u{202F}"
    static let infinity = "∞"

    /// With exactly `decimals` decimals (0…9), rounded half away from zero; never “−0.00”.
    public func fixed(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "?" : (value < 0 ? Self.minus : "") + Self.infinity }
        let scale = Self.powers[min(max(decimals, 0), 9)]
        // 12.499999999999998 is 12.5 after a division: noise must not decide which way a half goes.
        let scaled = (abs(value) * scale + 1e-9).rounded()
        guard scaled < 9e18 else { return "\(value)" }
        let digits = Int(scaled)
        let whole = grouped(digits / Int(scale))
        let sign = value < 0 && digits > 0 ? Self.minus : ""
        guard decimals > 0 else { return sign + whole }
        let fraction = String(digits % Int(scale))
        let zeros = String(repeating: "0", count: min(decimals, 9) - fraction.count)
        return sign + whole + (language == .fr ? "," : ".") + zeros + fraction
    }

    private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

    private func grouped(_ value: Int) -> String {
        let digits = String(value)
        guard digits.count > 4 else { return digits }
        var result = ""
        for (i, digit) in digits.enumerated() {
            if i > 0 && (digits.count - i) % 3 == 0 { result += language == .fr ? Self.narrowSpace : "," }
            result.append(digit)
        }
        return result
    }

    /// Every digit it takes to read the same value back, for scripts and files: “20”, “0.1”, “1e-07”.
    public static func exact(_ value: Double) -> String {
        let text = value == 0 ? "0" : "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// With as many decimals as the value has, `decimals` at most.
    public func plain(_ value: Double, upTo decimals: Int = 1) -> String {
        for places in 0..<max(0, decimals) {
            let scale = Self.powers[min(places, 9)]
            if abs((value * scale).rounded() - value * scale) < 1e-9 * max(1, abs(value * scale)) {
                return fixed(value, places)
            }
        }
        return fixed(value, decimals)
    }

    /// Always with its sign, for changes: “+0.12”, “−0.12”, “0.00”.
    public func signed(_ value: Double, _ decimals: Int) -> String {
        let text = fixed(value, decimals)
        return text.hasPrefix(Self.minus) || !text.contains(where: { "123456789∞".contains($0) }) ? text : "+" + text
    }

    /// A number with its per cent sign.
    public func percent(_ text: String) -> String { text + (language == .fr ? Self.narrowSpace + "%" : "%") }

    /// A value in per cent (0…100), with one decimal only where it has one.
    public func percent(_ value: Double, upTo decimals: Int = 1) -> String { percent(plain(value, upTo: decimals)) }

    /// A share 0…1 of weightings: 0 and 100 % only when it is exactly that (method §6).
    public func share(_ share: Double) -> String {
        if share <= 0 { return percent("0") }
        if share >= 1 { return percent("100") }
        let value = share * 100
        if value < 0.1 { return (language == .fr ? "<\(Self.narrowSpace)" : "< ") + percent(fixed(0.1, 1)) }
        if value > 99.9 { return (language == .fr ? ">\(Self.narrowSpace)" : "> ") + percent(fixed(99.9, 1)) }
        return percent(fixed(value, value < 1 || value > 99 ? 1 : 0))
    }

    /// Fractions that add to 1 as per cents that add to 100 (largest remainder, method §6).
    public func percents(_ fractions: [Double], _ decimals: Int = 0) -> [String] {
        let scale = Self.powers[min(max(decimals, 0), 6)]
        return Self.apportioned(fractions, to: Int(100 * scale)).map { percent(fixed(Double($0) / scale, decimals)) }
    }

    /// Weights as whole per cents that add to 100; nothing and everything only where they are exactly that, since a
    /// weight of 0.3% is still one that can move.
    public func weights(_ weights: [Double]) -> [String] {
        let space = language == .fr ? Self.narrowSpace : " "
        return zip(weights, percents(weights)).map { weight, text in
            if text == percent("0"), weight > 1e-9 { return "<" + space + percent("1") }
            if text == percent("100"), weight < 1 - 1e-9 { return ">" + space + percent("99") }
            return text
        }
    }

    /// Whole parts of `total` nearest to the fractions that add to it; earlier entries first among equal remainders.
    public static func apportioned(_ fractions: [Double], to total: Int) -> [Int] {
        let sum = fractions.reduce(0, +)
        guard sum > 0 else { return fractions.map { _ in 0 } }
        let exact = fractions.map { $0 / sum * Double(total) }
        // 20.000000000000004 is 20: rounding noise must not decide who gets the remainder.
        var parts = exact.map { Int(($0 + 1e-9).rounded(.down)) }
        let order = exact.indices.sorted {
            let a = exact[$0] - Double(parts[$0])
            let b = exact[$1] - Double(parts[$1])
            return abs(a - b) > 1e-9 ? a > b : $0 < $1
        }
        for i in order.prefix(max(0, total - parts.reduce(0, +))) { parts[i] += 1 }
        return parts
    }
}

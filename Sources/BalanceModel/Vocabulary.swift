/// The two languages the program speaks.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case en, fr
}

/// A text of a model file: one string, or one for each language.
public struct LocalizedText: Sendable, Hashable {
    /// One language's wording; `language` is empty for a text given as a plain string.
    public struct Entry: Sendable, Hashable {
        public var language: String
        public var text: String
        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    /// In file order; never empty.
    public var entries: [Entry]

    public init(_ text: String) { entries = [Entry(language: "", text: text)] }
    public init(entries: [Entry]) { self.entries = entries.isEmpty ? [Entry(language: "", text: "")] : entries }
    public init(en: String, fr: String) {
        entries = [Entry(language: "en", text: en), Entry(language: "fr", text: fr)]
    }

    /// The wording in `language`; a missing language falls back to the first given (contract §2).
    public func callAsFunction(_ language: Language) -> String {
        for entry in entries where entry.language == language.rawValue { return entry.text }
        return entries[0].text
    }
}

/// One of the two sides of a balance. Positive numbers favour `first`, negative ones `second`.
public enum Side: Sendable, Hashable, CaseIterable {
    case first, second

    public var other: Side { self == .first ? .second : .first }
    /// +1 for the first side, −1 for the second.
    public var sign: Double { self == .first ? 1 : -1 }
}

/// Where a dimension's numbers come from (method §2).
public enum Reading: String, Sendable, Hashable, CaseIterable {
    case thesis, evidence
    public var other: Reading { self == .thesis ? .evidence : .thesis }
}

/// How dimensions are put together (method §5).
public enum Aggregation: String, Sendable, Hashable, CaseIterable {
    case arithmetic, geometric
    public var other: Aggregation { self == .arithmetic ? .geometric : .arithmetic }
}

/// How well a figure is supported; ordered from weak to strong.
public enum Confidence: String, Sendable, Hashable, CaseIterable, Comparable {
    case low, medium, high

    private var rank: Int { self == .low ? 0 : self == .medium ? 1 : 2 }
    public static func < (a: Confidence, b: Confidence) -> Bool { a.rank < b.rank }
}

/// The size of a balance in words (method §5).
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case level
    case narrowLead = "narrow-lead"
    case clearLead = "clear-lead"
    case wideLead = "wide-lead"

    /// The word for a balance `value` in −1…1; a value within 1e-9 of a threshold has reached it (method §8).
    public init(_ value: Double) {
        let size = abs(value) + Tolerance.comparison
        self = size < 0.02 ? .level : size < 0.10 ? .narrowLead : size < 0.30 ? .clearLead : .wideLead
    }
}

/// Whether a takeaway's test holds at the present settings (method §8).
public enum TakeawayStatus: String, Sendable, Hashable, CaseIterable {
    case supported, open, contradicted
}

enum Tolerance {
    /// Two measured values this close count as equal (method §8).
    static let comparison = 1e-9
    /// A sum of weighted advantages this small is 0: what rounding leaves of one that cancels.
    static let zero = 1e-12
}

/// Limits of the method and of the settings that a reader may choose.
public enum Limits {
    /// Log ratios are clamped to ± this (method §1).
    public static let logRatio = 3.0
    /// Years after the base year that the program looks ahead (method, notation).
    public static let horizon = 25.0
    /// Years of the outlook rows, after the base year (contract §3).
    public static let outlookYears = 15
    public static let points = 0.0...100.0
    public static let intensity = 0.0...100.0
    public static let indicatorWeight = 0.0...10.0
    public static let samples = 1_000...10_000_000
    public static let defaultSamples = 100_000
    /// ε of “near my weights” (method §6).
    public static let nearness = 0.25
    /// Orders of tied dimensions that “under my ranking” averages at most (method §6).
    public static let tiedOrders = 40_320
}

import BalanceModel

/// Whether two results agree up to rounding: absolutely up to 1, relatively above; `nil` only with `nil`.
func close(_ a: Double?, _ b: Double?, within tolerance: Double = 1e-12) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}

/// The same for lists; `nil` only with `nil`.
func allClose(_ a: [Double]?, _ b: [Double]?, within tolerance: Double = 1e-12) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.count == b.count && zip(a, b).allSatisfy { close($0, $1, within: tolerance) }
}

/// The same for lists of results that may be missing.
func eachClose(_ a: [Double?], _ b: [Double?], within tolerance: Double = 1e-12) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { close($0, $1, within: tolerance) }
}

func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

/// A model of the base year 2025 between A and B.
func makeModel(
    _ dimensions: [Dimension], dynamics: [Dynamic] = [], interactions: [Interaction] = [],
    scenarios: [Scenario] = [], takeaways: [Takeaway] = []
) -> Model {
    Model(
        id: "example", title: LocalizedText("Example"), baseYear: 2025,
        firstSide: SideDescription(id: "a", name: LocalizedText("A")),
        secondSide: SideDescription(id: "b", name: LocalizedText("B")), dimensions: dimensions, dynamics: dynamics,
        interactions: interactions, scenarios: scenarios, takeaways: takeaways)
}

/// A dimension that starts at an advantage in the thesis reading.
func dimension(
    _ advantage: Double, momentum: Int = 0, points: Double = 20, shift: Double = 0, indicators: [Indicator] = []
) -> Dimension {
    Dimension(
        id: "d", name: LocalizedText("D"), points: points, shift: shift,
        thesis: Thesis(start: .advantage(advantage), momentum: momentum), indicators: indicators)
}

/// Dimensions at the given advantages, with points in proportion to the weights.
func dimensions(_ advantages: [Double], weights: [Double]) -> [Dimension] {
    zip(advantages, weights).map { dimension($0, points: $1 * 100) }
}

func dynamic(
    intensity: Double = 50, reference: Double? = nil, delay: Double = 4, effects: [DynamicEffect]
) -> Dynamic {
    Dynamic(
        id: "y", name: LocalizedText("Y"), intensity: intensity, reference: reference, delay: delay, effects: effects)
}

func indicator(
    _ values: [Int: (Double, Double)], better: Indicator.Direction = .more, weight: Double = 1, trend: Bool = true,
    confidence: Confidence? = .high
) -> Indicator {
    Indicator(
        id: "i", name: LocalizedText("I"), better: better, weight: weight, trend: trend, confidence: confidence,
        observations: values.map { Indicator.Observation(year: $0.key, first: $0.value.0, second: $0.value.1) })
}

/// The model's own settings, changed.
func settings(_ model: Model, _ change: (inout Settings) -> Void = { _ in }) -> Settings {
    var settings = Settings(model)
    change(&settings)
    return settings
}

func balance(_ model: Model, _ change: (inout Settings) -> Void = { _ in }) -> Balance {
    evaluate(model, settings(model, change))
}

/// SplitMix64 (Steele, Lea & Flood 2014): small, and the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

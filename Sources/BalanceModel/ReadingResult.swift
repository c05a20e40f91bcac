/// Whether an indicator counts towards its dimension, and if not, why (method §2).
public enum IndicatorStanding: Sendable, Hashable {
    case counted
    /// Its weight is 0.
    case leftOut
    /// Its confidence is below the one asked for.
    case belowConfidence

    init(_ indicator: Indicator, weight: Double, least: Confidence) {
        self = weight <= 0 ? .leftOut : (indicator.confidence ?? .low) < least ? .belowConfidence : .counted
    }
}

extension Settings {
    /// How these settings treat an indicator of the model.
    public func standing(of indicator: Int, in dimension: Int, _ model: Model) -> IndicatorStanding {
        IndicatorStanding(
            model.dimensions[dimension].indicators[indicator], weight: indicatorWeights[dimension][indicator],
            least: confidence)
    }
}

/// What one of the two readings says at given settings, whichever of them the settings ask for: the weights and
/// everything else are the same (method §2). Arrays are in the model's order.
public struct ReadingResult: Sendable, Hashable {
    public var reading: Reading
    /// B at the year on screen, in −1…1.
    public var value: Double
    /// s_i at the year on screen.
    public var advantages: [Double]
    /// Start and drift; a dimension without evidence has the thesis reading here too.
    public var dimensions: [DimensionReading]
    public var takeaways: [TakeawayResult]

    public init(_ model: Model, _ settings: Settings, _ reading: Reading) {
        var changed = settings
        changed.reading = reading
        let evaluator = Evaluator(model, changed)
        self.reading = reading
        value = evaluator.balance(at: evaluator.years)
        advantages = evaluator.logRatios(at: evaluator.years, intensities: evaluator.intensities)
            .map(Advantage.advantage)
        dimensions = evaluator.readings
        takeaways = model.takeaways.map { evaluator.result(of: $0.test) }
    }
}

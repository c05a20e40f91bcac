/// Where a dimension starts and how it drifts, in the reading used for it (method §2).
public struct DimensionReading: Sendable, Hashable {
    /// The reading actually used: thesis where evidence was asked for but nothing is counted.
    public var reading: Reading
    /// z, with its standard deviation σ.
    public var start: Double
    public var startDeviation: Double
    /// v a year, with its standard deviation ς.
    public var drift: Double
    public var driftDeviation: Double
    /// Normalised weights of the indicators, 0 where one is not counted; empty in the thesis reading.
    public var indicatorShares: [Double]
    /// u_j of the indicators whose years make the drift, 0 for the others; empty in the thesis reading.
    public var driftShares: [Double]
}

extension DimensionReading {
    /// A step of momentum, per year.
    public static let momentumStep = 0.025
    /// The evidence drift stays within ± this, per year.
    public static let driftLimit = 0.15
    static let leastStartDeviation = 0.10
    static let singleStartDeviation = 0.30
    static let leastDriftDeviation = 0.01
    static let singleDriftDeviation = 0.03
    static let noDriftDeviation = 0.02

    /// The reading of a dimension at `settings`, scenario changes included.
    public init(_ model: Model, _ dimension: Int, _ settings: Settings) {
        let described = model.dimensions[dimension]
        if settings.reading == .evidence,
            let evidence = DimensionReading(
                indicators: described.indicators, weights: settings.indicatorWeights[dimension],
                confidence: settings.confidence)
        {
            self = evidence
        } else {
            self.init(thesis: described.thesis)
        }
        start += settings.scoreChange[dimension]
        drift += settings.driftChange[dimension]
    }

    init(thesis: Thesis) {
        reading = .thesis
        switch thesis.start {
        case .level(let level): start = Advantage.logRatio(advantage: Double(level) / 4)
        case .advantage(let value): start = Advantage.logRatio(advantage: value)
        }
        startDeviation = thesis.uncertainty
        drift = Self.momentumStep * Double(thesis.momentum)
        driftDeviation = thesis.driftUncertainty
        indicatorShares = []
        driftShares = []
    }

    /// `nil` when no indicator is counted.
    init?(indicators: [Indicator], weights: [Double], confidence: Confidence) {
        let counted = indicators.indices.map { j in
            IndicatorStanding(indicators[j], weight: weights[j], least: confidence) == .counted ? weights[j] : 0
        }
        let total = counted.reduce(0, +)
        guard total > 0 else { return nil }
        let shares = counted.map { $0 / total }
        reading = .evidence
        indicatorShares = shares

        var mean = 0.0
        for j in indicators.indices where counted[j] > 0 { mean += shares[j] * indicators[j].latestLogRatio }
        start = mean
        startDeviation =
            Self.standardError(indicators.indices.map { (shares[$0], indicators[$0].latestLogRatio) })
            .map { max(Self.leastStartDeviation, $0) } ?? Self.singleStartDeviation

        let long = indicators.indices.map { j in
            indicators[j].trend && indicators[j].slope != nil ? counted[j] * Double(indicators[j].span) : 0
        }
        let longTotal = long.reduce(0, +)
        guard longTotal > 0 else {
            driftShares = long
            drift = 0
            driftDeviation = Self.noDriftDeviation
            return
        }
        let parts = long.map { $0 / longTotal }
        driftShares = parts
        let slopes = indicators.indices.filter { parts[$0] > 0 }.map { (parts[$0], indicators[$0].slope ?? 0) }
        let slope = slopes.reduce(0) { $0 + $1.0 * $1.1 }
        drift = min(max(slope, -Self.driftLimit), Self.driftLimit)
        driftDeviation =
            Self.standardError(slopes).map { max(Self.leastDriftDeviation, $0) } ?? Self.singleDriftDeviation
    }

    /// SE of a weighted mean, weights normalised (method §2); `nil` when only one counts.
    private static func standardError(_ values: [(weight: Double, value: Double)]) -> Double? {
        var squares = 0.0
        var mean = 0.0
        var count = 0
        for (weight, value) in values where weight > 0 {
            squares += weight * weight
            mean += weight * value
            count += 1
        }
        guard count > 1, squares < 1 else { return nil }
        var spread = 0.0
        for (weight, value) in values where weight > 0 { spread += weight * (value - mean) * (value - mean) }
        return (squares * spread / (1 - squares)).squareRoot()
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Everything a reader can set; with a model, all that a balance depends on. A value: undo is keeping the old one.
public struct Settings: Sendable, Hashable {
    /// The scenario these settings started from.
    public var scenario: String?
    /// Points by dimension, 0…100, not all 0 (method §4).
    public var points: [Double]
    /// Which dimensions hold their weight while others change.
    public var locked: [Bool]
    /// Per cent by dynamic, 0…100.
    public var intensities: [Double]
    /// Weights of the indicators by dimension, 0…10 (method §2).
    public var indicatorWeights: [[Double]]
    /// Added to z by dimension; only scenarios set it.
    public var scoreChange: [Double]
    /// Added to v by dimension, per year; only scenarios set it.
    public var driftChange: [Double]
    /// The year on screen, base year … base year + 25.
    public var year: Double
    public var reading: Reading
    /// Indicators below this are left out.
    public var confidence: Confidence
    public var aggregation: Aggregation
    public var terrainShift: Bool

    /// The model's own settings.
    public init(_ model: Model) {
        scenario = nil
        points = model.dimensions.map(\.points)
        locked = model.dimensions.map { _ in false }
        intensities = model.dynamics.map(\.intensity)
        indicatorWeights = model.dimensions.map { $0.indicators.map(\.weight) }
        scoreChange = model.dimensions.map { _ in 0 }
        driftChange = model.dimensions.map { _ in 0 }
        year = Double(model.baseYear)
        reading = model.reading
        confidence = .low
        aggregation = model.aggregation
        terrainShift = model.terrainShift
    }

    /// The model's own settings changed by a scenario; whatever was set before is replaced (contract §1).
    public init(_ model: Model, scenario: Scenario) {
        self.init(model)
        self.scenario = scenario.id
        for change in scenario.points { points[change.index] = change.value }
        for change in scenario.dynamics { intensities[change.index] = change.value }
        for change in scenario.scoreChange { scoreChange[change.index] = change.value }
        for change in scenario.driftChange { driftChange[change.index] = change.value }
        for change in scenario.indicators { indicatorWeights[change.dimension][change.indicator] = change.weight }
        year = scenario.year ?? year
        reading = scenario.reading ?? reading
        aggregation = scenario.aggregation ?? aggregation
        terrainShift = scenario.terrainShift ?? terrainShift
    }

    /// Weights w_i = p_i/Σp (method §4), without the terrain shift.
    public var weights: [Double] {
        let total = points.reduce(0, +)
        return points.map { $0 / total }
    }
}

/// Why a weight could not be changed.
public enum WeightRefusal: Error, Sendable, Hashable {
    /// It holds the last positive points: one dimension must keep some.
    case lastPositive
    /// The dimension itself is locked.
    case locked
    /// Another dimension is locked and no unlocked one can give or take.
    case noRoom
    /// It is at its end of 0…100 already.
    case atLimit
}

extension Settings {
    /// Sets the points of one dimension, keeping Σp while any dimension is locked: what it gains the unlocked others
    /// give in proportion, and the reverse, as far as 0 and 100 allow (method §4). A refusal changes nothing.
    public mutating func setPoints(_ dimension: Int, to wanted: Double) throws(WeightRefusal) {
        let target = min(max(wanted, Limits.points.lowerBound), Limits.points.upperBound)
        guard !locked[dimension] else { throw .locked }
        guard target != points[dimension] else {
            if wanted == target { return }
            throw .atLimit
        }
        if locked.contains(true) {
            try exchange(dimension, target)
        } else if target == 0 && points.indices.allSatisfy({ $0 == dimension || points[$0] == 0 }) {
            throw .lastPositive
        } else {
            points[dimension] = target
        }
    }

    private mutating func exchange(_ dimension: Int, _ target: Double) throws(WeightRefusal) {
        let others = points.indices.filter { $0 != dimension && !locked[$0] }
        let wanted = target - points[dimension]
        let room = others.reduce(0) { $0 + (wanted > 0 ? points[$1] : Limits.points.upperBound - points[$1]) }
        let moved = wanted > 0 ? min(wanted, room) : max(wanted, -room)
        guard abs(moved) > 1e-12 else { throw .noRoom }
        points[dimension] = moved == wanted ? target : points[dimension] + moved
        give(-moved, to: others)
    }

    /// Adds `amount` (negative: takes it) to the dimensions in proportion to their points; what one cannot take at 0
    /// or 100 the others share.
    private mutating func give(_ amount: Double, to others: [Int]) {
        var left = amount
        var open = others.filter { amount > 0 ? points[$0] < Limits.points.upperBound : points[$0] > 0 }
        while abs(left) > 1e-12, !open.isEmpty {
            let total = open.reduce(0) { $0 + points[$1] }
            let given = left
            left = 0
            for i in open {
                let share = total > 0 ? points[i] / total : 1 / Double(open.count)
                let wanted = points[i] + given * share
                points[i] = min(max(wanted, Limits.points.lowerBound), Limits.points.upperBound)
                left += wanted - points[i]
            }
            open = open.filter { amount > 0 ? points[$0] < Limits.points.upperBound : points[$0] > 0 }
        }
    }

    /// Gives every unlocked dimension the same points, keeping their sum (all at 20 when nothing is locked would be a
    /// jump: the sum is the reader's). False when nothing changes.
    public mutating func evenOut() -> Bool {
        let open = points.indices.filter { !locked[$0] }
        guard !open.isEmpty else { return false }
        let mean = open.reduce(0) { $0 + points[$1] } / Double(open.count)
        guard mean > 0, open.contains(where: { abs(points[$0] - mean) > 1e-12 }) else { return false }
        for i in open { points[i] = mean }
        return true
    }

    /// Points whose weights at `years` after the base year are `weights`, with the present Σp where 0…100 allows it.
    public func points(forWeights weights: [Double], model: Model, years: Double) -> [Double] {
        let total = points.reduce(0, +)
        var shares = weights.indices.map { i in
            weights[i] / (terrainShift ? exp(model.dimensions[i].shift * years) : 1)
        }
        let sum = shares.reduce(0, +)
        shares = shares.map { max(0, $0) / sum * total }
        let highest = shares.max() ?? 0
        return highest > Limits.points.upperBound ? shares.map { $0 / highest * Limits.points.upperBound } : shares
    }
}

extension Settings {
    /// What `thesis` and `evidence` stand for as a baseline: the model's own settings in that reading, at the year,
    /// confidence, aggregation and terrain shift of the settings compared with.
    public init(_ model: Model, baseline reading: Reading, like other: Settings) {
        self.init(model)
        self.reading = reading
        year = other.year
        confidence = other.confidence
        aggregation = other.aggregation
        terrainShift = other.terrainShift
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The smallest move of one slider that gives a takeaway another status, all else as set.
public struct TakeawayFlip: Sendable, Hashable {
    /// What a reader can move.
    public enum Slider: Sendable, Hashable {
        case points(dimension: Int)
        case intensity(dynamic: Int)
        case year
    }

    public var slider: Slider
    /// As the slider shows it: points, per cent, or the year.
    public var from: Double
    /// A whole point, per cent or year.
    public var to: Double
    public var status: TakeawayStatus
    /// The measure's value there.
    public var value: Double

    public var distance: Double { abs(to - from) }
}

extension TakeawayFlip {
    /// One for each slider that can do it alone: dimensions first, then dynamics, then the year.
    ///
    /// Every whole position of a slider is tried, the nearest first, so nothing between two of them is missed; points
    /// move as `Settings.setPoints` moves them, locks included.
    public static func all(_ model: Model, _ settings: Settings, takeaway: Int) -> [TakeawayFlip] {
        let test = model.takeaways[takeaway].test
        let evaluator = Evaluator(model, settings)
        let status = evaluator.result(of: test).status
        let course = test.measure == .yearsToParity ? ParityCourse(evaluator) : nil
        return sliders(for: test, model).compactMap { slider in
            for position in positions(of: slider, model, settings) {
                guard let moved = settings.moving(slider, to: position) else { continue }
                if case .points = slider, course?.status(of: test, points: moved.points) == status { continue }
                let result = Evaluator(model, moved).result(of: test)
                if result.status != status {
                    return TakeawayFlip(
                        slider: slider, from: settings.position(of: slider), to: position, status: result.status,
                        value: result.value)
                }
            }
            return nil
        }
    }

    /// The shortest move of a weight or an intensity; the earlier one among equals.
    public static func smallest(_ flips: [TakeawayFlip]) -> TakeawayFlip? {
        flips.filter { $0.slider != .year }.min { $0.distance < $1.distance }
    }

    /// Sliders that the measure depends on (method §8).
    private static func sliders(for test: Takeaway.Test, _ model: Model) -> [Slider] {
        var sliders: [Slider] = []
        if test.measure.dependsOnWeights { sliders += model.dimensions.indices.map { .points(dimension: $0) } }
        sliders += model.dynamics.indices.map { .intensity(dynamic: $0) }
        if test.years == nil, test.measure != .yearsToParity { sliders.append(.year) }
        return sliders
    }

    /// The whole positions of a slider by their distance from where it stands, the lower first among equals.
    private static func positions(of slider: Slider, _ model: Model, _ settings: Settings) -> [Double] {
        let range: ClosedRange<Int>
        switch slider {
        case .points, .intensity: range = 0...100
        case .year: range = model.baseYear...model.baseYear + Int(Limits.horizon)
        }
        let now = settings.position(of: slider)
        return range.map(Double.init).filter { $0 != now }.sorted { (abs($0 - now), $0) < (abs($1 - now), $1) }
    }
}

extension Settings {
    fileprivate func position(of slider: TakeawayFlip.Slider) -> Double {
        switch slider {
        case .points(let i): points[i]
        case .intensity(let d): intensities[d]
        case .year: year
        }
    }

    /// `nil` where the slider can't get there: a lock, or the last points.
    fileprivate func moving(_ slider: TakeawayFlip.Slider, to position: Double) -> Settings? {
        var moved = self
        switch slider {
        case .points(let i):
            guard (try? moved.setPoints(i, to: position)) != nil, moved.points[i] == position else { return nil }
        case .intensity(let d): moved.intensities[d] = position
        case .year: moved.year = position
        }
        return moved
    }
}

extension Measure {
    /// Whether the weights enter the value (method §8).
    var dependsOnWeights: Bool {
        switch self {
        case .dimensionsNotLed, .dynamicGrip, .splitLead: false
        case .effectiveDimensions, .dynamicCost, .dynamicReversal, .decidingPower, .yearsToParity: true
        }
    }

    /// Dimensions whose scores enter the value, in the model's order.
    public func dimensions(_ model: Model) -> [Int] {
        switch self {
        case .dimensionsNotLed, .effectiveDimensions, .decidingPower, .yearsToParity:
            Array(model.dimensions.indices)
        case .dynamicCost(let d), .dynamicReversal(let d): model.dynamics[d].effects.map(\.dimension).sorted()
        case .dynamicGrip(_, let i): [i]
        case .splitLead(let first, let second): Set(first + second).sorted()
        }
    }

    /// The dynamic that the measure is about; `nil` where it is about none.
    public var dynamic: Int? {
        switch self {
        case .dynamicCost(let d), .dynamicReversal(let d), .dynamicGrip(let d, _): d
        case .dimensionsNotLed, .effectiveDimensions, .decidingPower, .yearsToParity, .splitLead: nil
        }
    }
}

/// Signs of the balance over the years for any points: what a search for the parity year under hundreds of weightings
/// needs, in a sum each instead of a computation of all scores.
private struct ParityCourse {
    /// e^(λ_i t)·x_i by quarter year: their sum times the points has the sign of B (method §4 and §5).
    private let parts: [[Double]]

    init(_ evaluator: Evaluator) {
        parts = (0...Int(Limits.horizon * 4)).map { quarter in
            let t = Double(quarter) / 4
            let x = evaluator.index(evaluator.logRatios(at: t, intensities: evaluator.intensities))
            guard evaluator.settings.terrainShift else { return x }
            return zip(evaluator.model.dimensions, x).map { exp($0.shift * t) * $1 }
        }
    }

    /// The status, as far as the quarter year of parity tells; `nil` where a threshold lies within it, or where a sum is
    /// too near to 0 for its sign to be sure.
    func status(of test: Takeaway.Test, points: [Double]) -> TakeawayStatus? {
        var last: Bool?
        for (quarter, part) in parts.enumerated() {
            var sum = 0.0
            var size = 0.0
            for (x, p) in zip(part, points) {
                sum += x * p
                size += abs(x) * p
            }
            guard abs(sum) > 1e-9 * size else { return nil }
            if let last, last != (sum > 0) {
                let first = test.status(of: Double(quarter - 1) / 4)
                return first == test.status(of: Double(quarter) / 4) ? first : nil
            }
            last = sum > 0
        }
        return test.status(of: .infinity)
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A model at settings, ready to be asked for balances at any year and intensities (method §3 to §5).
///
/// Pure and cheap to make; `evaluate` and the sampler in Simulation are its users.
public struct Evaluator: Sendable {
    public let model: Model
    public let settings: Settings
    /// The reading of each dimension.
    public let readings: [DimensionReading]
    /// Years after the base year of the year on screen.
    public let years: Double
    /// Intensities as fractions 0…1.
    public let intensities: [Double]

    struct Term {
        var dimension: Int
        var dynamic: Int
        var immediate: Double
        var delayed: Double
    }

    struct Pair {
        var dimension: Int
        var first: Int
        var second: Int
        var interaction: Int
        var delayed: Double
    }

    let terms: [Term]
    let pairs: [Pair]
    let staticWeights: [Double]

    public init(_ model: Model, _ settings: Settings) {
        self.model = model
        self.settings = settings
        readings = model.dimensions.indices.map { DimensionReading(model, $0, settings) }
        years = settings.year - Double(model.baseYear)
        intensities = settings.intensities.map { $0 / 100 }
        terms = model.dynamics.enumerated().flatMap { d, dynamic in
            dynamic.effects.map {
                Term(dimension: $0.dimension, dynamic: d, immediate: $0.immediate, delayed: $0.delayed)
            }
        }
        pairs = model.interactions.enumerated().flatMap { k, interaction in
            interaction.effects.map {
                Pair(
                    dimension: $0.dimension, first: interaction.first, second: interaction.second, interaction: k,
                    delayed: $0.delayed)
            }
        }
        staticWeights = settings.weights
    }

    /// w(t), `years` after the base year (method §4).
    public func weights(at years: Double) -> [Double] {
        guard settings.terrainShift else { return staticWeights }
        var weights = model.dimensions.indices.map { settings.points[$0] * exp(model.dimensions[$0].shift * years) }
        let total = weights.reduce(0, +)
        for i in weights.indices { weights[i] /= total }
        return weights
    }

    /// What the dynamics add to each z (method §3), `years` after the base year.
    public func dynamicShifts(at years: Double, intensities: [Double]) -> [Double] {
        var shifts = [Double](repeating: 0, count: readings.count)
        let growth = model.dynamics.map { 1 - exp(-years / $0.delay) }
        let joint = model.interactions.map { 1 - exp(-years / $0.delay) }
        for term in terms {
            let x = intensities[term.dynamic]
            let reference = model.dynamics[term.dynamic].reference / 100
            shifts[term.dimension] += term.immediate * (x - reference) + term.delayed * x * growth[term.dynamic]
        }
        for pair in pairs {
            shifts[pair.dimension] +=
                pair.delayed * intensities[pair.first] * intensities[pair.second] * joint[pair.interaction]
        }
        return shifts
    }

    /// z_i(t), clamped (method §3).
    public func logRatios(at years: Double, intensities: [Double]) -> [Double] {
        var z = dynamicShifts(at: years, intensities: intensities)
        for i in z.indices { z[i] = Advantage.clamped(readings[i].start + readings[i].drift * years + z[i]) }
        return z
    }

    /// x_i: s under arithmetic aggregation, z under geometric (method §5).
    public func index(_ logRatios: [Double]) -> [Double] {
        settings.aggregation == .arithmetic ? logRatios.map(tanh) : logRatios
    }

    /// B from Σ w x.
    public func balance(index: Double) -> Double { settings.aggregation == .arithmetic ? index : tanh(index) }

    /// Σ w x, `years` after the base year; has the sign of the balance.
    public func indexSum(at years: Double, intensities: [Double]) -> Double {
        let z = logRatios(at: years, intensities: intensities)
        let weights = weights(at: years)
        var sum = 0.0
        if settings.aggregation == .arithmetic {
            for i in z.indices { sum += weights[i] * tanh(z[i]) }
        } else {
            for i in z.indices { sum += weights[i] * z[i] }
        }
        return sum
    }

    /// B, `years` after the base year, at the intensities set.
    public func balance(at years: Double) -> Double { balance(index: indexSum(at: years, intensities: intensities)) }

    /// B with one dynamic at another intensity (a fraction).
    public func balance(at years: Double, dynamic: Int, intensity: Double) -> Double {
        var changed = intensities
        changed[dynamic] = intensity
        return balance(index: indexSum(at: years, intensities: changed))
    }

    /// B(x_d) − B(0), all else as set (method §3).
    public func effect(of dynamic: Int, at years: Double) -> Double {
        balance(at: years) - balance(at: years, dynamic: dynamic, intensity: 0)
    }

    /// B as set minus B without the interaction's terms.
    public func interactionEffect(_ interaction: Int, at years: Double) -> Double {
        var without = model
        without.interactions[interaction].effects = []
        return balance(at: years) - Evaluator(without, settings).balance(at: years)
    }

    /// What an interaction adds to each z it acts on: its dimensions with the shift, in the model's order.
    public func interactionShifts(_ interaction: Int, at years: Double) -> [(dimension: Int, shift: Double)] {
        let described = model.interactions[interaction]
        let growth = 1 - exp(-years / described.delay)
        return described.effects.map {
            ($0.dimension, $0.delayed * intensities[described.first] * intensities[described.second] * growth)
        }
    }

    /// Years after the base year at which B first changes sign, within (0, 25]; `nil` if it does not (method §5).
    public func yearsToParity() -> Double? {
        var lastYear = 0.0
        var last = Self.settled(indexSum(at: 0, intensities: intensities))
        for quarter in 1...Int(Limits.horizon * 4) {
            let year = Double(quarter) / 4
            let value = Self.settled(indexSum(at: year, intensities: intensities))
            if Self.opposite(last, value) {
                return Self.root(from: lastYear, to: year, tolerance: 1e-9) {
                    indexSum(at: $0, intensities: intensities)
                }
            }
            // A value of 0 is no change of sign yet: wait for the next one that has a sign.
            if value != 0 {
                last = value
                lastYear = year
            }
        }
        return nil
    }

    /// Steps of the scan that finds a sign change in an intensity before it is bisected.
    private static let intensitySteps = 16

    /// The intensity in 0…1 at which B = 0, all else as set; the one nearest to the present where there are several.
    public func tippingIntensity(of dynamic: Int) -> Double? {
        var changed = intensities
        func sum(_ intensity: Double) -> Double {
            changed[dynamic] = intensity
            return indexSum(at: years, intensities: changed)
        }
        let present = intensities[dynamic]
        var roots: [Double] = []
        var last = sum(0)
        if last == 0 { roots.append(0) }
        for step in 1...Self.intensitySteps {
            let from = Double(step - 1) / Double(Self.intensitySteps)
            let to = Double(step) / Double(Self.intensitySteps)
            let value = sum(to)
            if value == 0 { roots.append(to) }
            if Self.opposite(last, value) { roots.append(Self.root(from: from, to: to, tolerance: 1e-14, sum)) }
            last = value
        }
        return roots.min { abs($0 - present) < abs($1 - present) }
    }

    /// 0 for what only rounding keeps from it.
    private static func settled(_ index: Double) -> Double { abs(index) <= 1e-12 ? 0 : index }

    private static func opposite(_ a: Double, _ b: Double) -> Bool { (a < 0 && b > 0) || (a > 0 && b < 0) }

    /// Bisects to a root of `f`, which has different signs at the two ends.
    static func root(from: Double, to: Double, tolerance: Double, _ f: (Double) -> Double) -> Double {
        var low = from
        var high = to
        let positiveAtHigh = f(high) > 0
        while high - low > tolerance {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if (f(middle) > 0) == positiveAtHigh { high = middle } else { low = middle }
        }
        return low + (high - low) / 2
    }
}

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
    let course: Course

    public init(_ model: Model, _ settings: Settings) {
        self.model = model
        self.settings = settings
        readings = model.dimensions.indices.map { DimensionReading(model, $0, settings) }
        years = settings.year - Double(model.baseYear)
        intensities = settings.intensities.map { $0 / 100 }
        course = Course(model, settings, readings: readings)
    }

    /// w(t), `years` after the base year (method §4).
    public func weights(at years: Double) -> [Double] {
        course.list { course.fill(weights: $0, at: years) }
    }

    /// What the dynamics add to each z (method §3), `years` after the base year.
    public func dynamicShifts(at years: Double, intensities: [Double]) -> [Double] {
        course.list { course.fill(shifts: $0, at: years, intensities: intensities) }
    }

    /// z_i(t), clamped (method §3).
    public func logRatios(at years: Double, intensities: [Double]) -> [Double] {
        course.list { course.fill(logRatios: $0, at: years, intensities: intensities) }
    }

    /// x_i: s under arithmetic aggregation, z under geometric (method §5).
    public func index(_ logRatios: [Double]) -> [Double] {
        settings.aggregation == .arithmetic ? logRatios.map(tanh) : logRatios
    }

    /// B from Σ w x.
    public func balance(index: Double) -> Double { course.balance(index: index) }

    /// Σ w x, `years` after the base year; has the sign of the balance.
    public func indexSum(at years: Double, intensities: [Double]) -> Double {
        course.sum(at: years, intensities: intensities)
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
        let source = model.dynamics.count + interaction
        let without = course.sum(at: years, intensities: intensities, leavingOut: source)
        return balance(at: years) - balance(index: without)
    }

    /// What an interaction adds to each z it acts on: its dimensions with the shift, in the model's order.
    public func interactionShifts(_ interaction: Int, at years: Double) -> [(dimension: Int, shift: Double)] {
        let described = model.interactions[interaction]
        let growth = 1 - exp(-years / described.delay)
        return described.effects.map {
            ($0.dimension, $0.delayed * intensities[described.first] * intensities[described.second] * growth)
        }
    }
}

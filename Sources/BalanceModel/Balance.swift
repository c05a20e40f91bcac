/// Everything the program says about a model at given settings (method §2 to §6 and §8): the one result that every
/// view, report and test reads. Arrays are in the model's order.
public struct Balance: Sendable, Hashable {
    public var settings: Settings
    /// Years after the base year.
    public var years: Double
    /// B in −1…1; positive favours the first side.
    public var value: Double
    /// Σ w x, from which B follows; the unit of contributions and comparisons.
    public var index: Double
    /// B at the base year, all else as set.
    public var valueToday: Double
    /// Years after the base year to the first change of sign, in (0, 25].
    public var yearsToParity: Double?
    public var dimensions: [DimensionResult]
    public var dynamics: [DynamicResult]
    public var interactions: [InteractionResult]
    public var robustness: Robustness
    /// One row a year, base year … base year + 15.
    public var outlook: [OutlookYear]
    /// The rows after those, base year + 16 … base year + 25.
    public var laterOutlook: [OutlookYear]
    public var takeaways: [TakeawayResult]

    public var verdict: Verdict { Verdict(value) }
    /// The side that leads; `nil` when level.
    public var leader: Side? { Balance.leader(of: value) }
    /// The side with the sign of `value`; `nil` when level (method §5).
    public static func leader(of value: Double) -> Side? {
        Verdict(value) == .level ? nil : value > 0 ? .first : .second
    }
    /// The side with the sign of the value, however small; `nil` only at 0, rounding aside (method §8).
    public var favoured: Side? { abs(value) <= Tolerance.zero ? nil : value > 0 ? .first : .second }
}

public struct DimensionResult: Sendable, Hashable {
    /// Points as set, 0…100.
    public var points: Double
    /// w_i(t), 0…1.
    public var weight: Double
    /// z_i(t), its index x_i and the advantage s_i = tanh z_i.
    public var logRatio: Double
    public var index: Double
    public var advantage: Double
    /// Start, drift and their deviations in the reading used.
    public var reading: DimensionReading
    /// Advantage at the base year.
    public var advantageToday: Double
    /// w_i x_i.
    public var contribution: Double
    /// Weight in 0…1 at which B = 0 (method §6).
    public var tippingWeight: Double?
    /// Range of the weight that keeps the verdict; `nil` when the balance is 0 or this dimension alone has weight.
    public var stabilityInterval: ClosedRange<Double>?
    /// Advantage at which B = 0.
    public var tippingAdvantage: Double?
}

public struct DynamicResult: Sendable, Hashable {
    /// Per cent.
    public var intensity: Double
    /// B(x_d) − B(0) at the year on screen, at the base year, and ten years after the base year.
    public var effect: Double
    public var effectToday: Double
    public var effectInTenYears: Double
    /// Per cent at which B = 0.
    public var tippingIntensity: Double?
}

public struct InteractionResult: Sendable, Hashable {
    /// B as set minus B without the interaction, at the year on screen and ten years after the base year.
    public var effect: Double
    public var effectInTenYears: Double
}

/// Method §6 at the year on screen; shares are the first side's.
public struct Robustness: Sendable, Hashable {
    public var acceptability: Double?
    public var nearMyWeights: Double?
    public var underMyRanking: Double?
    public var fewestPoints: Tipping.Flip?
    public var spread: Spread
    /// Central weights of those who conclude that a side leads.
    public var centralFirst: [Double]?
    public var centralSecond: [Double]?

    public func central(_ side: Side) -> [Double]? { side == .first ? centralFirst : centralSecond }
}

/// Quantiles of B over all weightings.
public struct Spread: Sendable, Hashable {
    public var q05: Double
    public var q50: Double
    public var q95: Double
}

public struct TakeawayResult: Sendable, Hashable {
    public var status: TakeawayStatus
    /// In the measure's unit; may be infinite.
    public var value: Double
}

/// Computes everything exactly, without sampling, for a model at settings.
public func evaluate(_ model: Model, _ settings: Settings) -> Balance {
    Evaluator(model, settings).result()
}

extension Evaluator {
    /// All of §2 to §6 and §8.
    public func result() -> Balance {
        let z = logRatios(at: years, intensities: intensities)
        let x = index(z)
        let weights = weights(at: years)
        var sum = 0.0
        for i in x.indices { sum += weights[i] * x[i] }
        let parity = yearsToParity()
        return Balance(
            settings: settings, years: years, value: balance(index: sum), index: sum,
            valueToday: balance(at: 0), yearsToParity: parity,
            dimensions: dimensionResults(z: z, x: x, weights: weights),
            dynamics: model.dynamics.indices.map(dynamicResult), interactions: interactionResults(),
            robustness: robustness(x: x, weights: weights),
            outlook: outlook(0...Limits.outlookYears),
            laterOutlook: outlook(Limits.outlookYears + 1...Int(Limits.horizon)),
            takeaways: model.takeaways.map { result(of: $0.test, parity: parity) })
    }

    private func dimensionResults(z: [Double], x: [Double], weights: [Double]) -> [DimensionResult] {
        let today = logRatios(at: 0, intensities: intensities)
        return x.indices.map { i in
            DimensionResult(
                points: settings.points[i], weight: weights[i], logRatio: z[i], index: x[i],
                advantage: Advantage.advantage(logRatio: z[i]), reading: readings[i],
                advantageToday: Advantage.advantage(logRatio: today[i]), contribution: weights[i] * x[i],
                tippingWeight: Tipping.weight(of: i, weights: weights, x: x),
                stabilityInterval: Tipping.stabilityInterval(of: i, weights: weights, x: x),
                tippingAdvantage: tippingAdvantage(of: i, weights: weights, x: x))
        }
    }

    /// s_i at which B = 0, on the scale (method §6).
    private func tippingAdvantage(of i: Int, weights: [Double], x: [Double]) -> Double? {
        guard let tipping = Tipping.index(of: i, weights: weights, x: x) else { return nil }
        let size = abs(tipping)
        if settings.aggregation == .arithmetic { return size < 1 - Tolerance.comparison ? tipping : nil }
        return size <= Limits.logRatio + Tolerance.comparison ? Advantage.advantage(logRatio: tipping) : nil
    }

    private func dynamicResult(_ dynamic: Int) -> DynamicResult {
        DynamicResult(
            intensity: settings.intensities[dynamic], effect: effect(of: dynamic, at: years),
            effectToday: effect(of: dynamic, at: 0), effectInTenYears: effect(of: dynamic, at: 10),
            tippingIntensity: tippingIntensity(of: dynamic).map { $0 * 100 })
    }

    private func interactionResults() -> [InteractionResult] {
        model.interactions.indices.map {
            InteractionResult(
                effect: interactionEffect($0, at: years), effectInTenYears: interactionEffect($0, at: 10))
        }
    }

    private func robustness(x: [Double], weights: [Double]) -> Robustness {
        func quantile(_ p: Double) -> Double { balance(index: Acceptability.quantile(p, of: x)) }
        return Robustness(
            acceptability: Acceptability.share(x),
            nearMyWeights: Acceptability.nearby(x, weights: weights),
            underMyRanking: Acceptability.ranked(x, weights: weights),
            fewestPoints: Tipping.fewestPoints(weights: weights, x: x),
            spread: Spread(q05: quantile(0.05), q50: quantile(0.5), q95: quantile(0.95)),
            centralFirst: Acceptability.centralWeights(x), centralSecond: Acceptability.centralWeights(x.map { -$0 }))
    }
}

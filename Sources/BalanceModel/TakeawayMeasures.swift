#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Evaluator {
    /// A dimension counts as led from this advantage on (method §8).
    static let ledFrom = 0.05

    /// The measured value and the word for it.
    func result(of test: Takeaway.Test, parity: Double?) -> TakeawayResult {
        let value = value(of: test.measure, at: test.years ?? years, parity: parity)
        return TakeawayResult(status: test.status(of: value), value: value)
    }

    /// The same without a parity year at hand: it is looked for only where the measure asks for it.
    func result(of test: Takeaway.Test) -> TakeawayResult {
        result(of: test, parity: test.measure == .yearsToParity ? yearsToParity() : nil)
    }

    private func value(of measure: Measure, at years: Double, parity: Double?) -> Double {
        switch measure {
        case .dimensionsNotLed:
            Double(advantages(at: years).filter { $0 <= Self.ledFrom + Tolerance.comparison }.count)
        case .effectiveDimensions:
            effectiveDimensions(at: years)
        case .dynamicCost(let dynamic):
            cost(of: dynamic, at: years)
        case .dynamicReversal(let dynamic):
            min(effect(of: dynamic, at: 0), cost(of: dynamic, at: years))
        case .decidingPower(let dimension):
            decidingPower(of: dimension, at: years)
        case .dynamicGrip(let dynamic, let dimension):
            advantages(at: years, dynamic, intensity: 0)[dimension]
                - advantages(at: years, dynamic, intensity: 1)[dimension]
        case .yearsToParity:
            parity ?? .infinity
        case .splitLead(let first, let second):
            splitLead(first, second, advantages(at: years))
        }
    }

    /// B with the dynamic at 0 minus B as set.
    private func cost(of dynamic: Int, at years: Double) -> Double {
        balance(at: years, dynamic: dynamic, intensity: 0) - balance(at: years)
    }

    private func advantages(at years: Double) -> [Double] {
        logRatios(at: years, intensities: intensities).map(tanh)
    }

    private func advantages(at years: Double, _ dynamic: Int, intensity: Double) -> [Double] {
        var changed = intensities
        changed[dynamic] = intensity
        return logRatios(at: years, intensities: changed).map(tanh)
    }

    /// e^H of the shares |w_i x_i|/Σ|w_j x_j|; 0 if all are 0.
    private func effectiveDimensions(at years: Double) -> Double {
        let x = index(logRatios(at: years, intensities: intensities))
        let sizes = zip(weights(at: years), x).map { abs($0 * $1) }
        let total = sizes.reduce(0, +)
        guard total > 0 else { return 0 }
        var entropy = 0.0
        for size in sizes where size > 0 { entropy -= size / total * log(size / total) }
        return exp(entropy)
    }

    /// w_i/|Σ_{j≠i} w_j s_j|; ∞ when the rest is 0.
    private func decidingPower(of dimension: Int, at years: Double) -> Double {
        let weights = weights(at: years)
        let s = advantages(at: years)
        var rest = 0.0
        for j in s.indices where j != dimension { rest += weights[j] * s[j] }
        return abs(rest) <= Tolerance.zero ? .infinity : weights[dimension] / abs(rest)
    }

    private func splitLead(_ first: [Int], _ second: [Int], _ s: [Double]) -> Double {
        func mean(_ list: [Int]) -> Double { list.reduce(0) { $0 + s[$1] } / Double(max(1, list.count)) }
        return min(mean(first), -mean(second))
    }
}

extension Takeaway.Test {
    /// Supported, open or contradicted; a value within 1e-9 of a threshold has reached it (method §8).
    public func status(of value: Double) -> TakeawayStatus {
        let tolerance = Tolerance.comparison
        if supportedAt > contradictedAt {
            return value >= supportedAt - tolerance
                ? .supported : value <= contradictedAt + tolerance ? .contradicted : .open
        }
        return value <= supportedAt + tolerance
            ? .supported : value >= contradictedAt - tolerance ? .contradicted : .open
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Method §1: two values to a log ratio and an advantage.
public enum Advantage {
    /// z = ½ ln(a/b), limited to ±3; the sign flips where less is better. `a`, `b` ≥ 0, not both 0.
    public static func logRatio(_ a: Double, _ b: Double, better: Indicator.Direction = .more) -> Double {
        // ln a − ln b, not ln(a/b): exchanging the sides turns the sign and changes no digit.
        let z = clamped(0.5 * (log(a) - log(b)))
        return better == .more ? z : -z
    }

    /// s = tanh z, in −1…1.
    public static func advantage(logRatio z: Double) -> Double { tanh(z) }

    /// z of an advantage `s`, −1 < s < 1.
    public static func logRatio(advantage s: Double) -> Double { clamped(atanh(s)) }

    /// The share of the first side in the two, 0…1.
    public static func firstShare(advantage s: Double) -> Double { (1 + s) / 2 }

    static func clamped(_ z: Double) -> Double { min(max(z, -Limits.logRatio), Limits.logRatio) }

    /// Least-squares slope of `values` over `years`; `nil` with fewer than two.
    static func slope(of values: [Double], over years: [Int]) -> Double? {
        guard values.count >= 2 else { return nil }
        let count = Double(values.count)
        let meanYear = years.reduce(0.0) { $0 + Double($1) } / count
        let mean = values.reduce(0, +) / count
        var covariance = 0.0
        var variance = 0.0
        for (value, year) in zip(values, years) {
            let distance = Double(year) - meanYear
            covariance += distance * (value - mean)
            variance += distance * distance
        }
        return variance > 0 ? covariance / variance : nil
    }
}

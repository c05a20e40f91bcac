#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Roots of functions of one variable.
enum Root {
    /// A root of `f` between two ends where its signs differ, to within `tolerance`.
    ///
    /// Bisection that takes a damped secant step where that is safe (ITP; Oliveira & Takahashi, ACM TOMS 47, 2020):
    /// a step or two above bisection at worst, a quarter of its steps on smooth functions.
    static func between(_ low: Double, _ high: Double, tolerance: Double, _ f: (Double) -> Double) -> Double {
        var (low, high) = (low, high)
        var (atLow, atHigh) = (f(low), f(high))
        let damping = 0.2 / (high - low)
        // Half the width that bisection with one spare step would have left.
        var allowed = tolerance * exp2(max(0, log2((high - low) / tolerance).rounded(.up)))
        while high - low > tolerance {
            let width = high - low
            let middle = low + width / 2
            let secant = low + width * (atLow / (atLow - atHigh))
            let side = secant <= middle ? 1.0 : -1.0
            let shift = damping * width * width
            let damped = shift <= abs(middle - secant) ? secant + side * shift : middle
            let radius = max(0, allowed - width / 2)
            var point = abs(damped - middle) <= radius ? damped : middle - side * radius
            if !(point > low && point < high) { point = middle }
            guard point > low, point < high else { break }
            let value = f(point)
            if value == 0 { return point }
            if (value > 0) == (atHigh > 0) { (high, atHigh) = (point, value) } else { (low, atLow) = (point, value) }
            allowed /= 2
        }
        return low + (high - low) / 2
    }
}

/// Method §6, the exact volume of the weightings under which a weighted sum is positive.
public enum Acceptability {
    /// The share of all weightings, uniform on the simplex, under which Σ w_i x_i > 0; `nil` when all x are 0.
    ///
    /// Varsi 1973, Ali 1973; every step is a convex combination, so nothing cancels. O(P·N) in the counts of positive
    /// and negative values.
    public static func share(_ x: [Double]) -> Double? {
        x.withUnsafeBufferPointer { share($0, minus: 0) }
    }

    /// The share under which Σ w_i (x_i − c) > 0.
    static func share(_ x: UnsafeBufferPointer<Double>, minus c: Double) -> Double? {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * x.count + 1) { room -> Double? in
            var positives = 0
            var negatives = 0
            // Positive values at the front, negative ones from x.count on, the row of T behind both.
            for value in x {
                let difference = value - c
                if difference > 0 {
                    room[positives] = difference
                    positives += 1
                } else if difference < 0 {
                    room[x.count + negatives] = -difference
                    negatives += 1
                }
            }
            guard positives + negatives > 0 else { return nil }
            let row = 2 * x.count
            room[row] = 1
            for j in 0..<negatives { room[row + j + 1] = 0 }
            for i in 0..<positives {
                let a = room[i]
                room[row] = 1
                for j in 0..<negatives {
                    let b = room[x.count + j]
                    room[row + j + 1] = (a * room[row + j] + b * room[row + j + 1]) / (a + b)
                }
            }
            let share = room[row + negatives]
            // Rounding must not turn nearly all weightings into all of them, or very few into none.
            guard positives > 0, negatives > 0 else { return share }
            return min(max(share, .leastNormalMagnitude), 1.0.nextDown)
        }
    }

    /// The value c that Σ w_i x_i stays below with probability `p` over all weightings, found by bracketing.
    public static func quantile(_ p: Double, of x: [Double]) -> Double {
        guard let low = x.min(), let high = x.max(), low < high else { return x.first ?? 0 }
        return x.withUnsafeBufferPointer { x in
            Root.between(low, high, tolerance: 1e-13) { 1 - (share(x, minus: $0) ?? 1) - p }
        }
    }

    /// The mean weighting of those under which Σ w_i x_i > 0 (SMAA's central weights); `nil` where there is none.
    public static func centralWeights(_ x: [Double]) -> [Double]? {
        guard let share = share(x), share > 0 else { return nil }
        var twice = x
        twice.append(0)
        return x.indices.map { i in
            twice[x.count] = x[i]
            return (Acceptability.share(twice) ?? 0) / (Double(x.count) * share)
        }
    }

    /// The share over the weightings (1 − ε)·w + ε·v, v uniform on the simplex.
    public static func nearby(_ x: [Double], weights: [Double], nearness: Double = Limits.nearness) -> Double? {
        let index = zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 }
        return share(x.map { (1 - nearness) * index + nearness * $0 })
    }
}

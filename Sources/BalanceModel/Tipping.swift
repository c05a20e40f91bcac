/// Method §6: single changes that bring the balance to 0.
public enum Tipping {
    /// Weight taken from one dimension and given to another.
    public struct Move: Sendable, Hashable {
        /// Indices of dimensions.
        public var from: Int
        public var to: Int
        /// Part of the whole weight, 0…1.
        public var weight: Double
    }

    /// The smallest total weight that must move for Σ w_i x_i to reach 0.
    public struct Flip: Sendable, Hashable {
        /// Part of the whole weight, 0…1.
        public var weight: Double
        public var moves: [Move]
    }

    /// Greedy, which is optimal: each move goes from the dimension that most favours the leader to the one that least
    /// does. `nil` when no dimension favours the other side, or there is no leader.
    public static func fewestPoints(weights: [Double], x: [Double]) -> Flip? {
        let index = zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 }
        guard abs(index) > Tolerance.zero else { return nil }
        let sign = index > 0 ? 1.0 : -1.0
        guard let receiver = x.indices.min(by: { (x[$0] * sign, $0) < (x[$1] * sign, $1) }), x[receiver] * sign < 0
        else { return nil }
        let givers = x.indices.filter { $0 != receiver && weights[$0] > 0 }
            .sorted { (-x[$0] * sign, $0) < (-x[$1] * sign, $1) }
        var left = index * sign
        var flip = Flip(weight: 0, moves: [])
        for giver in givers {
            let gain = (x[giver] - x[receiver]) * sign
            guard gain > 0, left > Tolerance.zero else { break }
            let moved = min(weights[giver], left / gain)
            flip.moves.append(Move(from: giver, to: receiver, weight: moved))
            flip.weight += moved
            left = moved < weights[giver] ? 0 : left - moved * gain
        }
        return flip
    }

    /// R: what Σ w x would be without a dimension, the others keeping their proportions; `nil` when it alone has weight.
    private static func rest(_ i: Int, _ weights: [Double], _ x: [Double]) -> Double? {
        var sum = 0.0
        var total = 0.0
        for j in x.indices where j != i {
            sum += weights[j] * x[j]
            total += weights[j]
        }
        return total > 0 ? sum / total : nil
    }

    /// w_i* in 0…1 at which the balance is 0, the other weights keeping their proportions.
    public static func weight(of i: Int, weights: [Double], x: [Double]) -> Double? {
        guard let rest = rest(i, weights, x), rest != x[i] else { return nil }
        let tipping = rest / (rest - x[i])
        // abs: −0 is 0.
        return tipping >= 0 && tipping <= 1 ? abs(tipping) : nil
    }

    /// The range of w_i around its present value that keeps the verdict (Mareschal 1988); `nil` when the balance is 0,
    /// and when the dimension alone has weight: how the others would share what it gives up is undefined.
    public static func stabilityInterval(of i: Int, weights: [Double], x: [Double]) -> ClosedRange<Double>? {
        guard abs(zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 }) > Tolerance.zero, rest(i, weights, x) != nil
        else { return nil }
        guard let tipping = weight(of: i, weights: weights, x: x) else { return 0...1 }
        return weights[i] < tipping ? 0...tipping : tipping...1
    }

    /// The index x_i at which Σ w x is 0, all else as set; `nil` without weight. The caller checks the scale.
    static func index(of i: Int, weights: [Double], x: [Double]) -> Double? {
        guard weights[i] > 0 else { return nil }
        return x[i] - zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 } / weights[i]
    }
}

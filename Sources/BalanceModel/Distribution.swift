#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Acceptability {
    /// P(Σ w_i x_i ≤ c) over all weightings (method §6, spread), 0…1.
    public static func cumulative(_ x: [Double], upTo c: Double) -> Double {
        // Nothing above and nothing below c: all x are c, and so is every weighted sum.
        1 - (x.withUnsafeBufferPointer { share($0, minus: c) } ?? 0)
    }
}

/// How B is spread over all weightings, exactly (method §6): the probability of each of some bins.
public struct SpreadBins: Sendable, Hashable {
    /// Ends of the bins in units of B, ascending; one more than there are bins.
    public var edges: [Double]
    /// The probability of B in (edges[k], edges[k + 1]]; adds to 1. The first and last bin also hold what lies beyond.
    public var masses: [Double]
}

extension Balance {
    /// The spread of B over all weightings in `count` bins of equal width over `range`, at the year on screen.
    public func spreadBins(_ count: Int, over range: ClosedRange<Double>) -> SpreadBins {
        let count = max(1, count)
        let width = (range.upperBound - range.lowerBound) / Double(count)
        let edges = (0...count).map { $0 == count ? range.upperBound : range.lowerBound + Double($0) * width }
        let x = dimensions.map(\.index)
        let below = edges.dropFirst().dropLast().map { Acceptability.cumulative(x, upTo: index(balance: $0)) }
        let ends = [0] + below + [1]
        return SpreadBins(edges: edges, masses: (0..<count).map { max(0, ends[$0 + 1] - ends[$0]) })
    }

    /// The smallest and the largest B that any weighting gives.
    public var reach: ClosedRange<Double> {
        let values = dimensions.map { settings.aggregation == .arithmetic ? $0.index : tanh($0.index) }
        guard let low = values.min(), let high = values.max() else { return 0...0 }
        return low...high
    }

    /// Σ w x at which B has a value (method §5).
    private func index(balance: Double) -> Double { settings.aggregation == .arithmetic ? balance : atanh(balance) }
}

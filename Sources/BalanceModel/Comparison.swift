/// Where the difference between two settings comes from (method §6, comparing two settings).
///
/// Units of the index Σ w x of the second's aggregation; `change` is exactly the sum of all terms.
public struct Comparison: Sendable, Hashable {
    public var from: Balance
    public var to: Balance
    /// Σ w'x' − Σ w x.
    public var change: Double
    /// (w'_i − w_i)·x_i by dimension: what the weights did.
    public var weights: [Double]
    /// w'_i·(x'_i − x_i) by dimension: what the scores did.
    public var scores: [Double]

    /// The first settings' index is taken in the second's aggregation, so that the split is exact in one unit.
    public init(_ model: Model, from: Settings, to: Settings) {
        var aligned = from
        aligned.aggregation = to.aggregation
        let origin = evaluate(model, aligned)
        self.from = from.aggregation == to.aggregation ? origin : evaluate(model, from)
        self.to = evaluate(model, to)
        let target = self.to
        weights = origin.dimensions.indices.map {
            (target.dimensions[$0].weight - origin.dimensions[$0].weight) * origin.dimensions[$0].index
        }
        scores = origin.dimensions.indices.map {
            target.dimensions[$0].weight * (target.dimensions[$0].index - origin.dimensions[$0].index)
        }
        change = target.index - origin.index
    }
}

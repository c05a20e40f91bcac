import BalanceModel
import Testing

/// Method §6: the exact shares against drawn weightings, within 4.5 standard errors.
@Suite struct MonteCarloTests {
    private static let draws = 2500

    /// The mean of what `score` says of weightings drawn uniformly, with its standard error.
    private func mean(
        _ n: Int, seed: Int, _ score: ([Double], inout SeededGenerator) -> Double
    ) -> (mean: Double, error: Double) {
        var random = SeededGenerator(seed + 5000)
        var sum = 0.0
        var squares = 0.0
        for _ in 0..<Self.draws {
            let value = score(RandomModels.weighting(n, &random), &random)
            sum += value
            squares += value * value
        }
        let mean = sum / Double(Self.draws)
        let variance = max(0, squares / Double(Self.draws) - mean * mean)
        // One draw more or less, where all or none of them hit.
        return (mean, (variance / Double(Self.draws)).squareRoot() + 0.25 / Double(Self.draws))
    }

    private func agrees(_ exact: Double?, _ sampled: (mean: Double, error: Double)) -> Bool {
        exact.map { abs($0 - sampled.mean) < 4.5 * sampled.error } ?? false
    }

    @Test(arguments: 0..<16) func sharesAgreeWithDraws(seed: Int) {
        let (model, settings) = RandomModels.pair(seed, dimensions: 2...24)
        let result = evaluate(model, settings)
        let x = result.dimensions.map(\.index)
        guard x.contains(where: { $0 != 0 }) else { return }
        let robustness = result.robustness
        #expect(agrees(robustness.acceptability, mean(x.count, seed: seed) { w, _ in dot(w, x) > 0 ? 1 : 0 }))
        let near = mean(x.count, seed: seed + 100) { w, _ in 0.75 * result.index + 0.25 * dot(w, x) > 0 ? 1 : 0 }
        #expect(agrees(robustness.nearMyWeights, near))
    }

    @Test(arguments: 0..<16) func rankedSharesAgreeWithDraws(seed: Int) {
        let (model, settings) = RandomModels.pair(seed, dimensions: 2...9)
        let result = evaluate(model, settings)
        let x = result.dimensions.map(\.index)
        guard let exact = result.robustness.underMyRanking else { return }
        let mine = result.dimensions.map(\.weight)
        let tied = mine.allSatisfy { close($0, mine[0], within: 1e-9) }
        let sampled = mean(x.count, seed: seed) { drawn, random in
            if tied { return dot(drawn, x) > 0 ? 1 : 0 }
            // The drawn weights go to the dimensions by rank; tied ones stand in random order.
            let places = x.map { _ in Double.random(in: 0...1, using: &random) }
            let ranks = mine.map { ($0 * 1e8).rounded() }
            let ranked = x.indices.sorted { (-ranks[$0], places[$0]) < (-ranks[$1], places[$1]) }
            return dot(drawn.sorted(by: >), ranked.map { x[$0] }) > 0 ? 1 : 0
        }
        #expect(agrees(exact, sampled))
    }

    @Test(arguments: 0..<16) func spreadAgreesWithDraws(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let result = evaluate(model, settings)
        let x = result.dimensions.map(\.index)
        let geometric = settings.aggregation == .geometric
        for (quantile, p) in zip([result.robustness.spread.q05, result.robustness.spread.q95], [0.05, 0.95]) {
            let index = geometric ? Advantage.logRatio(advantage: quantile) : quantile
            #expect(agrees(p, mean(x.count, seed: seed) { w, _ in dot(w, x) <= index ? 1 : 0 }))
        }
    }

    @Test(arguments: 0..<12) func centralWeightsAgreeWithDraws(seed: Int) {
        let (model, settings) = RandomModels.pair(seed, dimensions: 2...6)
        let result = evaluate(model, settings)
        let x = result.dimensions.map(\.index)
        let robustness = result.robustness
        guard let share = robustness.acceptability, let central = robustness.centralFirst, share > 0.1 else { return }
        let i = seed % x.count
        // E[w_i; lead] = E[w_i | lead]·P(lead)
        let sampled = mean(x.count, seed: seed) { w, _ in dot(w, x) > 0 ? w[i] : 0 }
        #expect(agrees(central[i] * share, sampled))
    }
}

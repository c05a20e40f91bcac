import BalanceModel
import Foundation
import Testing

@Suite("Spread over all weightings, bin by bin (§6)")
struct DistributionTests {
    @Test("two opposite scores spread evenly")
    func uniform() {
        // B = 2w − 1 with w uniform on 0…1: every bin of a quarter of −0.8…0.8 holds a quarter.
        let balance = balance(makeModel(dimensions([0.8, -0.8], weights: [0.5, 0.5])))
        #expect(allClose(balance.spreadBins(4, over: -0.8...0.8).masses, [0.25, 0.25, 0.25, 0.25]))
        #expect(balance.reach == balance.dimensions[1].index...balance.dimensions[0].index)
    }

    @Test("three scores give the triangle they must")
    func triangle() {
        // x = (1, 0, −1)·0.5: B is 0.5·(w_1 − w_3), whose density is a triangle over −0.5…0.5.
        let balance = balance(makeModel(dimensions([0.5, 0, -0.5], weights: [1, 1, 1])))
        #expect(allClose(balance.spreadBins(4, over: -0.5...0.5).masses, [0.125, 0.375, 0.375, 0.125]))
    }

    @Test("the mass above parity is the acceptability: hand cases of the method")
    func handCases() {
        for (scores, share) in [([0.9, -0.9, 0.9], 3.0 / 4), ([0.8, -0.4, -0.4], 4.0 / 9)] {
            let balance = balance(makeModel(dimensions(scores, weights: scores.map { _ in 1 })))
            let masses = balance.spreadBins(2, over: -1...1).masses
            #expect(close(masses[1], share))
        }
    }

    @Test("equal scores put all into one bin")
    func point() {
        let balance = balance(makeModel(dimensions([0.3, 0.3, 0.3], weights: [1, 2, 3])))
        #expect(balance.spreadBins(4, over: -0.4...0.4).masses.filter { $0 > 0 } == [1])
        #expect(balance.spreadBins(4, over: -0.4...0.4).masses[3] == 1)
    }

    @Test("masses add to 1, none is negative, and they meet the quantiles, whatever the model", arguments: 0..<60)
    func random(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let balance = evaluate(model, settings)
        let reach = balance.reach
        for range in [reach, -1...1, -0.01...0.01] where range.lowerBound < range.upperBound {
            let bins = balance.spreadBins(37, over: range)
            #expect(bins.edges.count == 38 && bins.edges == bins.edges.sorted())
            #expect(bins.masses.allSatisfy { $0 >= 0 })
            #expect(close(bins.masses.reduce(0, +), 1))
        }
        guard reach.upperBound - reach.lowerBound > 1e-6 else { return }
        let spread = balance.robustness.spread
        for (quantile, share) in [(spread.q05, 0.05), (spread.q50, 0.5), (spread.q95, 0.95)] {
            // Two bins that meet at the quantile.
            let width = 2.0
            let below = balance.spreadBins(2, over: quantile - width...quantile + width).masses[0]
            #expect(close(below, share, within: 1e-6), "seed \(seed): \(below) below the \(share) quantile")
        }
    }

    @Test("the bins agree with sampled weightings", arguments: [3, 8])
    func sampled(seed: Int) {
        let (model, settings) = RandomModels.pair(seed, dimensions: 4...6)
        let balance = evaluate(model, settings)
        let bins = balance.spreadBins(8, over: balance.reach)
        var random = SeededGenerator(seed)
        let draws = 40_000
        var counts = [Double](repeating: 0, count: 8)
        let x = balance.dimensions.map(\.index)
        for _ in 0..<draws {
            let sum = dot(RandomModels.weighting(x.count, &random), x)
            let value = settings.aggregation == .arithmetic ? sum : tanh(sum)
            let place = (value - bins.edges[0]) / (bins.edges[8] - bins.edges[0]) * 8
            counts[min(max(Int(place), 0), 7)] += 1
        }
        for (count, mass) in zip(counts, bins.masses) {
            let error = (mass * (1 - mass) / Double(draws)).squareRoot()
            #expect(abs(count / Double(draws) - mass) < 5 * error + 1e-4)
        }
    }
}

import BalanceModel
import Testing

/// Method §6: the share over the weightings that keep the order of importance.
@Suite struct RankingTests {
    private let x = [0.2, -0.6, 0.7]

    @Test func keepsTheOrderOfImportance() {
        // Means of the first 1, 2, 3: (0.2, −0.2, 0.1): T(1, 1) = ½, T(2, 1) = (0.1 + 0.2·½)/0.3.
        #expect(close(Acceptability.ranked(x, weights: [0.5, 0.3, 0.2]), 2.0 / 3))
        // Order 3, 1, 2: (0.7, 0.45, 0.1).
        #expect(Acceptability.ranked(x, weights: [0.3, 0.1, 0.6]) == 1)
        // Only the order counts.
        #expect(close(Acceptability.ranked(x, weights: [0.34, 0.333, 0.327]), 2.0 / 3))
    }

    @Test func aClearOrderDecidesMoreThanThePlainShare() {
        // Two dimensions, w₁ ≥ w₂: y = (½, −¼): ⅔; the other way round (−1, −¼).
        #expect(close(Acceptability.ranked([0.5, -1], weights: [0.7, 0.3]), 2.0 / 3))
        #expect(Acceptability.ranked([0.5, -1], weights: [0.3, 0.7]) == 0)
        #expect(close(Acceptability.ranked([0.5, -1], weights: [0.5, 0.5]), 1.0 / 3))
    }

    @Test func tiedDimensionsAreInNoOrder() {
        // 1, 2 tied: the orders give ⅔ (above) and, from (−0.6, −0.2, 0.1), 1/7·1/3 = 1/21.
        #expect(close(Acceptability.ranked(x, weights: [0.4, 0.4, 0.2]), 5.0 / 14))
        // 2, 3 tied behind 1: (0.2, −0.2, 0.1) and (0.2, 0.45, 0.1).
        #expect(close(Acceptability.ranked(x, weights: [0.6, 0.2, 0.2]), 5.0 / 6))
        // Weights that differ by rounding are tied.
        #expect(close(Acceptability.ranked(x, weights: [0.4, 0.4 + 1e-12, 0.2]), 5.0 / 14))
        // Dimensions without weight are tied too.
        #expect(close(Acceptability.ranked(x, weights: [1, 0, 0]), 5.0 / 6))
    }

    @Test func allTiedIsThePlainShare() {
        let many = (0..<24).map { Double($0) - 9.5 }
        let equal = [Double](repeating: 1.0 / 24, count: 24)
        #expect(Acceptability.ranked(many, weights: equal) == Acceptability.share(many))
        #expect(Acceptability.ranked([2, -1, -1], weights: [1.0 / 3, 1.0 / 3, 1.0 / 3]) == 4.0 / 9)
    }

    /// 8! = 40,320 orders are walked through, twice as many are not.
    @Test func tooManyOrdersGiveNone() {
        let eight = [Double](repeating: 0.1, count: 8)
        // The tied eight all at −1, the last at +17: the first eight means −1, the last (−8 + 17)/9 = 1: (½)⁸.
        let x = [Double](repeating: -1, count: 8) + [17]
        #expect(close(Acceptability.ranked(x, weights: eight + [0.05]), 1.0 / 256))
        #expect(Acceptability.ranked(x + [1], weights: eight + [0.05, 0.01]) != nil)
        #expect(Acceptability.ranked(x + [1], weights: eight + [0.05, 0.05]) == nil)
        #expect(Acceptability.ranked(x + [1], weights: eight + [0.1, 0.05]) == nil)
        // 4!·4!·4! = 13,824.
        let twelve = [0.5, 0.5, 0.5, 0.5, 0.3, 0.3, 0.3, 0.3, 0.1, 0.1, 0.1, 0.1]
        let mixed = (0..<12).map { Double($0 % 3) - 1 }
        #expect(Acceptability.ranked(mixed, weights: twelve) != nil)
    }

    @Test func nothingToWeigh() {
        #expect(Acceptability.ranked([0, 0, 0], weights: [0.5, 0.3, 0.2]) == nil)
        #expect(Acceptability.ranked([0, 0], weights: [0.5, 0.5]) == nil)
    }

    /// Groups of 3, 1, 4 and 2 tied dimensions: 288 orders, each by its own definition.
    @Test(arguments: 0..<5) func everyOrderOfTheTiedCountsTheSame(seed: Int) {
        var random = SeededGenerator(seed)
        let sizes = [3, 1, 4, 2]
        let groups = sizes.map { size in (0..<size).map { _ in Double.random(in: -1...1, using: &random) } }
        let weights = zip(sizes, [0.2, 0.1, 0.06, 0.03]).flatMap { [Double](repeating: $1, count: $0) }
        var orders: [[Double]] = [[]]
        for group in groups {
            orders = orders.flatMap { first in permutations(group).map { first + $0 } }
        }
        let shares = orders.map { order in
            Acceptability.share(order.indices.map { k in order[...k].reduce(0, +) / Double(k + 1) }) ?? 0
        }
        let x = groups.flatMap { $0 }
        #expect(shares.count == 288)
        #expect(close(Acceptability.ranked(x, weights: weights), shares.reduce(0, +) / 288))
        #expect(close(Acceptability.ranked(x.reversed(), weights: weights.reversed()), shares.reduce(0, +) / 288))
    }

    private func permutations(_ values: [Double]) -> [[Double]] {
        guard values.count > 1 else { return [values] }
        return values.indices.flatMap { k in
            var rest = values
            let first = rest.remove(at: k)
            return permutations(rest).map { [first] + $0 }
        }
    }
}

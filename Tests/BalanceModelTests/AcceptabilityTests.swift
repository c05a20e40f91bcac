import BalanceModel
import Testing

/// Method §6: the share of all weightings under which the first side leads.
@Suite struct AcceptabilityTests {
    static let hand: [([Double], Double)] = [
        ([1.0, -1], 0.5), ([1, -1, 1], 3.0 / 4), ([2, -1, -1], 4.0 / 9), ([3, 1, -2], 11.0 / 15),
        ([4, -1, -1, -1], 64.0 / 125),
        // Two dimensions: the lead holds where w₁a > w₂b, a share a/(a + b).
        ([0.5, -0.25], 2.0 / 3), ([-0.1, 0.3], 3.0 / 4),
        // One positive among n: Π a/(a + b_j).
        ([0.2, -0.6, -0.2], 1.0 / 8), ([1, -3, -1, -4], 1.0 / 40),
        // Two of either: T(2, 2) from T(1, 1) = ½, T(2, 1) = ¾, T(1, 2) = ¼.
        ([1, 1, -1, -1], 0.5), ([1, 2, -1, -2], 0.5),
    ]

    @Test(arguments: hand) func handCases(x: [Double], share: Double) {
        #expect(close(Acceptability.share(x), share))
        #expect(close(Acceptability.share(x.map { -$0 }), 1 - share))
        #expect(close(Acceptability.share(x.reversed()), share))
        #expect(close(Acceptability.share(x.map { $0 * 1e-7 }), share))
    }

    @Test func zerosDropOut() {
        #expect(close(Acceptability.share([0, 2, 0, -1, -1]), 4.0 / 9))
        #expect(close(Acceptability.share([2, -1, -1, -0.0]), 4.0 / 9))
    }

    @Test func withoutAnythingToWeighThereIsNone() {
        #expect(Acceptability.share([0, 0, 0]) == nil)
        #expect(Acceptability.share([]) == nil)
    }

    @Test func whateverTheWeightsIsExactlyAllOrNothing() {
        #expect(Acceptability.share([0.1, 0, 0.9]) == 1)
        #expect(Acceptability.share([-0.1, -1e-9, 0]) == 0)
    }

    /// 23 dimensions for one side and a weak one for the other: 10⁻²³ of the weightings are still some.
    @Test func oneDimensionAgainstAllOthersIsNeverAllOrNothing() throws {
        let x = [Double](repeating: 0.9, count: 23) + [-0.1]
        let first = try #require(Acceptability.share(x))
        #expect(first < 1 && first > 1 - 1e-15)
        // (0.1/1.0)²³
        let second = try #require(Acceptability.share(x.map { -$0 }))
        #expect(second > 0 && close(second * 1e23, 1))
    }

    @Test func extremeRatiosStayInRange() throws {
        for x in [
            [1e-300, -1], [1e-300, -1, 3, -1e-300], [1, -1e-300],
            [Double.leastNonzeroMagnitude, -Double.leastNonzeroMagnitude],
        ] {
            let share = try #require(Acceptability.share(x))
            #expect(share >= 0 && share <= 1)
            #expect(try close(#require(Acceptability.share(x.map { -$0 })) + share, 1))
        }
        let unlikely = [1e-200] + [Double](repeating: -1, count: 10)
        #expect(try #require(Acceptability.share(unlikely)) > 0)
    }

    @Test func centralWeightsAreTheMeanOfThoseWhoConcludeSo() {
        #expect(allClose(Acceptability.centralWeights([1, -1, 1]), [7.0 / 18, 4.0 / 18, 7.0 / 18]))
        #expect(allClose(Acceptability.centralWeights([-1, 1, -1]), [1.0 / 6, 4.0 / 6, 1.0 / 6]))
        // Two dimensions: w₁ uniform on (⅓, 1).
        #expect(allClose(Acceptability.centralWeights([2, -1]), [2.0 / 3, 1.0 / 3]))
        // A dimension without an advantage has the mean weight 1/n of any weighting.
        #expect(close(Acceptability.centralWeights([2, -1, 0])?[2], 1.0 / 3))
        #expect(allClose(Acceptability.centralWeights([1, 2, 0]), [1.0 / 3, 1.0 / 3, 1.0 / 3]))
    }

    @Test func centralWeightsOfASideThatNeverLeads() {
        #expect(Acceptability.centralWeights([-1, -2, 0]) == nil)
        #expect(Acceptability.centralWeights([0, 0]) == nil)
    }

    @Test func nearMyWeights() {
        // w = (0.6, 0.4), x = (½, −½): Σ = 0.1, y = 0.075 ± 0.125 = (0.2, −0.05).
        #expect(close(Acceptability.nearby([0.5, -0.5], weights: [0.6, 0.4]), 0.8))
        // w = (½, ½): Σ = 0, y = ¼x.
        #expect(close(Acceptability.nearby([0.5, -0.5], weights: [0.5, 0.5]), 0.5))
        // x = (½, −¼), w = (½, ½): y = (0.21875, 0.03125): safe nearby though not everywhere.
        #expect(Acceptability.nearby([0.5, -0.25], weights: [0.5, 0.5]) == 1)
        #expect(Acceptability.nearby([0, 0], weights: [0.5, 0.5]) == nil)
        // All of the way: the plain share.
        #expect(close(Acceptability.nearby([2, -1, -1], weights: [0.9, 0.1, 0], nearness: 1), 4.0 / 9))
    }

    @Test func spreadOfTwoDimensionsIsUniform() {
        let x = [0.5, -0.3]
        #expect(close(Acceptability.quantile(0.05, of: x), -0.26, within: 1e-11))
        #expect(close(Acceptability.quantile(0.5, of: x), 0.1, within: 1e-11))
        #expect(close(Acceptability.quantile(0.95, of: x), 0.46, within: 1e-11))
    }

    static let quantiles: [([Double], Double, Double)] = [
        // w₁ ~ Beta(1, 2): P(w₁ ≤ c) = 1 − (1 − c)².
        ([1.0, 0, 0], 0.05, 0.025320565519103666), ([1, 0, 0], 0.5, 0.2928932188134524),
        ([1, 0, 0], 0.95, 0.776393202250021),
        // 1 − w₁: P(≤ c) = c².
        ([0, 1, 1], 0.05, 0.22360679774997896), ([0, 1, 1], 0.95, 0.9746794344808963),
        // Below the middle x: P = (c − x₁)²/((x₃ − x₁)(x₂ − x₁)): −0.4 + √(0.05·1·0.5), and its mirror.
        ([-0.4, 0.1, 0.6], 0.05, -0.24188611699158102), ([-0.4, 0.1, 0.6], 0.5, 0.1),
        ([-0.4, 0.1, 0.6], 0.95, 0.44188611699158103),
        // Order does not matter; 0.2 from the left end: −0.2 + √(0.5·0.8·0.6).
        ([0.4, -0.2, 0.6], 0.5, 0.28989794855663558),
    ]

    @Test(arguments: quantiles) func spreadOfThreeDimensions(x: [Double], p: Double, quantile: Double) {
        #expect(close(Acceptability.quantile(p, of: x), quantile, within: 1e-11))
    }

    @Test func spreadOfEqualAdvantagesIsAPoint() {
        for p in [0.05, 0.5, 0.95] {
            #expect(Acceptability.quantile(p, of: [0.3, 0.3, 0.3]) == 0.3)
            #expect(Acceptability.quantile(p, of: [0, 0]) == 0)
        }
    }
}

/// Method §6: what the result reports at settings.
@Suite struct RobustnessTests {
    private let model = makeModel(dimensions([0.5, -0.25, 0.1], weights: [0.5, 0.3, 0.2]))

    @Test func aBalanceOfNothingHasNoShares() {
        let result = balance(makeModel(dimensions([0, 0, 0], weights: [0.5, 0.3, 0.2])))
        #expect(result.value == 0 && result.verdict == .level && result.leader == nil && result.favoured == nil)
        let robustness = result.robustness
        #expect(robustness.acceptability == nil && robustness.nearMyWeights == nil)
        #expect(robustness.underMyRanking == nil && robustness.fewestPoints == nil)
        #expect(robustness.centralFirst == nil && robustness.centralSecond == nil)
        #expect([robustness.spread.q05, robustness.spread.q50, robustness.spread.q95] == [0, 0, 0])
        #expect(result.dimensions.allSatisfy { $0.tippingWeight == nil && $0.stabilityInterval == nil })
        #expect(result.dimensions.allSatisfy { close($0.tippingAdvantage, 0) })
        #expect(result.outlook.allSatisfy { $0.acceptability == nil && $0.balance == 0 })
        #expect(result.yearsToParity == nil)
    }

    @Test func centralWeightsBelongToTheirSides() throws {
        // One negative among three: the second side leads under 0.25/0.75·0.25/0.35 = 5/21 of the weightings.
        let robustness = balance(model).robustness
        #expect(close(robustness.acceptability, 16.0 / 21))
        let first = try #require(robustness.central(.first))
        let second = try #require(robustness.central(.second))
        // Together they make the mean of all weightings.
        let all = zip(first, second).map { 16.0 / 21 * $0 + 5.0 / 21 * $1 }
        #expect(allClose(all, [1.0 / 3, 1.0 / 3, 1.0 / 3]))
        #expect(first[1] < 1.0 / 3 && second[1] > 1.0 / 3)
    }

    @Test func spreadIsInUnitsOfTheBalance() {
        let pair = makeModel(dimensions([0.5, -0.25], weights: [0.5, 0.5]))
        let arithmetic = balance(pair).robustness.spread
        #expect(allClose([arithmetic.q05, arithmetic.q50, arithmetic.q95], [-0.2125, 0.125, 0.4625], within: 1e-11))
        // z from −0.255413 to 0.549306, uniform: tanh of its quantiles.
        let geometric = balance(pair) { $0.aggregation = .geometric }.robustness.spread
        let expected = [-0.21191626456462842, 0.1458980337503154, 0.46922042466399355]
        #expect(allClose([geometric.q05, geometric.q50, geometric.q95], expected, within: 1e-11))
    }

    @Test func sharesFollowTheYearOnScreen() {
        let drifting = makeModel([dimension(0.5, momentum: -3), dimension(-0.25)])
        #expect(close(balance(drifting).robustness.acceptability, 2.0 / 3))
        // As in the outlook of 2031.
        let later = balance(drifting) { $0.year = 2031 }
        #expect(close(later.robustness.acceptability, 0.2836285890163451))
    }
}

import BalanceModel
import Testing

/// The spread of B in bins and the years in which the verdict hangs on the reader's values (method §6 and §7).
@Suite struct OutlookTests {
    /// z falls by 0.075 a year from ½ ln 3 on one dimension and stays at ¼ ahead on the other.
    private let falling = makeModel([dimension(0.5, momentum: -3), dimension(0.25)])

    @Test func theLongOutlookReachesTheHorizon() {
        let result = balance(falling) { $0.year = 2031 }
        #expect(result.outlook.count == 16 && result.laterOutlook.map(\.year) == Array(2041...2050))
        #expect(result.longOutlook.map(\.year) == Array(2025...2050))
        // ½(tanh(½ ln 3 − 0.075·20) + ¼) in 2045.
        #expect(close(result.laterOutlook[4].balance, -0.2450485065614078))
    }

    @Test func periodsSayWhenValuesDecide() {
        // ½ ln 3/0.075 = 7.32 years: from 2033 on the two dimensions disagree.
        let periods = balance(falling).periods
        #expect(periods.map(\.verdict) == [.settled(.first), .open])
        #expect(periods.map(\.years) == [2025...2032, 2033...2050])
    }

    @Test func periodsOfASideThatNeverLeadsAndOfNothing() {
        let second = makeModel([dimension(-0.5), dimension(-0.25)])
        #expect(balance(second).periods.map(\.verdict) == [.settled(.second)])
        let level = makeModel([dimension(0), dimension(0)])
        #expect(balance(level).periods.map(\.verdict) == [.level])
        #expect(balance(level).periods.map(\.years) == [2025...2050])
    }

    /// A weak dimension against 23 strong ones still leaves the verdict open.
    @Test func nearlySettledIsOpen() {
        let model = makeModel([Double](repeating: 0.9, count: 23).map { dimension($0) } + [dimension(-0.01)])
        #expect(balance(model).periods.map(\.verdict) == [.open])
    }

    @Test func cumulativeSharesFollowTheClosedForm() {
        // Two dimensions: uniform from −0.3 to 0.5.
        for (c, p) in [(-0.4, 0.0), (-0.3, 0), (0.1, 0.5), (0.3, 0.75), (0.5, 1), (0.6, 1)] {
            #expect(close(Acceptability.cumulative([0.5, -0.3], upTo: c), p))
        }
        // w₁ of three: 1 − (1 − c)².
        #expect(close(Acceptability.cumulative([1, 0, 0], upTo: 0.2), 0.36))
        #expect(Acceptability.cumulative([0.3, 0.3], upTo: 0.3) == 1)
        #expect(Acceptability.cumulative([0.3, 0.3], upTo: 0.29) == 0)
    }

    @Test func binsHoldWhatTheSpreadSays() {
        // Uniform from −¼ to ½: bins of ¼ over −½…½ hold nothing, then a third each.
        let pair = makeModel(dimensions([0.5, -0.25], weights: [0.5, 0.5]))
        let bins = balance(pair).spreadBins(4, over: -0.5...0.5)
        #expect(allClose(bins.edges, [-0.5, -0.25, 0, 0.25, 0.5]))
        #expect(allClose(bins.masses, [0, 1.0 / 3, 1.0 / 3, 1.0 / 3]))
        // What lies beyond the range is in its first and last bin.
        let narrow = balance(pair).spreadBins(2, over: 0...0.25)
        #expect(allClose(narrow.masses, [0.5, 0.5]))
    }

    @Test func binsOfAGeometricBalanceAreInUnitsOfTheBalance() {
        let pair = makeModel(dimensions([0.5, -0.25], weights: [0.5, 0.5]))
        let result = balance(pair) { $0.aggregation = .geometric }
        // z uniform from −0.255413 to 0.549306: below B = 0 lie 0.255413/0.804719.
        #expect(allClose(result.spreadBins(2, over: -1...1).masses, [0.3173938055140147, 0.6826061944859853]))
        #expect(close(result.reach.lowerBound, -0.25) && close(result.reach.upperBound, 0.5))
    }

    @Test(arguments: 0..<20) func binsAddUp(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let result = evaluate(model, settings)
        let bins = result.spreadBins(20, over: -1...1)
        #expect(bins.masses.count == 20 && bins.masses.allSatisfy { $0 >= 0 })
        #expect(close(bins.masses.reduce(0, +), 1))
        #expect(result.reach.contains(result.robustness.spread.q50))
    }
}

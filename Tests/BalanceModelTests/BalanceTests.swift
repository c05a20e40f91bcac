import BalanceModel
import Testing

/// Method §5.
@Suite struct BalanceTests {
    private let model = makeModel(dimensions([0.5, -0.25], weights: [0.25, 0.75]))

    @Test func arithmeticIsTheMeanAdvantage() {
        let result = balance(model)
        // ¼·½ − ¾·¼ = −1/16
        #expect(close(result.value, -0.0625))
        #expect(result.index == result.value)
        #expect(allClose(result.dimensions.map(\.contribution), [0.125, -0.1875]))
        #expect(allClose(result.dimensions.map(\.index), [0.5, -0.25]))
    }

    @Test func geometricIsTheAdvantageOfTheMeanLogRatio() {
        let result = balance(model) { $0.aggregation = .geometric }
        // ¼·0.549306 − ¾·0.255413 = −0.054233…; its tanh −0.054179…
        #expect(close(result.index, -0.0542330728287328))
        #expect(close(result.value, -0.05417996473100103))
        #expect(allClose(result.dimensions.map(\.index), [0.5493061443340548, -0.25541281188299536]))
        #expect(allClose(result.dimensions.map(\.advantage), [0.5, -0.25]))
    }

    @Test func theTwoAggregationsMayDisagree() {
        // s = 0.9 and −0.6 at weights 0.4, 0.6: 0; z = 1.4722 and −0.6931: +0.1730 in the mean.
        let split = makeModel(dimensions([0.9, -0.6], weights: [0.4, 0.6]))
        #expect(close(balance(split).value, 0))
        #expect(close(balance(split) { $0.aggregation = .geometric }.index, 0.17299948749732103))
    }

    @Test func todayIsTheBaseYearAllElseAsSet() {
        let drifting = makeModel([dimension(0.5, momentum: -2), dimension(0.5, momentum: -2)])
        let result = balance(drifting) { $0.year = 2030 }
        #expect(close(result.valueToday, 0.5))
        #expect(allClose(result.dimensions.map(\.advantageToday), [0.5, 0.5]))
        // tanh(½ ln 3 − 0.25)
        #expect(close(result.value, 0.29067751121511326))
    }

    @Test func allPointsOnOneDimension() {
        let result = balance(model) { $0.points = [0, 40] }
        #expect(close(result.value, -0.25))
        #expect(result.dimensions.map(\.weight) == [0, 1])
        #expect(close(result.robustness.acceptability, 2.0 / 3))
        #expect(result.dimensions[1].tippingWeight == nil)
        #expect(result.dimensions[1].stabilityInterval == nil)
        // Giving the other dimension half as much brings 0: ⅓·½ − ⅔·¼.
        #expect(close(result.dimensions[0].tippingWeight, 1.0 / 3))
        #expect(close(result.dimensions[1].tippingAdvantage, 0))
        #expect(result.dimensions[0].tippingAdvantage == nil)
    }

    static let words: [(Double, Verdict)] = [
        (0.0, Verdict.level), (0.01, .level), (0.02 - 2e-9, .level), (0.02 - 0.5e-9, .narrowLead), (0.02, .narrowLead),
        (0.10 - 2e-9, .narrowLead), (0.10 - 0.5e-9, .clearLead), (0.10, .clearLead), (0.30 - 2e-9, .clearLead),
        (0.30 - 0.5e-9, .wideLead), (0.30, .wideLead), (1, .wideLead),
    ]

    @Test(arguments: words) func wordsForTheSize(value: Double, verdict: Verdict) {
        #expect(Verdict(value) == verdict)
        #expect(Verdict(-value) == verdict)
    }

    @Test func theLeaderHasTheSignOfTheBalanceUnlessLevel() {
        #expect(Balance.leader(of: 0.02) == .first)
        #expect(Balance.leader(of: -0.02) == .second)
        #expect(Balance.leader(of: 0.0199) == nil)
        #expect(Balance.leader(of: -0.0199) == nil)
        #expect(balance(model).leader == .second)
        let level = balance(makeModel(dimensions([0.01, 0.01], weights: [0.5, 0.5])))
        #expect(level.leader == nil && level.verdict == .level && level.favoured == .first)
    }

    @Test func outlookHasARowAYearWhateverTheYearOnScreen() {
        let drifting = makeModel([dimension(0.5, momentum: -3), dimension(-0.25)])
        let result = balance(drifting) { $0.year = 2037.5 }
        #expect(result.outlook.map(\.year) == Array(2025...2040))
        // ½(tanh(½ ln 3 − 0.075·6) − ¼) in 2031; x = (0.099, −0.25) there.
        #expect(close(result.outlook[6].balance, -0.07550950794035516))
        #expect(close(result.outlook[6].acceptability, 0.2836285890163451))
        #expect(close(result.outlook[0].acceptability, 2.0 / 3))
    }

    @Test func fractionalYearsLieBetweenTheWholeOnes() {
        let drifting = makeModel([dimension(0.5, momentum: -3), dimension(-0.25)])
        let values = [2026.0, 2026.25, 2026.999, 2027].map { year in balance(drifting) { $0.year = year }.value }
        #expect(values == values.sorted(by: >) && Set(values).count == 4)
    }
}

/// Method §5: when the balance first changes sign.
@Suite struct ParityTests {
    /// One dimension carries all: B changes sign with its z.
    private func years(start: Double, momentum: Int, _ change: (inout Settings) -> Void = { _ in }) -> Double? {
        let model = makeModel([dimension(start, momentum: momentum, points: 100), dimension(0, points: 0)])
        return balance(model, change).yearsToParity
    }

    @Test(arguments: [
        // atanh ¼ = 0.2554…, ½ ln 3 = 0.5493…: divided by 0.025, 0.05, 0.075 a year.
        (0.25, -1, 10.216512475319814), (0.25, -2, 5.108256237659907), (0.5, -3, 7.324081924454064),
        (-0.25, 3, 3.405504158439938), (0.5, -1, 21.972245773362196),
    ])
    func parityIsWhereTheBalanceChangesSign(start: Double, momentum: Int, years: Double) {
        #expect(close(self.years(start: start, momentum: momentum), years, within: 1e-6))
        // The year on screen does not matter.
        #expect(close(self.years(start: start, momentum: momentum) { $0.year = 2049.3 }, years, within: 1e-6))
    }

    @Test func parityOnAQuarterOfAYear() {
        // tanh 0.3 = 0.2913126…: 0.3/0.075 = 4 years.
        #expect(close(years(start: 0.2913126124515909, momentum: -3), 4, within: 1e-6))
    }

    @Test func noneWhereTheSignStays() {
        #expect(years(start: 0.5, momentum: 0) == nil)
        #expect(years(start: 0.5, momentum: 3) == nil)
        // atanh 0.6 = 0.6931…: 27.7 years at 0.025 are beyond the horizon.
        #expect(years(start: 0.6, momentum: -1) == nil)
    }

    @Test func aLevelStartIsNoChangeOfSign() {
        #expect(years(start: 0, momentum: -2) == nil)
        #expect(years(start: 0, momentum: 0) == nil)
    }

    /// Three dimensions that cancel today only up to rounding: 0.1 + 0.2 − 0.3 = 5.6e-17 must not count as a lead.
    @Test func roundingIsNoChangeOfSign() {
        for advantages in [[0.1, 0.2, -0.3], [-0.3, 0.2, 0.1], [-0.1, -0.2, 0.3], [0.3, -0.1, -0.2]] {
            let model = makeModel(advantages.map { dimension($0, momentum: -1) })
            let result = balance(model)
            #expect(abs(result.value) < 1e-15)
            #expect(result.yearsToParity == nil)
            #expect(result.robustness.fewestPoints == nil)
        }
    }

    /// z = 0.3 − (0.1 + 0.2)(1 − e^(−t/τ)) fades to nothing, which rounding makes −5.6e-17 in the end: over years, or
    /// before the first quarter is over.
    @Test(arguments: [0.5, 0.005]) func fadingToNothingIsNoChangeOfSign(delay: Double) {
        let model = makeModel(
            [dimension(0, points: 100), dimension(0, points: 0)],
            dynamics: [-0.2, -0.4].map { dynamic(delay: delay, effects: [DynamicEffect(dimension: 0, delayed: $0)]) })
        #expect(balance(model) { $0.scoreChange[0] = 0.3 }.yearsToParity == nil)
    }

    @Test func fromALevelStartTheFirstRealChangeCounts() {
        // z = ½(1 − e^(−t)) − 0.025t: above 0 until 0.025t = ½(1 − e^(−t)), t = 19.99999996.
        let model = makeModel(
            [dimension(0, momentum: -1, points: 100), dimension(0, points: 0)],
            dynamics: [dynamic(intensity: 50, delay: 1, effects: [DynamicEffect(dimension: 0, delayed: 1)])])
        #expect(close(balance(model).yearsToParity, 19.999999958776925, within: 1e-6))
    }

    @Test func theFirstOfSeveralChangesCounts() {
        // z = 0.1 − 1·½(1 − e^(−t)) + 0.075t: below 0 from t = 0.27635 to t = 5.30006.
        let model = makeModel(
            [dimension(0.0996679946249558, momentum: 3, points: 100), dimension(0, points: 0)],
            dynamics: [dynamic(intensity: 50, delay: 1, effects: [DynamicEffect(dimension: 0, delayed: -1)])])
        #expect(close(balance(model).yearsToParity, 0.276349823690571, within: 1e-6))
    }

    @Test func theTerrainShiftAloneCanBringParity() {
        // 0.6 = 0.4·e^(0.1t): t = 10 ln 1.5.
        let model = makeModel([dimension(0.5, points: 60), dimension(-0.5, points: 40, shift: 0.1)])
        #expect(close(balance(model) { $0.terrainShift = true }.yearsToParity, 4.054651081081644, within: 1e-6))
        #expect(balance(model).yearsToParity == nil)
    }

    @Test func parityFollowsTheAggregation() {
        // s = 0.9, −0.6 at 0.4, 0.6 drifting by −0.025 on both: level today by s, 0.1730 ahead by z: 6.92 years.
        let model = makeModel([dimension(0.9, momentum: -1, points: 40), dimension(-0.6, momentum: -1, points: 60)])
        let years = balance(model) { $0.aggregation = .geometric }.yearsToParity
        #expect(close(years, 6.919979499892841, within: 1e-6))
    }
}

import BalanceModel
import Testing

/// The bundled model's numbers as a whole: what to expect of it, and reference results.
@Suite struct CodingModelTests {
    private let model = CodingModel.model

    @Test func aClearLeadTodayWhateverTheWeights() {
        let result = evaluate(model, Settings(model))
        #expect(close(result.value, 0.20))
        #expect(result.verdict == .clearLead && result.leader == .first)
        #expect(result.robustness.acceptability == 1)
    }

    @Test func parityInTheMiddleOf2028() throws {
        let years = try #require(evaluate(model, Settings(model)).yearsToParity)
        #expect(years > 3.4 && years < 3.7)
    }

    @Test func aboutOneWeightingInSixIn2031() throws {
        let result = evaluate(model, Settings(model))
        let share = try #require(result.outlook[6].acceptability)
        #expect(result.outlook[6].year == 2031)
        #expect(abs(share - 1.0 / 6) < 0.005)
    }

    /// K4 and K6 to K8 hold; K1 has exactly the two dimensions it needs, K2 is 0.17 short of its three.
    @Test func takeawaysAtTheStart() {
        let statuses = evaluate(model, Settings(model)).takeaways.map(\.status)
        let expected: [TakeawayStatus] = [
            .supported, .open, .supported, .supported, .supported, .supported, .supported, .supported,
        ]
        #expect(statuses == expected)
    }

    @Test func scenariosStartFromTheModel() throws {
        let export = Settings(model, scenario: try #require(model.scenario(id: "stack-export")))
        #expect(evaluate(model, export).value < evaluate(model, at(2032)).value)
        let gap = Settings(model, scenario: try #require(model.scenario(id: "widest-gap")))
        #expect(evaluate(model, gap).value > evaluate(model, at(2030)).value)
    }

    private func at(_ year: Double) -> Settings {
        var settings = Settings(model)
        settings.year = year
        return settings
    }

    private func settings(named name: String) -> Settings {
        if name == "stack export" { return Settings(model, scenario: model.scenarios[0]) }
        var settings = Settings(model)
        if name.hasPrefix("mine") {
            settings.points = [15, 16, 20, 30, 19]
            settings.intensities = [80, 30]
            settings.year = 2027.5
        }
        if name == "2031" { settings.year = 2031 }
        settings.terrainShift = name.contains("shift")
        settings.aggregation = name.contains("geometric") ? .geometric : .arithmetic
        return settings
    }

    @Test(arguments: ReferenceCase.all) func agreesWithTheReference(_ expected: ReferenceCase) {
        let result = evaluate(model, settings(named: expected.name))
        let digits = 1e-11
        #expect(close(result.value, expected.value, within: digits))
        #expect(close(result.valueToday, expected.today, within: digits))
        #expect(close(result.yearsToParity, expected.parity, within: 1e-6))
        let rows = result.dimensions
        #expect(allClose(rows.map(\.weight), expected.weights, within: digits))
        #expect(allClose(rows.map(\.logRatio), expected.logRatios, within: digits))
        #expect(eachClose(rows.map(\.tippingWeight), expected.tippingWeights, within: digits))
        #expect(eachClose(rows.map(\.tippingAdvantage), expected.tippingAdvantages, within: digits))
        let dynamics = result.dynamics
        #expect(eachClose(dynamics.map(\.tippingIntensity), expected.tippingIntensities, within: digits))
        let effects = dynamics.flatMap { [$0.effect, $0.effectToday, $0.effectInTenYears] }
        #expect(allClose(effects, expected.effects, within: digits))
        let interaction = result.interactions.flatMap { [$0.effect, $0.effectInTenYears] }
        #expect(allClose(interaction, expected.interaction, within: digits))
        let takeaways = zip(result.takeaways, expected.takeaways)
        #expect(takeaways.allSatisfy { close($0.value, $1, within: 1e-9) })
    }

    @Test(arguments: ReferenceCase.all) func robustnessAgreesWithTheReference(_ expected: ReferenceCase) {
        let robustness = evaluate(model, settings(named: expected.name)).robustness
        let digits = 1e-11
        let shares = [robustness.acceptability, robustness.nearMyWeights, robustness.underMyRanking]
        #expect(eachClose(shares, expected.shares, within: digits))
        #expect(close(robustness.fewestPoints?.weight, expected.flip, within: digits))
        let spread = robustness.spread
        #expect(allClose([spread.q05, spread.q50, spread.q95], expected.spread, within: digits))
        #expect(allClose(robustness.centralFirst, expected.centralFirst, within: digits))
        #expect(allClose(robustness.centralSecond, expected.centralSecond, within: digits))
    }
}

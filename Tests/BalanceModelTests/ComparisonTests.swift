import BalanceModel
import Testing

/// Method §6, comparing two settings.
@Suite struct ComparisonTests {
    private let model = makeModel([
        dimension(0.5, points: 50, indicators: [indicator([2024: (1, 3)])]), dimension(-0.25, points: 50),
    ])

    private func comparison(
        from: (inout Settings) -> Void = { _ in }, to: (inout Settings) -> Void = { _ in }
    ) -> Comparison {
        Comparison(model, from: settings(model, from), to: settings(model, to))
    }

    @Test func weightsAndScoresSplitTheChange() {
        // w (½, ½) → (¾, ¼), x₁ ½ → −½: Σ goes from 0.125 to −0.4375.
        let split = comparison(
            to: {
                $0.points = [75, 25]
                $0.reading = .evidence
            })
        #expect(close(split.change, -0.5625))
        // ¼·½ and −¼·−¼; then ¾·(−1) and nothing.
        #expect(allClose(split.weights, [0.125, 0.0625]))
        #expect(allClose(split.scores, [-0.75, 0]))
        #expect(close(split.from.value, 0.125) && close(split.to.value, -0.4375))
    }

    @Test func onlyWhatChangedHasTerms() {
        let weights = comparison(to: { $0.points = [25, 75] })
        #expect(weights.scores == [0, 0])
        #expect(close(weights.change, weights.weights[0] + weights.weights[1]))
        let scores = comparison(to: { $0.scoreChange[1] = 0.25541281188299536 })
        #expect(scores.weights == [0, 0])
        // −¼ goes to 0 at weight ½.
        #expect(allClose(scores.scores, [0, 0.125]))
        let same = comparison()
        #expect(same.change == 0 && same.weights == [0, 0] && same.scores == [0, 0])
    }

    @Test func geometricSplitsLogRatios() {
        let split = comparison(
            from: { $0.aggregation = .geometric },
            to: {
                $0.aggregation = .geometric
                $0.points = [75, 25]
            })
        // ¼·½ ln 3 and ¼·0.255413
        #expect(allClose(split.weights, [0.13732653608351372, 0.06385320297074884]))
        #expect(close(split.change, 0.13732653608351372 + 0.06385320297074884))
        #expect(close(split.to.index - split.from.index, split.change))
    }

    /// Both are put in the second's unit: from Σwz of the first to Σw'z', while each keeps its own balance.
    @Test func mixedAggregationsSplitInTheSecondsUnit() {
        let split = comparison(
            to: {
                $0.aggregation = .geometric
                $0.points = [75, 25]
            })
        #expect(close(split.from.value, 0.125) && split.from.settings.aggregation == .arithmetic)
        #expect(close(split.to.index, 0.75 * 0.5493061443340548 - 0.25 * 0.25541281188299536))
        #expect(allClose(split.weights, [0.13732653608351372, 0.06385320297074884]))
        #expect(allClose(split.scores, [0, 0]))
        #expect(close(split.change, split.weights.reduce(0, +) + split.scores.reduce(0, +)))
    }

    @Test func theTermsAddUpForAnyTwoSettings() {
        for seed in 0..<40 {
            var random = SeededGenerator(seed)
            let model = RandomModels.model(&random)
            let split = Comparison(
                model, from: RandomModels.settings(model, &random), to: RandomModels.settings(model, &random))
            #expect(close(split.change, split.weights.reduce(0, +) + split.scores.reduce(0, +), within: 1e-13))
        }
    }
}

/// Contract §1: a scenario always means the same thing.
@Suite struct ScenarioTests {
    private let scenario = Scenario(
        id: "story", name: LocalizedText("Story"), points: [.init(0, 30)], dynamics: [.init(0, 85)],
        scoreChange: [.init(1, -0.4)], driftChange: [.init(0, 0.05)],
        indicators: [.init(dimension: 1, indicator: 0, weight: 2.5)], year: 2032.5, reading: .evidence,
        aggregation: .geometric, terrainShift: true)
    private var model: Model {
        makeModel(
            [dimension(0.5), dimension(0, indicators: [indicator([2024: (1, 3)])])],
            dynamics: [dynamic(intensity: 40, effects: [DynamicEffect(dimension: 0, immediate: 0.1)])],
            scenarios: [scenario])
    }

    @Test func theModelsOwnSettings() {
        let own = Settings(model)
        #expect(own.scenario == nil && own.points == [20, 20] && own.locked == [false, false])
        #expect(own.intensities == [40] && own.indicatorWeights == [[], [1]])
        #expect(own.scoreChange == [0, 0] && own.driftChange == [0, 0])
        #expect(own.year == 2025 && own.reading == .thesis && own.confidence == .low)
        #expect(own.aggregation == .arithmetic && !own.terrainShift)
        var other = model
        other.reading = .evidence
        other.aggregation = .geometric
        other.terrainShift = true
        let set = Settings(other)
        #expect(set.reading == .evidence && set.aggregation == .geometric && set.terrainShift)
    }

    @Test func aScenarioChangesTheModelsOwnSettings() throws {
        let settings = Settings(model, scenario: try #require(model.scenario(id: "story")))
        #expect(settings.scenario == "story")
        #expect(settings.points == [30, 20] && settings.intensities == [85])
        #expect(settings.scoreChange == [0, -0.4] && settings.driftChange == [0.05, 0])
        #expect(settings.indicatorWeights == [[], [2.5]])
        #expect(settings.year == 2032.5 && settings.reading == .evidence)
        #expect(settings.aggregation == .geometric && settings.terrainShift)
        #expect(settings.confidence == .low && settings.locked == [false, false])
    }

    @Test func whatAScenarioLeavesOutIsTheModels() {
        let bare = Settings(model, scenario: Scenario(id: "bare", name: LocalizedText("Bare")))
        var own = Settings(model)
        own.scenario = "bare"
        #expect(bare == own)
    }
}

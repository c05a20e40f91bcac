import BalanceModel
import Testing

/// Either reading beside the settings' own, and what the reader set as a scenario (method §2, contract §1 and §4).
@Suite struct BaselineTests {
    @Test(arguments: 0..<20) func aReadingResultIsTheBalanceInThatReading(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        for reading in Reading.allCases {
            var changed = settings
            changed.reading = reading
            let whole = evaluate(model, changed)
            let part = ReadingResult(model, settings, reading)
            #expect(part.reading == reading && close(part.value, whole.value))
            #expect(allClose(part.advantages, whole.dimensions.map(\.advantage)))
            #expect(part.dimensions == whole.dimensions.map(\.reading))
            #expect(part.takeaways == whole.takeaways)
        }
    }

    @Test func driftSharesGoByWeightAndYears() {
        // Weights 1 and 3 over 30 and 10 years share equally; off, short or left out has none.
        let indicators = [
            indicator([2000: (1, 1), 2030: (9, 1)]), indicator([2010: (1, 1), 2020: (3, 1)], weight: 3),
            indicator([2010: (1, 1), 2020: (3, 1)], trend: false), indicator([2020: (3, 1)]),
            indicator([2010: (1, 1), 2020: (3, 1)], weight: 0),
        ]
        let model = makeModel([dimension(0, indicators: indicators), dimension(0)])
        let evidence = ReadingResult(model, Settings(model), .evidence)
        #expect(evidence.dimensions[0].driftShares == [0.5, 0.5, 0, 0, 0])
        #expect(evidence.dimensions[1].driftShares.isEmpty)
        #expect(ReadingResult(model, Settings(model), .thesis).dimensions[0].driftShares.isEmpty)
    }

    @Test func anIndicatorStandsOrIsLeftOutForAReason() {
        let indicators = [
            indicator([2024: (1, 1)]), indicator([2024: (1, 1)], weight: 0),
            indicator([2024: (1, 1)], confidence: nil),
        ]
        let model = makeModel([dimension(0, indicators: indicators), dimension(0)])
        let medium = settings(model) { $0.confidence = .medium }
        #expect((0..<3).map { medium.standing(of: $0, in: 0, model) } == [.counted, .leftOut, .belowConfidence])
        #expect(medium.leftOutByConfidence(model) == 1)
        let low = Settings(model)
        #expect((0..<3).map { low.standing(of: $0, in: 0, model) } == [.counted, .leftOut, .counted])
    }

    @Test func aBaselineIsTheModelInAReadingAndTheSameYear() {
        let (model, other) = RandomModels.pair(3)
        let baseline = Settings(model, baseline: .evidence, like: other)
        var expected = Settings(model)
        expected.reading = .evidence
        expected.year = other.year
        expected.confidence = other.confidence
        expected.aggregation = other.aggregation
        expected.terrainShift = other.terrainShift
        #expect(baseline == expected)
    }

    @Test(arguments: 0..<30) func settingsKeptAsAScenarioGiveTheSameBalance(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let scenario = Scenario(id: "mine", name: LocalizedText("Mine"), settings, of: model)
        let before = evaluate(model, settings)
        let after = evaluate(model, Settings(model, scenario: scenario))
        #expect(after.value == before.value && after.robustness == before.robustness)
        #expect(after.takeaways == before.takeaways && after.yearsToParity == before.yearsToParity)
        #expect(after.dimensions.map(\.reading.reading) == before.dimensions.map(\.reading.reading))
    }
}

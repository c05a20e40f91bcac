import BalanceModel
import Testing

/// Method §2: either reading, whichever is on screen, and why an indicator counts or doesn't.
@Suite struct ReadingResultTests {
    @Test(arguments: 0..<60) func eitherReadingIsWhatItsOwnSettingsGive(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        for reading in Reading.allCases {
            var asked = settings
            asked.reading = reading
            let expected = evaluate(model, asked)
            let result = ReadingResult(model, settings, reading)
            #expect(result.value == expected.value)
            #expect(result.advantages == expected.dimensions.map(\.advantage))
            #expect(result.dimensions == expected.dimensions.map(\.reading))
            #expect(result.takeaways == expected.takeaways)
        }
    }

    @Test func standingSaysWhy() {
        let weak = indicator([2024: (3, 1)], confidence: .low)
        let strong = indicator([2024: (1, 3)])
        let unsaid = indicator([2024: (1, 1)], confidence: nil)
        let off = indicator([2024: (9, 1)], weight: 0, confidence: .low)
        let model = makeModel([dimension(0, indicators: [weak, strong, unsaid, off]), dimension(0)])
        func standings(_ least: Confidence) -> [IndicatorStanding] {
            let settings = settings(model) { $0.confidence = least }
            return (0..<4).map { settings.standing(of: $0, in: 0, model) }
        }
        #expect(standings(.low) == [.counted, .counted, .counted, .leftOut])
        // An indicator without a confidence counts as low; a weight of 0 is the reader's own doing and comes first.
        #expect(standings(.medium) == [.belowConfidence, .counted, .belowConfidence, .leftOut])
    }

    @Test func whatCountsIsWhatTheReadingUses() {
        for seed in 0..<60 {
            let (model, settings) = RandomModels.pair(seed)
            let evidence = ReadingResult(model, settings, .evidence)
            for (i, reading) in evidence.dimensions.enumerated() {
                let counted = model.dimensions[i].indicators.indices.filter {
                    settings.standing(of: $0, in: i, model) == .counted
                }
                #expect(reading.indicatorShares.indices.filter { reading.indicatorShares[$0] > 0 } == counted)
                #expect((reading.reading == .evidence) == !counted.isEmpty)
            }
        }
    }

    @Test func driftSharesGoByWeightAndSpan() {
        // Slopes: ½ ln 3/4 over 4 years, weight 1; ½ ln 3/2 over 2 years, weight 3; one year: none; trend off: none.
        let long = indicator([2020: (1, 1), 2024: (3, 1)])
        let short = indicator([2022: (1, 1), 2024: (3, 1)], weight: 3)
        let single = indicator([2024: (3, 1)])
        let off = indicator([2020: (1, 1), 2024: (3, 1)], trend: false)
        let model = makeModel([dimension(0, indicators: [long, short, single, off]), dimension(0)])
        let reading = ReadingResult(model, Settings(model), .evidence).dimensions[0]
        #expect(allClose(reading.driftShares, [0.4, 0.6, 0, 0]))
        #expect(allClose(reading.indicatorShares, [1.0 / 6, 0.5, 1.0 / 6, 1.0 / 6]))
        // 0.4·0.1373… + 0.6·0.2746… = 0.2197, limited to 0.15.
        #expect(reading.drift == 0.15)
    }
}

import BalanceModel
import Testing

/// Method §2: where a dimension starts and how it drifts, in either reading.
@Suite struct ThesisReadingTests {
    private func reading(_ thesis: Thesis, _ change: (inout Settings) -> Void = { _ in }) -> DimensionReading {
        let described = Dimension(id: "d", name: LocalizedText("D"), points: 20, thesis: thesis)
        let model = makeModel([described, dimension(0)])
        return DimensionReading(model, 0, settings(model, change))
    }

    /// atanh ¼, ½, ¾: a level of L quarters is an advantage of L/4.
    @Test(arguments: [
        (-3, -0.9729550745276566), (-2, -0.5493061443340548), (-1, -0.25541281188299536), (0, 0),
        (1, 0.25541281188299536), (2, 0.5493061443340548), (3, 0.9729550745276566),
    ])
    func levelsAreQuartersOfAnAdvantage(level: Int, z: Double) {
        let reading = reading(Thesis(start: .level(level), momentum: 0))
        #expect(close(reading.start, z))
        #expect(close(Advantage.advantage(logRatio: reading.start), Double(level) / 4))
    }

    @Test(arguments: [(-3, -0.075), (-2, -0.05), (-1, -0.025), (0, 0), (1, 0.025), (2, 0.05), (3, 0.075)])
    func momentumStepsAreAFortiethAYear(momentum: Int, drift: Double) {
        #expect(close(reading(Thesis(start: .level(0), momentum: momentum)).drift, drift))
    }

    @Test func anAdvantageMayStandInsteadOfALevel() {
        // atanh 0.6 = ½ ln 4.
        #expect(close(reading(Thesis(start: .advantage(0.6), momentum: 0)).start, 0.6931471805599453))
    }

    @Test func deviationsAreAsGivenOrTheDefault() {
        let given = reading(
            Thesis(start: .level(0), momentum: 0, uncertainty: 0.4, driftUncertainty: 0.07))
        #expect(given.startDeviation == 0.4 && given.driftDeviation == 0.07)
        let unknown = reading(Thesis(start: .level(0), momentum: 0))
        #expect(unknown.startDeviation == 0.15 && unknown.driftDeviation == 0.0125)
        #expect(unknown.reading == .thesis && unknown.indicatorShares.isEmpty)
    }

    @Test func scenarioChangesAddToStartAndDrift() {
        let reading = reading(Thesis(start: .level(1), momentum: -1)) {
            $0.scoreChange[0] = -0.4
            $0.driftChange[0] = 0.06
        }
        #expect(close(reading.start, 0.25541281188299536 - 0.4))
        #expect(close(reading.drift, -0.025 + 0.06))
    }
}

@Suite struct EvidenceReadingTests {
    /// ½ ln 3: the log ratio of 3 to 1; 9 to 1 has twice that.
    private let half = 0.5493061443340549

    private func reading(
        _ indicators: [Indicator], _ change: (inout Settings) -> Void = { _ in }
    ) -> DimensionReading {
        let model = makeModel([dimension(0.5, momentum: 2, indicators: indicators), dimension(0)])
        return DimensionReading(
            model, 0,
            settings(model) {
                $0.reading = .evidence
                change(&$0)
            })
    }

    @Test func startIsTheWeightedMeanOfTheLatestLogRatios() {
        // Weights 3 : 1 → shares ¾, ¼; z = ¾·½ ln 3 + ¼·0. The older pair of the first does not count.
        let reading = reading([
            indicator([2020: (1, 9), 2024: (3, 1)], weight: 3), indicator([2023: (5, 5)]),
        ])
        #expect(reading.reading == .evidence)
        #expect(allClose(reading.indicatorShares, [0.75, 0.25]))
        #expect(close(reading.start, 0.41197960825054114))
    }

    @Test func observationsMayComeInAnyOrder() {
        let later = Indicator.Observation(year: 2024, first: 3, second: 1)
        let earlier = Indicator.Observation(year: 2020, first: 1, second: 1)
        let indicator = Indicator(id: "i", name: LocalizedText("I"), observations: [later, earlier])
        #expect(indicator.latest == later && indicator.span == 4)
        #expect(close(indicator.latestLogRatio, half))
        #expect(close(indicator.slope, half / 4))
    }

    @Test func deviationOfTheStartFollowsTheSpreadOfTheIndicators() {
        // Shares ¾, ¼: Σv² = 5/8; Σv(z − mean)² = (¾·1/16 + ¼·9/16)L² = 3/16 L²;
        // SE² = 5/8·(3/16 L²)/(3/8) = 5/16 L², L = ½ ln 3.
        let uneven = reading([indicator([2024: (3, 1)], weight: 3), indicator([2024: (1, 1)])])
        #expect(close(uneven.startDeviation, 0.3070714697973144))
        // Shares ½, ½: SE² = ½·¼L²/½ = ¼L².
        let even = reading([indicator([2024: (3, 1)]), indicator([2024: (1, 1)])])
        #expect(close(even.startDeviation, half / 2))
    }

    @Test func deviationOfTheStartIsAtLeastATenth() {
        let agreeing = reading([indicator([2024: (3, 1)]), indicator([2024: (6, 2)])])
        #expect(agreeing.startDeviation == 0.10)
    }

    @Test func aSingleCountedIndicatorHasAWideDeviation() {
        #expect(reading([indicator([2024: (3, 1)])]).startDeviation == 0.30)
        let onlyOneCounts = reading([indicator([2024: (3, 1)]), indicator([2024: (1, 1)], weight: 0)])
        #expect(onlyOneCounts.startDeviation == 0.30)
        #expect(close(onlyOneCounts.start, half))
        #expect(onlyOneCounts.indicatorShares == [1, 0])
    }

    @Test func driftIsTheLeastSquaresSlope() {
        // z = 0, L, 2L in 2000, 2010, 2030: slope Σ(t − 13⅓)(z − L)/Σ(t − 13⅓)² = 30L/(1400/3) = 9/140 L.
        let reading = reading([indicator([2000: (1, 1), 2010: (3, 1), 2030: (9, 1)])])
        #expect(close(reading.drift, 0.035312537850046385))
        #expect(reading.driftDeviation == 0.03)
    }

    @Test func longerSeriesSayMore() {
        // Slopes 9/140 L over 30 years and L/10 over 10: u = ¾, ¼. SE as for the start, from the slopes.
        let reading = reading([
            indicator([2000: (1, 1), 2010: (3, 1), 2030: (9, 1)]), indicator([2010: (1, 1), 2020: (3, 1)]),
        ])
        #expect(close(reading.drift, 0.04021705699588616))
        #expect(close(reading.driftDeviation, 0.010966838207046942))
    }

    @Test func weightsOfIndicatorsCountInTheDriftToo() {
        // u ∝ 1·30 and 3·10: ½ each; (9/140 + 1/10)/2 L.
        let reading = reading([
            indicator([2000: (1, 1), 2010: (3, 1), 2030: (9, 1)]),
            indicator([2010: (1, 1), 2020: (3, 1)], weight: 3),
        ])
        #expect(close(reading.drift, half * (9.0 / 140 + 0.1) / 2))
    }

    @Test func deviationOfTheDriftIsAtLeastAHundredth() {
        let reading = reading([
            indicator([2010: (1, 1), 2020: (3, 1)]), indicator([2010: (2, 2), 2020: (6, 2)]),
        ])
        #expect(close(reading.drift, half / 10))
        #expect(reading.driftDeviation == 0.01)
    }

    @Test func driftIsLimited() {
        // z = 0, L, 2L in 2020, 2021, 2023: 9/14 L = 0.353 a year.
        let values = [2020: (1.0, 1.0), 2021: (3, 1), 2023: (9, 1)]
        #expect(reading([indicator(values)]).drift == 0.15)
        #expect(reading([indicator(values, better: .less)]).drift == -0.15)
        // A scenario's change comes on top of the limit.
        #expect(close(reading([indicator(values)]) { $0.driftChange[0] = 0.05 }.drift, 0.20))
    }

    @Test func lessIsBetterTurnsStartAndDrift() {
        let reading = reading([indicator([2010: (1, 1), 2020: (3, 1)], better: .less)])
        #expect(close(reading.start, -half))
        #expect(close(reading.drift, -half / 10))
    }

    @Test func withoutASlopeThereIsNoDrift() {
        let single = reading([indicator([2024: (3, 1)]), indicator([2024: (1, 1)])])
        #expect(single.drift == 0 && single.driftDeviation == 0.02)
    }

    @Test func trendOffKeepsTheYearsOutOfTheDriftOnly() {
        let series = [2010: (1.0, 1.0), 2020: (3, 1)]
        let off = reading([indicator(series, trend: false)])
        #expect(off.drift == 0 && off.driftDeviation == 0.02)
        #expect(close(off.start, half))
        // Beside one whose trend counts, that one alone makes the drift.
        let mixed = reading([indicator([2010: (1, 1), 2020: (9, 1)], trend: false), indicator(series)])
        #expect(close(mixed.drift, half / 10))
        #expect(mixed.driftDeviation == 0.03)
        #expect(close(mixed.start, 1.5 * half))
    }

    @Test func anUncountedIndicatorHasNoTrendEither() {
        let reading = reading([
            indicator([2010: (1, 1), 2020: (9, 1)], weight: 0), indicator([2010: (1, 1), 2020: (3, 1)]),
        ])
        #expect(close(reading.drift, half / 10))
    }

    static let counted: [(Confidence, [Double])] = [
        (Confidence.low, [1.0 / 3, 1.0 / 3, 1.0 / 3]), (.medium, [0.5, 0.5, 0]), (.high, [1, 0, 0]),
    ]

    @Test(arguments: counted) func weakerIndicatorsAreLeftOut(least: Confidence, shares: [Double]) {
        let reading = reading([
            indicator([2024: (3, 1)], confidence: .high), indicator([2024: (1, 1)], confidence: .medium),
            indicator([2024: (1, 3)], confidence: .low),
        ]) { $0.confidence = least }
        #expect(allClose(reading.indicatorShares, shares))
    }

    @Test func anIndicatorWithoutConfidenceCountsAsLow() {
        let indicators = [indicator([2024: (3, 1)], confidence: nil), indicator([2024: (1, 1)], confidence: .medium)]
        #expect(reading(indicators).indicatorShares == [0.5, 0.5])
        #expect(reading(indicators) { $0.confidence = .medium }.indicatorShares == [0, 1])
    }

    @Test func weightsComeFromTheSettings() {
        let reading = reading([indicator([2024: (3, 1)]), indicator([2024: (1, 1)])]) {
            $0.indicatorWeights[0] = [1, 3]
        }
        #expect(close(reading.start, half / 4))
    }

    @Test func withoutACountedIndicatorTheThesisStandsInAndSaysSo() {
        let none = reading([])
        let leftOut = reading([indicator([2024: (1, 9)], weight: 0)])
        let weak = reading([indicator([2024: (1, 9)], confidence: .low)]) { $0.confidence = .high }
        for reading in [none, leftOut, weak] {
            #expect(reading.reading == .thesis)
            #expect(close(reading.start, half))
            #expect(close(reading.drift, 0.05))
            #expect(reading.startDeviation == 0.15 && reading.driftDeviation == 0.0125)
            #expect(reading.indicatorShares.isEmpty)
        }
    }

    /// Every dimension keeps its own reading; the result says which was used.
    @Test func theResultMarksTheReadingUsed() {
        let model = makeModel([dimension(0.5, indicators: [indicator([2024: (1, 3)])]), dimension(0.25)])
        let result = balance(model) { $0.reading = .evidence }
        #expect(result.dimensions.map(\.reading.reading) == [.evidence, .thesis])
        #expect(allClose(result.dimensions.map(\.advantage), [-0.5, 0.25]))
    }
}

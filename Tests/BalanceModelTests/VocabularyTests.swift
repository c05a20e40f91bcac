import BalanceModel
import Testing

/// Names, texts and look-ups of a model.
@Suite struct VocabularyTests {
    @Test func aMissingLanguageFallsBackToTheFirstGiven() {
        #expect(LocalizedText(en: "compute", fr: "calcul")(.fr) == "calcul")
        #expect(LocalizedText("compute")(.fr) == "compute")
        let other = LocalizedText(entries: [
            .init(language: "de", text: "Rechenleistung"), .init(language: "en", text: "compute"),
        ])
        #expect(other(.fr) == "Rechenleistung" && other(.en) == "compute")
        #expect(LocalizedText(entries: [])(.en) == "")
    }

    @Test func confidenceIsOrdered() {
        #expect(Confidence.low < .medium && Confidence.medium < .high)
        #expect(Confidence.allCases.sorted().last == .high)
    }

    @Test func everythingHasItsOther() {
        #expect(Side.first.other == .second && Side.second.other == .first)
        #expect(Side.first.sign == 1 && Side.second.sign == -1)
        #expect(Reading.thesis.other == .evidence && Reading.evidence.other == .thesis)
        #expect(Aggregation.arithmetic.other == .geometric && Aggregation.geometric.other == .arithmetic)
    }

    @Test func aSideWithoutAShortNameUsesItsName() {
        let side = SideDescription(id: "us", name: LocalizedText("United States"))
        #expect(side.short == side.name)
    }

    @Test func thingsAreFoundById() {
        var model = makeModel([dimension(0), dimension(0, indicators: [indicator([2024: (1, 1)])])])
        model.dimensions[1].id = "compute"
        model.dynamics = [dynamic(effects: [])]
        model.claims = [Claim(id: "T1", text: LocalizedText("T"))]
        #expect(model.dimension(id: "compute") == 1 && model.dimension(id: "none") == nil)
        #expect(model.dynamic(id: "y") == 0 && model.dynamic(id: "none") == nil)
        #expect(model.claim(id: "T1") != nil && model.claim(id: "T2") == nil)
        #expect(model.indicator(id: "i").map { [$0.dimension, $0.indicator] } == [1, 0])
        #expect(model.indicator(id: "none") == nil && model.scenario(id: "none") == nil)
        #expect(model.description(of: .second).id == "b")
    }

    @Test func measuresCarryTheirNames() {
        let names = [
            Measure.dimensionsNotLed, .effectiveDimensions, .dynamicCost(dynamic: 0), .dynamicReversal(dynamic: 0),
            .decidingPower(dimension: 0), .dynamicGrip(dynamic: 0, dimension: 0), .yearsToParity,
            .splitLead(first: [0], second: [1]),
        ].map(\.id)
        #expect(
            names == [
                "dimensions-not-led", "effective-dimensions", "dynamic-cost", "dynamic-reversal", "deciding-power",
                "dynamic-grip", "years-to-parity", "split-lead",
            ])
    }
}

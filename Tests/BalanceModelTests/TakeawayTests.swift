import BalanceModel
import Testing

/// Method §8: what each measure says.
@Suite struct TakeawayMeasureTests {
    private func value(
        _ measure: Measure, years: Double? = nil, _ dimensions: [Dimension], dynamics: [Dynamic] = [],
        _ change: (inout Settings) -> Void = { _ in }
    ) -> Double {
        let test = Takeaway.Test(measure: measure, years: years, supportedAt: 1, contradictedAt: 0)
        let model = makeModel(
            dimensions, dynamics: dynamics, takeaways: [Takeaway(id: "K", text: LocalizedText("K"), test: test)])
        return balance(model, change).takeaways[0].value
    }

    @Test func dimensionsNotLed() {
        #expect(value(.dimensionsNotLed, [0.5, 0.06, 0.04, 0, -0.3].map { dimension($0) }) == 3)
        // 0.05 itself is not led, whatever rounding makes of it.
        #expect(value(.dimensionsNotLed, [dimension(0.05), dimension(0.05 + 0.5e-9), dimension(0.05 + 2e-9)]) == 2)
        // Dimensions without points count as well.
        #expect(value(.dimensionsNotLed, [dimension(0.5), dimension(0, points: 0)]) == 1)
    }

    @Test func effectiveDimensions() {
        #expect(close(value(.effectiveDimensions, [0.5, -0.5, 0.5].map { dimension($0) }), 3))
        #expect(close(value(.effectiveDimensions, [0.5, 0, 0].map { dimension($0) }), 1))
        #expect(value(.effectiveDimensions, [0, 0].map { dimension($0) }) == 0)
        // Shares ½, ¼, ¼: e^(½ ln 2 + ½ ln 4) = 2^1.5; the weights count as much as the advantages.
        #expect(close(value(.effectiveDimensions, [0.5, 0.25, -0.25].map { dimension($0) }), 2.8284271247461903))
        let weighted = dimensions([0.25, 0.25, -0.25], weights: [0.5, 0.25, 0.25])
        #expect(close(value(.effectiveDimensions, weighted), 2.8284271247461903))
    }

    @Test func effectiveDimensionsFollowTheAggregation() {
        // z = L, −L/2 (advantages ½ and −tanh(L/2) = 0.267949…), shares ⅔, ⅓: e^H = 3/2^(2/3).
        let pair = [dimension(0.5), dimension(-0.2679491924311227)]
        #expect(close(value(.effectiveDimensions, pair) { $0.aggregation = .geometric }, 1.88988157484231))
    }

    private let alignment = dynamic(effects: [DynamicEffect(dimension: 0, immediate: 0.4, delayed: -1)])

    @Test func dynamicCost() {
        // Equal weights. B(0) − B(½) after 4 years: ½[tanh(−0.2) − tanh(−½·(1 − e⁻¹))].
        let pair = [dimension(0), dimension(0.3)]
        #expect(close(value(.dynamicCost(dynamic: 0), years: 4, pair, dynamics: [alignment]), 0.054282476744017066))
        // Today the reference has already been paid: ½[tanh(−0.2) − 0].
        #expect(close(value(.dynamicCost(dynamic: 0), pair, dynamics: [alignment]), -0.098687660112452))
        let none = value(.dynamicCost(dynamic: 0), pair, dynamics: [dynamic(effects: [])])
        #expect(none == 0 && none.sign == .plus)
    }

    @Test func dynamicReversal() {
        let pair = [dimension(0), dimension(0.3)]
        // The gain today is ½·tanh 0.2 = 0.0987, the later loss as above.
        let reversal = value(.dynamicReversal(dynamic: 0), years: 4, pair, dynamics: [alignment])
        #expect(close(reversal, 0.054282476744017066))
        // Ten years on the loss is the greater, ½[tanh(−0.2) − tanh(−½·(1 − e^(−2.5)))] = 0.1159…: the gain counts.
        let later = value(.dynamicReversal(dynamic: 0), years: 10, pair, dynamics: [alignment])
        #expect(close(later, 0.098687660112452))
        // Today the effect is a gain and no loss.
        #expect(close(value(.dynamicReversal(dynamic: 0), pair, dynamics: [alignment]), -0.098687660112452))
    }

    @Test func decidingPower() {
        let three = dimensions([0.5, -0.25, 0.1], weights: [0.5, 0.3, 0.2])
        // 0.5/|−0.075 + 0.02|, 0.3/|0.25 + 0.02|, 0.2/|0.25 − 0.075|
        #expect(close(value(.decidingPower(dimension: 0), three), 0.5 / 0.055))
        #expect(close(value(.decidingPower(dimension: 1), three), 0.3 / 0.27))
        #expect(close(value(.decidingPower(dimension: 2), three), 0.2 / 0.175))
        // s whatever the aggregation.
        #expect(close(value(.decidingPower(dimension: 0), three) { $0.aggregation = .geometric }, 0.5 / 0.055))
    }

    @Test func decidingPowerIsInfiniteWhenTheRestCancels() {
        let cancelled = dimensions([0.5, 0.25, -0.25], weights: [0.2, 0.4, 0.4])
        #expect(value(.decidingPower(dimension: 0), cancelled) == .infinity)
        // Up to rounding: 0.1 + 0.2 − 0.3 and the like.
        for rest in [[0.1, 0.2, -0.3], [-0.3, 0.2, 0.1], [0.1, -0.3, 0.2], [0.7, -0.6, -0.1]] {
            let rounded = ([0.5] + rest).map { dimension($0) }
            #expect(value(.decidingPower(dimension: 0), rounded) == .infinity)
        }
        #expect(value(.decidingPower(dimension: 0), dimensions([0.5, 0.5], weights: [1, 0])) == .infinity)
    }

    @Test func dynamicGrip() {
        // After 4 years: tanh(−0.2) − tanh(0.2 − (1 − e⁻¹)) on dimension 1, nothing on 2; the intensity set is no matter.
        let pair = [dimension(0), dimension(0.3)]
        let measure = Measure.dynamicGrip(dynamic: 0, dimension: 0)
        for percent in [0.0, 50, 100] {
            let grip = value(measure, years: 4, pair, dynamics: [alignment]) { $0.intensities[0] = percent }
            #expect(close(grip, 0.20971664596781447))
        }
        #expect(value(.dynamicGrip(dynamic: 0, dimension: 1), years: 4, pair, dynamics: [alignment]) == 0)
    }

    @Test func yearsToParity() {
        let falling = [dimension(0.25, momentum: -1), dimension(0.25, momentum: -1)]
        // atanh ¼/0.025; the year on screen is no matter.
        #expect(close(value(.yearsToParity, falling), 10.216512475319814, within: 1e-6))
        #expect(close(value(.yearsToParity, falling) { $0.year = 2040 }, 10.216512475319814, within: 1e-6))
        #expect(value(.yearsToParity, [dimension(0.25), dimension(0.25)]) == .infinity)
    }

    @Test func splitLead() {
        let five = [0.3, 0.5, -0.1, -0.5, 0.9].map { dimension($0) }
        // min(0.4, 0.3) and, the other way round, min(−0.3, −0.4).
        #expect(close(value(.splitLead(first: [0, 1], second: [2, 3]), five), 0.3))
        #expect(close(value(.splitLead(first: [2, 3], second: [0, 1]), five), -0.4))
        #expect(close(value(.splitLead(first: [4], second: [0]), five), -0.3))
    }

    @Test func withoutYearsTheYearOnScreenCounts() {
        let pair = [dimension(0.25, momentum: -1), dimension(0.5)]
        func count(_ years: Double?, on screen: Double) -> Double {
            value(.dimensionsNotLed, years: years, pair) { $0.year = screen }
        }
        // 0.2554 − 0.025t falls under 0.0500… after 8.2 years.
        #expect(count(nil, on: 2033) == 0 && count(nil, on: 2034) == 1)
        #expect(count(8, on: 2034) == 0 && count(9, on: 2025) == 1)
        #expect(count(8.25, on: 2025) == 1)
    }

    @Test func weightsAreThoseOfTheYear() {
        // λ = 0.1 over ten years: w = (1, e)/(1 + e); deciding power of 2 is e·(1 + e)⁻¹/(½·(1 + e)⁻¹).
        let pair = [dimension(0.5), dimension(-0.5, shift: 0.1)]
        let power = value(.decidingPower(dimension: 1), years: 10, pair) { $0.terrainShift = true }
        #expect(close(power, 5.43656365691809))
    }
}

/// Method §8: the word for a value.
@Suite struct TakeawayStatusTests {
    private func status(_ value: Double, supported: Double, contradicted: Double) -> TakeawayStatus {
        Takeaway.Test(measure: .yearsToParity, supportedAt: supported, contradictedAt: contradicted).status(of: value)
    }

    static let more: [(Double, TakeawayStatus)] = [
        (3.0, TakeawayStatus.supported), (2, .supported), (2 - 0.5e-9, .supported), (2 - 2e-9, .open), (1, .open),
        (2e-9, .open), (0.5e-9, .contradicted), (0, .contradicted), (-1, .contradicted), (.infinity, .supported),
        (-.infinity, .contradicted),
    ]

    @Test(arguments: more) func moreSupports(value: Double, status: TakeawayStatus) {
        #expect(self.status(value, supported: 2, contradicted: 0) == status)
    }

    static let less: [(Double, TakeawayStatus)] = [
        (3.0, TakeawayStatus.supported), (10, .supported), (10 + 0.5e-9, .supported), (10 + 2e-9, .open), (15, .open),
        (20 - 2e-9, .open), (20 - 0.5e-9, .contradicted), (20, .contradicted), (.infinity, .contradicted),
    ]

    @Test(arguments: less) func lessSupports(value: Double, status: TakeawayStatus) {
        #expect(self.status(value, supported: 10, contradicted: 20) == status)
    }

    @Test func theResultCarriesValueAndWord() {
        let test = Takeaway.Test(measure: .dimensionsNotLed, supportedAt: 2, contradictedAt: 0)
        let model = makeModel(
            [dimension(0.5), dimension(0)], takeaways: [Takeaway(id: "K", text: LocalizedText("K"), test: test)])
        let results = balance(model).takeaways
        #expect(results.map(\.status) == [.open] && results.map(\.value) == [1])
    }
}

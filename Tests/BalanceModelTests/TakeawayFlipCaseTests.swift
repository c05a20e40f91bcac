import BalanceModel
import Testing

/// The smallest moves that give a takeaway another status (method §8).
@Suite struct TakeawayFlipCaseTests {
    private func flips(
        _ measure: Measure, years: Double? = nil, supportedAt: Double, contradictedAt: Double,
        _ dimensions: [Dimension], dynamics: [Dynamic] = [], _ change: (inout Settings) -> Void = { _ in }
    ) -> [TakeawayFlip] {
        let test = Takeaway.Test(
            measure: measure, years: years, supportedAt: supportedAt, contradictedAt: contradictedAt)
        let model = makeModel(
            dimensions, dynamics: dynamics, takeaways: [Takeaway(id: "K", text: LocalizedText("K"), test: test)])
        return TakeawayFlip.all(model, settings(model, change), takeaway: 0)
    }

    @Test func theNearestWholePointThatFlips() {
        // Deciding power p₁/(½·p₂) is 2 at 20 : 20 and supported down to 1: under 10 : 20, or over 20 : 40.
        let pair = [dimension(0.5), dimension(0.5)]
        let flips = flips(.decidingPower(dimension: 0), supportedAt: 1, contradictedAt: 0.5, pair)
        #expect(flips.map(\.slider) == [.points(dimension: 0), .points(dimension: 1)])
        #expect(flips.map(\.from) == [20, 20] && flips.map(\.to) == [9, 41])
        #expect(flips.map(\.status) == [.open, .open])
        #expect(allClose(flips.map(\.value), [0.9, 20 / 20.5]))
        #expect(TakeawayFlip.smallest(flips) == flips[0])
    }

    @Test func locksHold() {
        let pair = [dimension(0.5), dimension(0.5)]
        let flips = flips(.decidingPower(dimension: 0), supportedAt: 1, contradictedAt: 0.5, pair) {
            $0.locked[1] = true
        }
        #expect(flips.isEmpty)
    }

    /// z = 0.1 − 0.4·(x − ½) − 0.025t is not led from 0.050042 down: from x = 0.6249, or t = 1.998, on.
    private let falling = [dimension(0.09966799462495582, momentum: -1), dimension(0.5)]
    private let brake = dynamic(effects: [DynamicEffect(dimension: 0, immediate: -0.4)])

    @Test func intensitiesAndTheYear() {
        let flips = flips(.dimensionsNotLed, supportedAt: 1, contradictedAt: 0, falling, dynamics: [brake])
        // No weight matters to this measure.
        #expect(flips.map(\.slider) == [.intensity(dynamic: 0), .year])
        #expect(flips.map(\.to) == [63, 2027] && flips.map(\.status) == [.supported, .supported])
        #expect(TakeawayFlip.smallest(flips)?.slider == .intensity(dynamic: 0))
    }

    @Test func aMeasureOfItsOwnYearsIgnoresTheYearOnScreen() {
        // After one year z = 0.075 − 0.4·(x − ½): from x = 0.5624 on.
        let flips = flips(.dimensionsNotLed, years: 1, supportedAt: 1, contradictedAt: 0, falling, dynamics: [brake])
        #expect(flips.map(\.slider) == [.intensity(dynamic: 0)] && flips.map(\.to) == [57])
    }

    @Test func noneWhereNothingFlips() {
        #expect(flips(.splitLead(first: [0], second: [1]), supportedAt: 2, contradictedAt: 1, falling).isEmpty)
        #expect(TakeawayFlip.smallest([]) == nil)
    }
}

import BalanceModel
import Testing

/// Method §4.
@Suite struct WeightTests {
    @Test func weightsAreSharesOfThePoints() {
        let model = makeModel([dimension(0, points: 15), dimension(0, points: 0.5), dimension(0, points: 4.5)])
        #expect(allClose(balance(model).dimensions.map(\.weight), [0.75, 0.025, 0.225]))
    }

    @Test func tinyPointsAreStillPoints() {
        let model = makeModel([dimension(0.5, points: 1e-300), dimension(-0.5, points: 3e-300)])
        #expect(close(balance(model).value, -0.25))
        let beside = makeModel([dimension(0.5, points: 1e-300), dimension(-0.5, points: 100)])
        #expect(close(balance(beside).value, -0.5))
        #expect(balance(beside).dimensions[0].tippingAdvantage == nil)
    }

    /// λ = 0 and 0.1 for ten years: 1/(1 + e) and e/(1 + e).
    @Test func theTerrainShiftMovesWeightsOverTime() {
        let model = makeModel([dimension(0.5, points: 50), dimension(-0.5, points: 50, shift: 0.1)])
        let shifted = balance(model) {
            $0.terrainShift = true
            $0.year = 2035
        }
        #expect(allClose(shifted.dimensions.map(\.weight), [0.2689414213699951, 0.7310585786300049]))
        #expect(close(shifted.value, 0.5 * (0.2689414213699951 - 0.7310585786300049)))
        #expect(shifted.dimensions.map(\.points) == [50, 50])
        #expect(balance(model) { $0.year = 2035 }.dimensions.map(\.weight) == [0.5, 0.5])
        #expect(balance(model) { $0.terrainShift = true }.dimensions.map(\.weight) == [0.5, 0.5])
    }

    @Test func theTerrainShiftStandsTinyPoints() {
        let model = makeModel([dimension(0.5, points: .leastNonzeroMagnitude, shift: -1), dimension(-0.5, points: 0)])
        let result = balance(model) {
            $0.terrainShift = true
            $0.year = 2050
        }
        #expect(close(result.value, 0.5))
    }
}

/// Method §4: changing points, with and without locks.
@Suite struct PointExchangeTests {
    private func settings(_ points: [Double], locked: [Int] = []) -> Settings {
        var settings = Settings(makeModel(points.map { dimension(0, points: $0) }))
        for i in locked { settings.locked[i] = true }
        return settings
    }

    private func exchanged(_ points: [Double], locked: [Int], set i: Int, to target: Double) -> [Double]? {
        var settings = settings(points, locked: locked)
        do { try settings.setPoints(i, to: target) } catch { return nil }
        return settings.points
    }

    private func refusal(_ points: [Double], locked: [Int] = [], set i: Int, to target: Double) -> WeightRefusal? {
        var settings = settings(points, locked: locked)
        let before = settings
        do { try settings.setPoints(i, to: target) } catch {
            #expect(settings == before)
            return error
        }
        return nil
    }

    @Test func withoutLocksOnlyTheOneChanges() {
        #expect(exchanged([20, 30, 50], locked: [], set: 0, to: 41.5) == [41.5, 30, 50])
        #expect(exchanged([20, 30, 50], locked: [], set: 0, to: 140) == [100, 30, 50])
        #expect(exchanged([20, 30, 50], locked: [], set: 0, to: -3) == [0, 30, 50])
    }

    @Test func theLastPositivePointsStay() {
        #expect(refusal([0, 30, 0], set: 1, to: 0) == .lastPositive)
        #expect(refusal([0, 30, 0], set: 1, to: -10) == .lastPositive)
        #expect(exchanged([0, 30, 0], locked: [], set: 1, to: 0.1) == [0, 0.1, 0])
        #expect(exchanged([1, 30, 0], locked: [], set: 1, to: 0) == [1, 0, 0])
    }

    @Test func aLockedDimensionHolds() {
        #expect(refusal([20, 30, 50], locked: [1], set: 1, to: 40) == .locked)
    }

    @Test func atTheEndThereIsNothingToDo() {
        #expect(refusal([0, 30, 50], set: 0, to: -1) == .atLimit)
        #expect(refusal([100, 30, 50], set: 0, to: 101) == .atLimit)
        // Asking for what is there is no refusal.
        #expect(exchanged([20, 30, 50], locked: [], set: 0, to: 20) == [20, 30, 50])
        #expect(exchanged([20, 30, 50], locked: [2], set: 0, to: 20) == [20, 30, 50])
    }

    /// Points, wanted for the first, what comes of it; the last dimension is locked and the sum stays.
    static let exchanges: [([Double], Double, [Double])] = [
        // 15 more from 20 : 30 is 6 and 9 less.
        ([10.0, 20, 30, 40], 25.0, [25.0, 14, 21, 40]),
        // 10 fewer go out the same way: 4 and 6.
        ([10, 20, 30, 40], 0, [0, 24, 36, 40]),
        // Only 50 can be given.
        ([10, 20, 30, 40], 90, [60, 0, 0, 40]),
        // 50 in proportion 9 : 1 would be 135 and 15: the second stops at 100, the third takes the other 40.
        ([50, 90, 10, 40], 0, [0, 100, 50, 40]),
        // Others at 0 share equally.
        ([60, 0, 0, 40], 40, [40, 10, 10, 40]),
        // One at 0 gets nothing in proportion until the other is full: 20 of the 60 fit into it.
        ([60, 80, 0, 40], 0, [0, 100, 40, 40]),
        // 180 + 95 has room for 25 only.
        ([80, 90, 85, 40], 0, [55, 100, 100, 40]),
    ]

    @Test(arguments: exchanges) func whatOneGainsTheUnlockedGive(points: [Double], target: Double, result: [Double]) {
        #expect(allClose(exchanged(points, locked: [3], set: 0, to: target), result))
    }

    @Test func withoutRoomNothingMoves() {
        #expect(refusal([10, 0, 0, 40], locked: [3], set: 0, to: 20) == .noRoom)
        #expect(refusal([10, 100, 100, 40], locked: [3], set: 0, to: 5) == .noRoom)
        #expect(refusal([10, 20, 30, 40], locked: [1, 2, 3], set: 0, to: 5) == .noRoom)
    }

    private func evened(_ points: [Double], locked: [Int] = []) -> [Double]? {
        var settings = settings(points, locked: locked)
        return settings.evenOut() ? settings.points : nil
    }

    @Test func evenOutKeepsTheSum() {
        #expect(evened([10, 20, 60]) == [30, 30, 30])
        #expect(evened([10, 20, 60], locked: [2]) == [15, 15, 60])
    }

    @Test func evenOutSaysWhenNothingChanges() {
        #expect(evened([30, 30, 30]) == nil)
        #expect(evened([10, 20, 60], locked: [0, 2]) == nil)
        #expect(evened([10, 20, 60], locked: [0, 1, 2]) == nil)
        #expect(evened([0, 0, 60], locked: [2]) == nil)
    }

    @Test func pointsForWeightsKeepTheSum() {
        let model = makeModel([dimension(0, points: 30), dimension(0, points: 10), dimension(0, points: 20)])
        #expect(allClose(Settings(model).points(forWeights: [0.5, 0.5, 0], model: model, years: 7), [30, 30, 0]))
    }

    @Test func pointsForWeightsScaleDownToTheLimit() {
        let model = makeModel([dimension(0, points: 80), dimension(0, points: 80), dimension(0, points: 80)])
        // 0.75, 0.25, 0 of 240 would be 180, 60, 0.
        let points = Settings(model).points(forWeights: [0.75, 0.25, 0], model: model, years: 0)
        #expect(allClose(points, [100, 100.0 / 3, 0]))
    }

    @Test func pointsForWeightsSeeThroughTheTerrainShift() {
        let model = makeModel([dimension(0, points: 50), dimension(0, points: 50, shift: 0.1)])
        var settings = Settings(model)
        settings.terrainShift = true
        settings.year = 2035
        // Weights ½, ½ in ten years are points e : 1 today.
        let points = settings.points(forWeights: [0.5, 0.5], model: model, years: 10)
        #expect(allClose(points, [73.10585786300049, 26.894142136999512]))
        settings.points = points
        #expect(allClose(evaluate(model, settings).dimensions.map(\.weight), [0.5, 0.5]))
    }
}

import Testing

@testable import BalanceModel

/// Bracketed roots, which parity, tipping intensity and the spread share.
@Suite struct RootTests {
    /// The root found and how often the function was asked.
    private func root(
        _ low: Double, _ high: Double, tolerance: Double = 1e-13, _ f: (Double) -> Double
    ) -> (value: Double, calls: Int) {
        var calls = 0
        let value = Root.between(low, high, tolerance: tolerance) {
            calls += 1
            return f($0)
        }
        return (value, calls)
    }

    @Test func smoothFunctionsTakeFewSteps() {
        // √2, √2 − 1 and a straight line; bisection would take 44 steps.
        let square = root(1, 2) { $0 * $0 - 2 }
        #expect(close(square.value, 1.4142135623730951) && square.calls <= 12)
        let falling = root(0, 1) { 2 - ($0 + 1) * ($0 + 1) }
        #expect(close(falling.value, 0.41421356237309515) && falling.calls <= 12)
        let straight = root(-1, 3) { $0 - 0.7 }
        #expect(close(straight.value, 0.7) && straight.calls <= 12)
    }

    @Test(arguments: [0.1, 0.25, 0.3333, 0.9, 0.999999, 1e-6, 1e-13])
    func aStepTakesHardlyMoreThanBisection(step: Double) {
        // ⌈log₂ 1e13⌉ = 44 halvings, the two ends, one step to spare and one for rounding.
        let found = root(0, 1) { $0 < step ? -1e-3 : 1 }
        #expect(abs(found.value - step) <= 1e-13 && found.calls <= 48)
        let mirrored = root(0, 1) { $0 < step ? 1 : -1e-9 }
        #expect(abs(mirrored.value - step) <= 1e-13 && mirrored.calls <= 48)
    }

    @Test func flatFunctionsConverge() {
        let cube = root(0, 1) { ($0 - 0.3) * ($0 - 0.3) * ($0 - 0.3) }
        #expect(abs(cube.value - 0.3) < 1e-4 && cube.calls <= 48)
    }

    @Test func aToleranceBelowTheSpacingOfNumbersEnds() {
        let found = root(1, 2, tolerance: 1e-300) { $0 * $0 - 2 }
        #expect(close(found.value, 1.4142135623730951))
    }
}

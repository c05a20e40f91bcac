import BalanceModel
import Testing

/// Method §1.
@Suite struct AdvantageTests {
    /// ½ ln 3 = 0.549306…: three times as much is an advantage of one half.
    static let half = 0.5493061443340548

    @Test(arguments: [
        (3.0, 1.0, half), (1, 3, -half), (7, 7, 0), (6e8, 2e8, half), (0.3, 0.1, half),
        // (61 − 15)/(61 + 15) = 46/76; ½ ln(61/15) = 0.701411…
        (61, 15, 0.7014118315355505),
    ])
    func logRatioIsHalfTheLogOfTheQuotient(a: Double, b: Double, z: Double) {
        #expect(close(Advantage.logRatio(a, b), z))
        #expect(close(Advantage.advantage(logRatio: Advantage.logRatio(a, b)), (a - b) / (a + b)))
    }

    @Test func whereLessIsBetterTheSignFlips() {
        #expect(close(Advantage.logRatio(3, 1, better: .less), -Self.half))
        #expect(Advantage.logRatio(0, 5, better: .less) == 3)
        #expect(Advantage.logRatio(5, 0, better: .less) == -3)
    }

    @Test func exchangingTheSidesTurnsTheSignExactly() {
        for a in 1...30 {
            for b in 1...30 {
                #expect(Advantage.logRatio(Double(a), Double(b)) == -Advantage.logRatio(Double(b), Double(a)))
            }
        }
    }

    @Test func aZeroOnOneSideStaysFinite() {
        #expect(Advantage.logRatio(0, 5) == -3)
        #expect(Advantage.logRatio(5, 0) == 3)
        // tanh 3 = 0.995054…
        #expect(close(Advantage.advantage(logRatio: 3), 0.9950547536867305))
    }

    /// e⁶ = 403.43: 403 to 1 is just inside the limit, 404 to 1 outside.
    @Test func logRatioIsLimitedToThree() {
        #expect(close(Advantage.logRatio(403, 1), 2.9994682809733413))
        #expect(Advantage.logRatio(404, 1) == 3)
        #expect(Advantage.logRatio(1, 404) == -3)
    }

    static let extremes: [(Double, Double, Double)] = [
        (1e300, 1e-300, 3.0), (1e-300, 1e300, -3), (.leastNonzeroMagnitude, 1.7e308, -3),
        (.leastNonzeroMagnitude, .leastNonzeroMagnitude, 0),
        // Quotients that overflow or underflow nowhere: ½ ln ½.
        (1e300, 2e300, -0.34657359027997264), (1e-300, 2e-300, -0.34657359027997264),
    ]

    @Test(arguments: extremes) func extremeValuesStayExact(a: Double, b: Double, z: Double) {
        #expect(close(Advantage.logRatio(a, b), z))
    }

    @Test(arguments: [(0.5, half), (-0.5, -half), (0, 0), (0.25, 0.25541281188299536), (0.999, 3), (-0.9999, -3)])
    func anAdvantageHasALogRatio(s: Double, z: Double) {
        #expect(close(Advantage.logRatio(advantage: s), z))
    }

    /// 61 of 76 is 0.8026….
    @Test(arguments: [(0.5, 0.75), (-0.5, 0.25), (0, 0.5), (46.0 / 76, 61.0 / 76)])
    func theFirstSidesShareOfTheTwo(s: Double, share: Double) {
        #expect(close(Advantage.firstShare(advantage: s), share))
    }
}

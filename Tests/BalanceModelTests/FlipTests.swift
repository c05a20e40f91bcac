import BalanceModel
import Testing

/// Method §6: the fewest points to flip.
@Suite struct FlipTests {
    private func moves(_ flip: Tipping.Flip?) -> [[Double]]? {
        flip.map { $0.moves.map { [Double($0.from), Double($0.to), $0.weight] } }
    }

    @Test func fromTheMostFavourableToTheLeast() {
        // Σ = 0.25 + 0.03 − 0.1 = 0.18; each point from 1 to 3 takes 1.0.
        let flip = Tipping.fewestPoints(weights: [0.5, 0.3, 0.2], x: [0.5, 0.1, -0.5])
        #expect(close(flip?.weight, 0.18))
        #expect(flip?.moves.map(\.from) == [0] && flip?.moves.map(\.to) == [2])
    }

    @Test func fromTheNextWhenAGiverIsEmpty() throws {
        // Σ = 0.08 + 0.3 − 0.06 = 0.32; dimension 1 gives 0.1·1.0, dimension 2 the other 0.22 at 0.7 a point.
        let flip = try #require(Tipping.fewestPoints(weights: [0.1, 0.6, 0.3], x: [0.8, 0.5, -0.2]))
        #expect(flip.moves.map(\.from) == [0, 1] && flip.moves.map(\.to) == [2, 2])
        #expect(allClose(flip.moves.map(\.weight), [0.1, 0.22 / 0.7]))
        #expect(close(flip.weight, 0.1 + 0.22 / 0.7))
    }

    @Test func theOtherSidesLeadIsTheMirrorImage() {
        let flip = Tipping.fewestPoints(weights: [0.1, 0.6, 0.3], x: [-0.8, -0.5, 0.2])
        #expect(close(flip?.weight, 0.1 + 0.22 / 0.7))
        #expect(flip?.moves.map(\.from) == [0, 1] && flip?.moves.map(\.to) == [2, 2])
    }

    @Test func severalGiversAllTheWay() throws {
        let flip = try #require(
            Tipping.fewestPoints(weights: [0.25, 0.25, 0.5, 0], x: [0.9, 0.8, 0.51, -0.1]))
        #expect(flip.moves.map(\.from) == [0, 1, 2])
        // Σ = 0.225 + 0.2 + 0.255 = 0.68; left after the two: 0.68 − 0.25 − 0.225 = 0.205 at 0.61 a point.
        #expect(close(flip.weight, 0.5 + 0.205 / 0.61))
    }

    @Test func noneWhenNobodyFavoursTheOtherSide() {
        #expect(Tipping.fewestPoints(weights: [0.5, 0.3, 0.2], x: [0.5, 0.1, 0.2]) == nil)
        #expect(Tipping.fewestPoints(weights: [0.5, 0.3, 0.2], x: [0.5, 0, 0.2]) == nil)
        #expect(Tipping.fewestPoints(weights: [0.5, 0.3, 0.2], x: [-0.5, -0.1, -0.2]) == nil)
    }

    @Test func noneWhenTheBalanceIsZeroAlready() {
        #expect(Tipping.fewestPoints(weights: [0.5, 0.5], x: [0.25, -0.25]) == nil)
        // 0.1 + 0.2 − 0.3 leaves 5.6e-17, which is rounding.
        let third = 1.0 / 3
        #expect(Tipping.fewestPoints(weights: [third, third, third], x: [0.1, 0.2, -0.3]) == nil)
    }

    @Test func equalAdvantagesGiveTheEarlierDimension() {
        let givers = Tipping.fewestPoints(weights: [0.3, 0.2, 0.3, 0.2], x: [0.1, 0.4, 0.4, -0.4])
        // Σ = 0.03 + 0.08 + 0.12 − 0.08 = 0.15 at 0.8 a point.
        #expect(close(givers?.weight, 0.1875) && givers?.moves.map(\.from) == [1])
        let receivers = Tipping.fewestPoints(weights: [0.6, 0.2, 0.2], x: [0.4, -0.4, -0.4])
        #expect(receivers?.moves.map(\.to) == [1])
        let negative = Tipping.fewestPoints(weights: [0.2, 0.2, 0.6], x: [0.4, 0.4, -0.4])
        #expect(negative?.moves.map(\.from) == [2] && negative?.moves.map(\.to) == [0])
    }

    @Test func aDimensionWithoutWeightHasNothingToGive() {
        // Σ = 0.2·0.7 − 0.1·0.3 = 0.11, all of it from the second.
        let flip = Tipping.fewestPoints(weights: [0, 0.7, 0.3], x: [0.9, 0.2, -0.1])
        #expect(flip?.moves.map(\.from) == [1])
        #expect(close(flip?.weight, 0.11 / 0.3))
    }

    @Test func allWeightOnOneDimension() {
        let flip = Tipping.fewestPoints(weights: [1, 0], x: [0.5, -0.25])
        #expect(close(flip?.weight, 2.0 / 3))
    }

    /// The first giver is empty just when the balance is 0: 0.27 = 0.3·0.9, whatever rounding leaves.
    @Test(arguments: [1.0, 0.7, 0.31, 1e-3, 3.3e-5])
    func nothingMovesOnceTheBalanceIsZero(scale: Double) {
        let x = [0.7, 0.3, -0.2].map { $0 * scale }
        let flip = Tipping.fewestPoints(weights: [0.3, 0.4, 0.3], x: x)
        #expect(flip?.moves.count == 1)
        #expect(close(flip?.weight, 0.3))
    }

    @Test func movesUseTheWeightsOfTheYearOnScreen() {
        // Weights 1/(1 + e), e/(1 + e) in ten years: the second leads by 0.5·(0.731 − 0.269), 1.0 a point.
        let model = makeModel([dimension(0.5, points: 50), dimension(-0.5, points: 50, shift: 0.1)])
        let flip = balance(model) {
            $0.terrainShift = true
            $0.year = 2035
        }.robustness.fewestPoints
        #expect(close(flip?.weight, 0.5 * (0.7310585786300049 - 0.2689414213699951)))
        #expect(flip?.moves.map(\.from) == [1])
    }

    @Test func geometricFlipsByLogRatios() {
        // z = ±(0.5493, 0.2554), w = (½, ½): Σ = 0.146947; 0.804719 a point.
        let model = makeModel(dimensions([0.5, -0.25], weights: [0.5, 0.5]))
        let flip = balance(model) { $0.aggregation = .geometric }.robustness.fewestPoints
        #expect(close(flip?.weight, 0.18260619448598525))
    }
}

import BalanceModel
import Testing

/// Method §3. 1 − e⁻¹ = 0.632120558…
@Suite struct DynamicsTests {
    private let growth = 0.6321205588285577

    private func logRatio(_ model: Model, _ change: (inout Settings) -> Void = { _ in }) -> Double {
        balance(model, change).dimensions[0].logRatio
    }

    private let one = makeModel(
        [dimension(0, momentum: 2), dimension(0)],
        dynamics: [dynamic(effects: [DynamicEffect(dimension: 0, immediate: 0.2, delayed: -0.4)])])

    @Test func driftAccruesByTheFractionOfAYear() {
        let model = makeModel([dimension(0.5, momentum: -3), dimension(0)])
        // atanh ½ − 0.075·2.5
        #expect(close(logRatio(model) { $0.year = 2027.5 }, 0.5493061443340548 - 0.1875))
        #expect(balance(model) { $0.year = 2027.5 }.years == 2.5)
    }

    @Test func todayOnlyTheImmediateEffectBeyondTheReferenceActs() {
        #expect(logRatio(one) == 0)
        // 0.2·(0.8 − 0.5)
        #expect(close(logRatio(one) { $0.intensities[0] = 80 }, 0.06))
        #expect(close(logRatio(one) { $0.intensities[0] = 0 }, -0.1))
    }

    @Test func theDelayedEffectComesWithTheWholeIntensity() {
        // 4 years at delay 4: 0.05·4 + 0.2·0.3 − 0.4·0.8·(1 − e⁻¹)
        let z = logRatio(one) {
            $0.intensities[0] = 80
            $0.year = 2029
        }
        #expect(close(z, 0.26 - 0.32 * growth))
    }

    @Test func theReferenceIsTheIntensityWhereNoneIsGiven() {
        #expect(dynamic(intensity: 30, effects: []).reference == 30)
        let model = makeModel(
            [dimension(0), dimension(0)],
            dynamics: [dynamic(intensity: 50, reference: 20, effects: [DynamicEffect(dimension: 0, immediate: 0.2)])])
        #expect(close(logRatio(model), 0.06))
    }

    @Test func effectsOnOneDimensionAddUp() {
        let model = makeModel(
            [dimension(0), dimension(0)],
            dynamics: [
                dynamic(intensity: 80, reference: 50, effects: [DynamicEffect(dimension: 0, immediate: 0.2)]),
                dynamic(intensity: 10, reference: 50, effects: [DynamicEffect(dimension: 0, immediate: 0.3)]),
            ])
        #expect(close(logRatio(model), 0.06 - 0.12))
    }

    @Test func anInteractionGrowsWithBothIntensities() {
        let model = makeModel(
            [dimension(0), dimension(0)], dynamics: [dynamic(intensity: 80, effects: []), dynamic(effects: [])],
            interactions: [
                Interaction(first: 0, second: 1, delay: 2, effects: [.init(dimension: 0, delayed: 0.3)])
            ])
        #expect(logRatio(model) == 0)
        // 0.3·0.8·0.5·(1 − e^(−1.5)) = 0.12·0.7768698…
        #expect(close(logRatio(model) { $0.year = 2028 }, 0.12 * 0.7768698398515702))
        #expect(
            logRatio(model) {
                $0.year = 2028
                $0.intensities[1] = 0
            } == 0)
    }

    @Test func theSumIsLimitedAndNotItsParts() {
        let model = makeModel(
            [dimension(0.5), dimension(0)], dynamics: [dynamic(effects: [DynamicEffect(dimension: 0, immediate: 100)])])
        #expect(logRatio(model) { $0.intensities[0] = 100 } == 3)
        #expect(logRatio(model) { $0.intensities[0] = 0 } == -3)
        // 4 − 2·0.75 stays within the limit though 4 alone would not.
        let inside = makeModel(
            [dimension(0), dimension(0)],
            dynamics: [dynamic(reference: 0, effects: [DynamicEffect(dimension: 0, immediate: -3)])])
        #expect(close(logRatio(inside) { $0.scoreChange[0] = 4 }, 2.5))
    }

    @Test func theEffectComparesWithIntensityZero() {
        // Equal weights: B(0.8) − B(0) = ½(tanh 0.06 − tanh(−0.1)) today;
        // at t = 4: ½(tanh(0.26 − 0.32(1 − e⁻¹)) − tanh(0.2 − 0.1)); at t = 10 with 1 − e^(−2.5) = 0.917915001…
        let result = balance(one) {
            $0.intensities[0] = 80
            $0.year = 2029
        }
        let effect = result.dynamics[0]
        #expect(effect.intensity == 80)
        #expect(close(effect.effectToday, 0.07979804907704965))
        #expect(close(effect.effect, -0.021005296410314955))
        #expect(close(effect.effectInTenYears, -0.05990045503427302))
    }

    @Test func theEffectOfAnInteractionComparesWithoutIt() {
        let model = makeModel(
            [dimension(0.25), dimension(0)], dynamics: [dynamic(intensity: 80, effects: []), dynamic(effects: [])],
            interactions: [
                Interaction(first: 0, second: 1, delay: 2, effects: [.init(dimension: 0, delayed: 0.3)])
            ])
        // ½(tanh(atanh ¼ + 0.12·(1 − e^(−t/2))) − ¼) at t = 3 and t = 10.
        let effect = balance(model) { $0.year = 2028 }.interactions[0]
        #expect(close(effect.effect, 0.04258319153368928))
        #expect(close(effect.effectInTenYears, 0.05400621442783046))
    }

    @Test func interactionShiftsNameTheirDimensions() {
        let model = makeModel(
            [dimension(0), dimension(0), dimension(0)], dynamics: [dynamic(effects: []), dynamic(effects: [])],
            interactions: [
                Interaction(
                    first: 0, second: 1, delay: 5,
                    effects: [.init(dimension: 2, delayed: -0.2), .init(dimension: 0, delayed: 0.4)])
            ])
        let shifts = Evaluator(model, Settings(model)).interactionShifts(0, at: 5)
        #expect(shifts.map(\.dimension) == [2, 0])
        // −0.2·¼·(1 − e⁻¹) and 0.4·¼·(1 − e⁻¹)
        #expect(allClose(shifts.map(\.shift), [-0.05 * growth, 0.1 * growth]))
    }

    @Test func hugeChangesStayOnTheScale() {
        let model = makeModel(
            [dimension(0.5), dimension(-0.2)],
            dynamics: [
                dynamic(effects: [
                    DynamicEffect(dimension: 0, immediate: 1e300, delayed: -1e300),
                    DynamicEffect(dimension: 1, delayed: 1e12),
                ])
            ])
        for year in [2025.0, 2030, 2050] {
            let result = balance(model) {
                $0.intensities[0] = 90
                $0.year = year
                $0.scoreChange[1] = -1e9
                $0.driftChange[1] = 1e9
            }
            #expect(abs(result.value) <= 1)
            #expect(result.dimensions.allSatisfy { abs($0.logRatio) <= 3 })
        }
    }
}

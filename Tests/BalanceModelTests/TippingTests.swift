import BalanceModel
import Testing

/// Method §6: single weights, advantages and intensities at which the balance is 0.
@Suite struct TippingTests {
    private let weights = [0.5, 0.3, 0.2]
    private let x = [0.5, 0.1, -0.5]

    @Test func tippingWeightKeepsTheProportionsOfTheOthers() {
        // 1: R = (0.03 − 0.1)/0.5 = −0.14; −0.14/(−0.14 − 0.5).
        #expect(close(Tipping.weight(of: 0, weights: weights, x: x), 0.21875))
        // 2: R = (0.25 − 0.1)/0.7 = 3/14; over 3/14 − 1/10 that is 1.875, outside.
        #expect(Tipping.weight(of: 1, weights: weights, x: x) == nil)
        // 3: R = 0.28/0.8 = 0.35; 0.35/0.85.
        #expect(close(Tipping.weight(of: 2, weights: weights, x: x), 7.0 / 17))
    }

    @Test func tippingWeightOfADimensionWithoutWeight() {
        // R = 0.5·0.8 + 0.1·0.2 = 0.42; 0.42/(0.42 + 0.5).
        #expect(close(Tipping.weight(of: 2, weights: [0.8, 0.2, 0], x: x), 0.42 / 0.92))
    }

    @Test func tippingWeightAtTheEnds() {
        // The others cancel: only at 0, and as a plain zero.
        let atZero = Tipping.weight(of: 0, weights: [0.2, 0.4, 0.4], x: [0.5, 0.25, -0.25])
        #expect(atZero == 0 && atZero?.sign == .plus)
        // No advantage of its own: only with all weight.
        #expect(Tipping.weight(of: 0, weights: [0.2, 0.4, 0.4], x: [0, 0.25, 0.25]) == 1)
    }

    @Test func tippingWeightUndefined() {
        // Alone it has no others to keep in proportion.
        #expect(Tipping.weight(of: 0, weights: [1, 0, 0], x: x) == nil)
        // Moving weight changes nothing when the others are as far ahead.
        #expect(Tipping.weight(of: 0, weights: [0.5, 0.5], x: [0.25, 0.25]) == nil)
        #expect(Tipping.weight(of: 0, weights: [0.5, 0.5], x: [0, 0]) == nil)
    }

    @Test func stabilityIntervalKeepsTheVerdict() {
        #expect(Tipping.stabilityInterval(of: 0, weights: weights, x: x).map { close($0.lowerBound, 0.21875) } == true)
        #expect(Tipping.stabilityInterval(of: 0, weights: weights, x: x)?.upperBound == 1)
        #expect(Tipping.stabilityInterval(of: 1, weights: weights, x: x) == 0...1)
        let third = Tipping.stabilityInterval(of: 2, weights: weights, x: x)
        #expect(third?.lowerBound == 0 && close(third?.upperBound, 7.0 / 17))
    }

    @Test func stabilityIntervalOfNoVerdict() {
        #expect(Tipping.stabilityInterval(of: 0, weights: [0.5, 0.5], x: [0.25, -0.25]) == nil)
        // Alone: how the weight would be shared out is undefined, and others might turn the verdict.
        #expect(Tipping.stabilityInterval(of: 0, weights: [1, 0], x: [0.5, -0.5]) == nil)
        #expect(Tipping.stabilityInterval(of: 1, weights: [1, 0], x: [0.5, -0.5]) == 0...0.5)
    }

    @Test func tippingAdvantage() {
        // Σ = 0.18: 0.5 − 0.18/0.5, 0.1 − 0.18/0.3, and −0.5 − 0.18/0.2 = −1.4 off the scale.
        let result = balance(makeModel(dimensions(x, weights: weights)))
        #expect(eachClose(result.dimensions.map(\.tippingAdvantage), [0.14, -0.5, nil]))
    }

    @Test func tippingAdvantageAtTheEndOfTheScale() {
        // ½·½ + ½·x = 0 at −½; 0.75·… at exactly −1 is no advantage any more.
        let outside = makeModel(dimensions([0.5, 0.5], weights: [2.0 / 3, 1.0 / 3]))
        #expect(balance(outside).dimensions[1].tippingAdvantage == nil)
        #expect(close(balance(outside).dimensions[0].tippingAdvantage, -0.25))
    }

    @Test func tippingAdvantageNeedsWeight() {
        let result = balance(makeModel(dimensions([0.5, 0.1, -0.5], weights: [0.8, 0.2, 0])))
        #expect(result.dimensions[2].tippingAdvantage == nil)
    }

    @Test func tippingAdvantageOfLogRatios() {
        // L = atanh ½, z = L, 0.1003…, −L, Σwz = 0.194892…: z* = 0.159521…, −L, −1.523768….
        let result = balance(makeModel(dimensions(x, weights: weights))) { $0.aggregation = .geometric }
        let expected = [0.15818176782613924, -0.5, -0.9093521248314483]
        #expect(eachClose(result.dimensions.map(\.tippingAdvantage), expected))
        // z = 3, w = (0.52, 0.48): z* = 3 − 3/0.48 = −3.25 is off the scale of ±3.
        let outside = makeModel(dimensions([0.999, 0.999], weights: [0.52, 0.48]))
        #expect(balance(outside) { $0.aggregation = .geometric }.dimensions[1].tippingAdvantage == nil)
        // w = (½, ½), z = 3: −3 is just on it.
        let edge = makeModel(dimensions([0.999, 0.999], weights: [0.5, 0.5]))
        let tipping = balance(edge) { $0.aggregation = .geometric }.dimensions[1].tippingAdvantage
        #expect(close(tipping, -0.9950547536867305))
    }
}

/// Method §6: the intensity of a dynamic at which the balance is 0, in per cent.
@Suite struct TippingIntensityTests {
    private func tipping(_ model: Model, _ change: (inout Settings) -> Void = { _ in }) -> Double? {
        balance(model, change).dynamics[0].tippingIntensity
    }

    /// One dimension carries all: z = 0.1 − 0.4·(x − ½) is 0 at x = ¾.
    private let one = makeModel(
        [dimension(0.09966799462495582, points: 100), dimension(0, points: 0)],
        dynamics: [dynamic(effects: [DynamicEffect(dimension: 0, immediate: -0.4)])])

    @Test func whereTheBalanceIsZero() {
        #expect(close(tipping(one), 75, within: 1e-10))
        // It does not depend on where the slider stands.
        for percent in [0.0, 31, 75, 100] {
            #expect(close(tipping(one) { $0.intensities[0] = percent }, 75, within: 1e-10))
        }
    }

    @Test func noneWhereItStaysOnOneSide() {
        let model = makeModel(
            [dimension(0.5, points: 100), dimension(0, points: 0)],
            dynamics: [dynamic(effects: [DynamicEffect(dimension: 0, immediate: -0.4)]), dynamic(effects: [])])
        #expect(balance(model).dynamics.map(\.tippingIntensity) == [nil, nil])
    }

    @Test func delayedEffectsTipLater() {
        // z = 0.1 − 0.5·x·(1 − e^(−t/4)): never today; at t = 4, x = 0.2/(1 − e⁻¹).
        let model = makeModel(
            [dimension(0.09966799462495582, points: 100), dimension(0, points: 0)],
            dynamics: [dynamic(effects: [DynamicEffect(dimension: 0, delayed: -0.5)])])
        #expect(tipping(model) == nil)
        #expect(close(tipping(model) { $0.year = 2029 }, 31.63953413738653, within: 1e-10))
    }

    @Test func interactionsCount() {
        // z = 0.1 − 1·x·0.4·(1 − e⁻¹) at t = 5: x = 0.25/(1 − e⁻¹).
        let model = makeModel(
            [dimension(0.09966799462495582, points: 100), dimension(0, points: 0)],
            dynamics: [dynamic(effects: []), dynamic(intensity: 40, effects: [])],
            interactions: [Interaction(first: 0, second: 1, delay: 5, effects: [.init(dimension: 0, delayed: -1)])])
        #expect(close(tipping(model) { $0.year = 2030 }, 39.54941767173316, within: 1e-10))
        #expect(tipping(model) { $0.intensities[1] = 0 } == nil)
    }

    @Test func whereTheBalanceIsZeroAlreadyItIsTheIntensitySet() {
        let indifferent = makeModel(
            dimensions([0.25, -0.25], weights: [0.5, 0.5]), dynamics: [dynamic(effects: [])])
        #expect(tipping(indifferent) { $0.intensities[0] = 52 } == 52)
        #expect(tipping(indifferent) { $0.intensities[0] = 0 } == 0)
    }

    /// z₁ = 3.2·(x − ½) with weight 0.6, z₂ = −6·(x − ½) with 0.4: crossings at ½ and on both sides of it.
    private let wavy = makeModel(
        [dimension(0, points: 60), dimension(0, points: 40)],
        dynamics: [
            dynamic(effects: [DynamicEffect(dimension: 0, immediate: 3.2), DynamicEffect(dimension: 1, immediate: -6)])
        ])

    @Test func ofSeveralTheNearestToTheIntensitySet() {
        // 0.6·tanh(3.2u) = 0.4·tanh(6u): u = 0 and ±0.190246….
        let (low, high) = (30.975305829190592, 69.02469417080941)
        for (percent, expected) in [(0.0, low), (40, low), (45, 50), (55, 50), (65, high), (100, high)] {
            #expect(close(tipping(wavy) { $0.intensities[0] = percent }, expected, within: 1e-10))
        }
    }

    /// A dip below 0 narrower than a step of any coarse scan: z₁ climbs and, just later, z₂ falls through 0.
    @Test func aNarrowDipIsFound() throws {
        // B = 0.01 + 0.45·[tanh(200u − 1.2) + tanh(0.9 − 200u)], u = x − 0.53: below 0 for u in (−0.00466, 0.01516).
        let model = makeModel(
            [dimension(0.1, points: 10), dimension(0, points: 45), dimension(0, points: 45)],
            dynamics: [
                dynamic(
                    reference: 53,
                    effects: [
                        DynamicEffect(dimension: 1, immediate: 200), DynamicEffect(dimension: 2, immediate: -200),
                    ])
            ])
        func at(_ percent: Double) -> Double? {
            tipping(model) {
                $0.scoreChange = [0, -1.2, 0.9]
                $0.intensities[0] = percent
            }
        }
        #expect(close(at(20), 52.53382715248391, within: 1e-9))
        #expect(close(at(90), 54.51617284751609, within: 1e-9))
    }
}

import BalanceModel

/// The bundled model's thesis reading, dynamics and takeaway tests in numbers, without its texts and indicators.
enum CodingModel {
    static let model: Model = {
        var model = makeModel(
            dimensions, dynamics: dynamics,
            interactions: [
                Interaction(first: 0, second: 1, delay: 5, effects: [.init(dimension: 0, delayed: -0.20)])
            ],
            takeaways: takeaways)
        model.scenarios = [
            Scenario(
                id: "stack-export", name: LocalizedText("Stack export"),
                driftChange: [.init(3, -0.06), .init(2, -0.02), .init(4, -0.02)], year: 2032, terrainShift: true),
            Scenario(
                id: "widest-gap", name: LocalizedText("Widest gap"), driftChange: [.init(0, 0.05), .init(1, 0.03)],
                year: 2030),
        ]
        return model
    }()

    private static var dimensions: [Dimension] {
        func row(_ level: Int, _ momentum: Int, _ uncertainty: Double, _ shift: Double) -> Dimension {
            Dimension(
                id: "d", name: LocalizedText("D"), points: 20, shift: shift,
                thesis: Thesis(start: .level(level), momentum: momentum, uncertainty: uncertainty))
        }
        return [
            row(1, -2, 0.15, 0), row(2, -1, 0.15, 0), row(0, -3, 0.20, 0.05), row(0, -2, 0.25, 0.10),
            row(1, -1, 0.25, 0.05),
        ]
    }

    private static var dynamics: [Dynamic] {
        [
            dynamic(
                delay: 4,
                effects: [
                    DynamicEffect(dimension: 1, immediate: 0.15), DynamicEffect(dimension: 2, immediate: 0.10),
                    DynamicEffect(dimension: 0, delayed: -0.25), DynamicEffect(dimension: 4, delayed: -0.10),
                ]),
            dynamic(
                delay: 5,
                effects: [
                    DynamicEffect(dimension: 0, delayed: -0.30),
                    DynamicEffect(dimension: 4, immediate: -0.10, delayed: -0.10),
                ]),
        ]
    }

    private static var takeaways: [Takeaway] {
        func row(_ measure: Measure, _ years: Double?, _ supported: Double, _ contradicted: Double) -> Takeaway {
            Takeaway(
                id: "K", text: LocalizedText("K"),
                test: .init(measure: measure, years: years, supportedAt: supported, contradictedAt: contradicted))
        }
        return [
            row(.dimensionsNotLed, nil, 2, 0), row(.effectiveDimensions, nil, 3, 1.5),
            row(.dynamicCost(dynamic: 1), 10, 0.03, 0.005), row(.dynamicReversal(dynamic: 0), 10, 0.005, 0),
            row(.decidingPower(dimension: 3), 5, 1, 0.5),
            row(.dynamicGrip(dynamic: 1, dimension: 0), 10, 0.15, 0.02), row(.yearsToParity, nil, 10, 20),
            row(.splitLead(first: [0, 1], second: [2, 3]), 5, 0.05, -0.1),
        ]
    }
}

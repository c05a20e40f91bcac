import BalanceModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A dimension for tests: where it starts, how it drifts, how uncertain both are.
func dimension(
    _ id: String, _ advantage: Double, points: Double = 20, momentum: Int = 0, uncertainty: Double = 0.15,
    driftUncertainty: Double = 0.0125, shift: Double = 0
) -> Dimension {
    Dimension(
        id: id, name: LocalizedText(id), points: points, shift: shift,
        thesis: Thesis(
            start: .advantage(advantage), momentum: momentum, uncertainty: uncertainty,
            driftUncertainty: driftUncertainty))
}

func model(
    _ dimensions: [Dimension], dynamics: [Dynamic] = [], interactions: [Interaction] = [],
    aggregation: Aggregation = .arithmetic, terrainShift: Bool = false
) -> Model {
    Model(
        id: "test", title: LocalizedText("test"), baseYear: 2025, terrainShift: terrainShift, aggregation: aggregation,
        firstSide: SideDescription(id: "a", name: LocalizedText("A")),
        secondSide: SideDescription(id: "b", name: LocalizedText("B")), dimensions: dimensions, dynamics: dynamics,
        interactions: interactions)
}

/// Five dimensions near balance, two dynamics and their interaction: every term of method §3 takes part.
func fullModel(aggregation: Aggregation = .arithmetic, terrainShift: Bool = false) -> Model {
    model(
        [
            dimension("innovation", 0.25, points: 15, momentum: -2),
            dimension("compute", 0.5, points: 15, momentum: -1),
            dimension("deployment", -0.1, points: 20, momentum: -3, uncertainty: 0.2, shift: 0.05),
            dimension("adoption", -0.3, points: 30, momentum: 1, uncertainty: 0.25, shift: 0.1),
            dimension("governance", 0.2, points: 20, momentum: -1, uncertainty: 0.25, driftUncertainty: 0.03),
        ],
        dynamics: [
            Dynamic(
                id: "alignment", name: LocalizedText("alignment"), intensity: 70, reference: 50, delay: 4,
                effects: [
                    DynamicEffect(dimension: 1, immediate: 0.15), DynamicEffect(dimension: 0, delayed: -0.25),
                    DynamicEffect(dimension: 4, delayed: -0.1),
                ]),
            Dynamic(
                id: "malaise", name: LocalizedText("malaise"), intensity: 40, reference: 50, delay: 5,
                effects: [
                    DynamicEffect(dimension: 0, delayed: -0.3),
                    DynamicEffect(dimension: 4, immediate: -0.1, delayed: -0.1),
                ]),
        ],
        interactions: [
            Interaction(first: 0, second: 1, delay: 5, effects: [.init(dimension: 0, delayed: -0.2)])
        ],
        aggregation: aggregation, terrainShift: terrainShift)
}

func settings(_ model: Model, year: Double = 2025) -> Settings {
    var settings = Settings(model)
    settings.year = year
    return settings
}

/// Standard normal distribution function.
func normalShare(below z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

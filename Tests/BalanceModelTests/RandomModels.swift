import BalanceModel

/// Random models and settings over the whole range that a model file may have.
enum RandomModels {
    static func model(_ random: inout SeededGenerator, dimensions count: ClosedRange<Int> = 2...24) -> Model {
        let n = Int.random(in: count, using: &random)
        var dimensions = (0..<n).map { _ in dimension(&random) }
        if dimensions.allSatisfy({ $0.points == 0 }) { dimensions[0].points = 1 }
        let dynamics = (0..<Int.random(in: 0...4, using: &random)).map { _ in dynamic(&random, dimensions: n) }
        var interactions: [Interaction] = []
        for first in dynamics.indices.dropLast() where Bool.random(using: &random) {
            let effects = (0..<n).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
                .map { Interaction.Term(dimension: $0, delayed: Double.random(in: -0.5...0.5, using: &random)) }
            interactions.append(
                Interaction(
                    first: first, second: first + 1, delay: Double.random(in: 0.5...10, using: &random),
                    effects: effects))
        }
        return makeModel(
            dimensions, dynamics: dynamics, interactions: interactions,
            takeaways: takeaways(dimensions: n, dynamics: dynamics.count, &random))
    }

    private static func dimension(_ random: inout SeededGenerator) -> Dimension {
        let start: Thesis.Start =
            Bool.random(using: &random)
            ? .level(Int.random(in: -3...3, using: &random))
            : .advantage(Double.random(in: -0.95...0.95, using: &random))
        return Dimension(
            id: "d", name: LocalizedText("D"), points: points(&random),
            shift: Bool.random(using: &random) ? 0 : Double.random(in: -0.3...0.3, using: &random),
            thesis: Thesis(start: start, momentum: Int.random(in: -3...3, using: &random)),
            indicators: (0..<Int.random(in: 0...3, using: &random)).map { _ in indicator(&random) })
    }

    /// Some at 0, some tied, some in fractions.
    private static func points(_ random: inout SeededGenerator) -> Double {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: 0
        case 1: 20
        case 2, 3, 4: Double(Int.random(in: 1...100, using: &random))
        default: Double.random(in: 0...100, using: &random)
        }
    }

    private static func indicator(_ random: inout SeededGenerator) -> Indicator {
        let observations = (0..<Int.random(in: 1...4, using: &random)).map { k in
            Indicator.Observation(
                year: 2015 + 3 * k, first: Double.random(in: 0...100, using: &random),
                second: Int.random(in: 0..<8, using: &random) == 0 ? 0 : Double.random(in: 1...100, using: &random))
        }
        return Indicator(
            id: "i", name: LocalizedText("I"), better: Bool.random(using: &random) ? .more : .less,
            weight: Double(Int.random(in: 0...3, using: &random)), trend: Int.random(in: 0..<4, using: &random) > 0,
            confidence: [nil, .low, .medium, .high][Int.random(in: 0..<4, using: &random)],
            observations: observations)
    }

    private static func dynamic(_ random: inout SeededGenerator, dimensions n: Int) -> Dynamic {
        let acted = (0..<n).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        return Dynamic(
            id: "y", name: LocalizedText("Y"), intensity: Double(Int.random(in: 0...100, using: &random)),
            reference: Double(Int.random(in: 0...100, using: &random)),
            delay: Double.random(in: 0.5...10, using: &random),
            effects: acted.map {
                DynamicEffect(
                    dimension: $0, immediate: Double.random(in: -1...1, using: &random),
                    delayed: Double.random(in: -1...1, using: &random))
            })
    }

    private static func takeaways(
        dimensions n: Int, dynamics: Int, _ random: inout SeededGenerator
    ) -> [Takeaway] {
        let dimension = Int.random(in: 0..<n, using: &random)
        var measures: [Measure] = [
            .dimensionsNotLed, .effectiveDimensions, .yearsToParity, .decidingPower(dimension: dimension),
            .splitLead(first: [0], second: [dimension]),
        ]
        for d in 0..<dynamics {
            measures += [
                .dynamicCost(dynamic: d), .dynamicReversal(dynamic: d),
                .dynamicGrip(dynamic: d, dimension: dimension),
            ]
        }
        return measures.map {
            Takeaway(
                id: "K", text: LocalizedText("K"),
                test: .init(
                    measure: $0, years: Bool.random(using: &random) ? 7.5 : nil, supportedAt: 1, contradictedAt: 0))
        }
    }

    static func settings(_ model: Model, _ random: inout SeededGenerator) -> Settings {
        var settings = Settings(model)
        settings.points = model.dimensions.map { _ in points(&random) }
        if settings.points.allSatisfy({ $0 == 0 }) { settings.points[0] = 100 }
        settings.intensities = model.dynamics.map { _ in Double.random(in: 0...100, using: &random) }
        settings.year = 2025 + (Bool.random(using: &random) ? 0 : Double.random(in: 0...25, using: &random))
        settings.reading = Bool.random(using: &random) ? .thesis : .evidence
        settings.aggregation = Bool.random(using: &random) ? .arithmetic : .geometric
        settings.terrainShift = Bool.random(using: &random)
        settings.confidence = Confidence.allCases[Int.random(in: 0..<3, using: &random)]
        settings.scoreChange = model.dimensions.map { _ in Double.random(in: -0.5...0.5, using: &random) }
        settings.driftChange = model.dimensions.map { _ in Double.random(in: -0.05...0.05, using: &random) }
        return settings
    }

    /// A model with settings, the same for the same seed.
    static func pair(_ seed: Int, dimensions: ClosedRange<Int> = 2...24) -> (Model, Settings) {
        var random = SeededGenerator(seed)
        let model = model(&random, dimensions: dimensions)
        return (model, settings(model, &random))
    }

    /// A weighting uniform on the simplex.
    static func weighting(_ n: Int, _ random: inout SeededGenerator) -> [Double] {
        // Gaps between sorted uniforms (Devroye 1986, V.2): no logarithms and no exponentials, unlike the method's own.
        let cuts = (1..<n).map { _ in Double.random(in: 0...1, using: &random) }.sorted()
        return zip(cuts + [1], [0] + cuts).map { $0 - $1 }
    }
}

import BalanceModel
import Wording

@testable import Reports

/// Models at the edges of what a file may hold.
enum Extreme {
    /// As many dimensions as there may be, names that are long, quoted, piped, bracketed and Chinese.
    static let crowded = Model(
        id: "crowded",
        title: LocalizedText(String(repeating: "A title | with <b>\"everything\"</b> & more, ", count: 5)),
        baseYear: 2000,
        firstSide: SideDescription(
            id: "a", name: LocalizedText("The Most Serene Federation of the Northern Archipelago & its “Dependencies”")),
        secondSide: SideDescription(
            id: "b", name: LocalizedText("南方大陆自由城市与港口联合共和国及其全部海外领土和附属岛屿的正式全称")),
        dimensions: (0..<24).map { i in
            Dimension(
                id: "d\(i)", name: LocalizedText(names[i % names.count] + " \(i)"), points: Double(i % 7) * 3.3 + 0.1,
                shift: i % 2 == 0 ? 0.5 : -0.5,
                thesis: Thesis(start: .advantage(i % 2 == 0 ? 0.97 : -0.9), momentum: i % 7 - 3))
        },
        dynamics: [
            Dynamic(
                id: "x", name: LocalizedText("`Dynamic` *of* _everything_"), intensity: 100, delay: 1,
                effects: [DynamicEffect(dimension: 3, immediate: 2, delayed: -3)])
        ],
        takeaways: [
            Takeaway(
                id: "K1", text: LocalizedText("# 1. Not a heading | nor a cell"),
                test: .init(measure: .decidingPower(dimension: 0), supportedAt: 1, contradictedAt: 0.5))
        ])

    private static let names = [
        "Quotes \"double\" and 'single'", "Pipes | and \\ backslashes", "<script>alert(1)</script> & co",
        "量子计算与人工智能基础设施的长期战略投资能力", "An uncommonly long name of a dimension that no column holds",
    ]

    /// Two dimensions at exact parity: nothing leads, nothing flips, shares are missing.
    static let level = Model(
        id: "level", title: LocalizedText("Level"), baseYear: 2020,
        firstSide: SideDescription(id: "a", name: LocalizedText("A")),
        secondSide: SideDescription(id: "b", name: LocalizedText("B")),
        dimensions: ["one", "two"].map {
            Dimension(id: $0, name: LocalizedText($0), points: 50, thesis: Thesis(start: .level(0), momentum: 0))
        },
        takeaways: [
            Takeaway(
                id: "K1", text: LocalizedText("Decides alone"),
                test: .init(measure: .decidingPower(dimension: 0), supportedAt: 1, contradictedAt: 0.5)),
            Takeaway(
                id: "K2", text: LocalizedText("Ends level"),
                test: .init(measure: .yearsToParity, supportedAt: 10, contradictedAt: 20)),
        ])

    /// One side ahead in everything, whatever the weights.
    static let oneSided = Model(
        id: "one-sided", title: LocalizedText("One-sided"), baseYear: 2020, aggregation: .geometric,
        firstSide: SideDescription(id: "a", name: LocalizedText("A")),
        secondSide: SideDescription(id: "b", name: LocalizedText("B")),
        dimensions: ["one", "two", "three"].map {
            Dimension(
                id: $0, name: LocalizedText($0), points: 33, thesis: Thesis(start: .advantage(-0.99), momentum: 0))
        })

    static let all = [crowded, level, oneSided]

    static func input(_ model: Model, _ language: Language, year: Double = 10, simulated: Bool = true) -> ReportInput {
        var settings = Settings(model)
        settings.year = Double(model.baseYear) + year
        settings.terrainShift = year > 0
        let balance = evaluate(model, settings)
        return ReportInput(
            program: "fulcrum 1.0.0", model: model, balance: balance,
            simulation: simulated ? Ports.simulation(balance) : nil,
            sensitivity: simulated ? [SensitivityFigure(input: "weights", firstOrder: nil, total: nil)] : nil,
            samples: Limits.samples.upperBound, seed: UInt64(Int64.max), language: language,
            command: ReproducingCommand(["report"], model: model, settings: settings, language: language).arguments)
    }
}

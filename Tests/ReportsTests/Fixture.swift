import BalanceModel
import Foundation
import Testing
import Wording

@testable import Reports

/// Two ports that compete for a sea: a small model with everything in it that a report can show.
enum Ports {
    static let model = Model(
        id: "two-ports", title: LocalizedText(en: "Northport – Southhaven", fr: "Port-Nord – Havre-Sud"),
        baseYear: 2025,
        firstSide: SideDescription(
            id: "north", name: LocalizedText(en: "Northport", fr: "Port-Nord"), short: LocalizedText("N")),
        secondSide: SideDescription(
            id: "south", name: LocalizedText(en: "Southhaven", fr: "Havre-Sud"), short: LocalizedText("S")),
        claims: [
            Claim(id: "A1", text: LocalizedText(en: "Ships follow depth.", fr: "Les navires suivent la profondeur."))
        ],
        dimensions: [cargo, crews, rails, rules],
        dynamics: [
            Dynamic(
                id: "strikes", name: LocalizedText(en: "Strikes in Northport", fr: "Grèves à Port-Nord"),
                short: LocalizedText(en: "Strikes", fr: "Grèves"), intensity: 40, delay: 4,
                effects: [
                    DynamicEffect(dimension: 0, immediate: -0.1, delayed: -0.2),
                    DynamicEffect(dimension: 1, delayed: -0.15),
                ]),
            Dynamic(
                id: "dredging", name: LocalizedText(en: "Dredging", fr: "Dragage"), intensity: 50, delay: 6,
                effects: [DynamicEffect(dimension: 0, immediate: 0.12, delayed: -0.3)]),
        ],
        interactions: [
            Interaction(first: 0, second: 1, delay: 5, effects: [.init(dimension: 2, delayed: -0.2)])
        ],
        scenarios: [
            Scenario(
                id: "new-tunnel", name: LocalizedText(en: "The new tunnel", fr: "Le nouveau tunnel"),
                dynamics: [.init(0, 70)], scoreChange: [.init(2, -0.2)], driftChange: [.init(0, -0.01)], year: 2031)
        ],
        takeaways: takeaways)

    private static let cargo = Dimension(
        id: "cargo", name: LocalizedText(en: "Cargo handled", fr: "Fret traité"),
        short: LocalizedText(en: "Cargo", fr: "Fret"), points: 30,
        thesis: Thesis(start: .level(2), momentum: -2, claims: ["A1", "A2"]),
        indicators: [
            Indicator(
                id: "containers", name: LocalizedText(en: "Containers a year", fr: "Conteneurs par an"),
                confidence: .high,
                observations: [
                    .init(year: 2021, first: 61, second: 33), .init(year: 2024, first: 55, second: 41),
                ],
                source: Source(
                    publisher: "Port Authority, statistics", title: "Yearbook", date: "2025-04",
                    url: "https://example.org/yearbook")),
            Indicator(
                id: "tonnes", name: LocalizedText(en: "Tonnes | bulk", fr: "Tonnes | vrac"),
                observations: [.init(year: 2024, first: 80, second: 60)],
                source: Source(
                    publisher: "Port Authority, statistics", title: "Yearbook", date: "2025-04",
                    url: "https://example.org/yearbook")),
        ])
    private static let crews = Dimension(
        id: "crews", name: LocalizedText(en: "Crews and pilots", fr: "Équipages et pilotes"), points: 25,
        thesis: Thesis(start: .level(1), momentum: -1, claims: ["A3"]),
        indicators: [
            Indicator(
                id: "pilots", name: LocalizedText(en: "Licensed pilots", fr: "Pilotes brevetés"), weight: 2,
                observations: [
                    .init(year: 2020, first: 40, second: 30), .init(year: 2023, first: 42, second: 38),
                ])
        ])
    private static let rails = Dimension(
        id: "rails", name: LocalizedText(en: "Rails and roads to the hinterland", fr: "Rail et route vers l’intérieur"),
        short: LocalizedText(en: "Hinterland", fr: "Arrière-pays"), points: 25, shift: 0.03,
        thesis: Thesis(start: .level(-1), momentum: -3))
    private static let rules = Dimension(
        id: "rules", name: LocalizedText(en: "Rules & customs", fr: "Règles et douane"), points: 20,
        thesis: Thesis(start: .advantage(0.1), momentum: 1, claims: ["A1"]))

    private static let takeaways = [
        Takeaway(
            id: "K1",
            text: LocalizedText(en: "Northport no longer leads everywhere", fr: "Port-Nord n’est plus en tête partout"),
            test: .init(measure: .dimensionsNotLed, supportedAt: 2, contradictedAt: 0)),
        Takeaway(
            id: "K2",
            text: LocalizedText(en: "Strikes cost more than they seem", fr: "Les grèves coûtent plus qu’il n’y paraît"),
            test: .init(measure: .dynamicCost(dynamic: 0), years: 10, supportedAt: 0.03, contradictedAt: 0.005)),
        Takeaway(
            id: "K3", text: LocalizedText(en: "Ten years will settle it", fr: "Dix ans en décideront"),
            test: .init(measure: .yearsToParity, supportedAt: 10, contradictedAt: 20)),
        Takeaway(
            id: "K4", text: LocalizedText(en: "Depth against reach", fr: "La profondeur contre l’étendue"),
            test: .init(measure: .splitLead(first: [0, 1], second: [2]), supportedAt: 0.3, contradictedAt: -0.1)),
    ]

    /// The scenario with further changes, in a year with a fraction that prints whole.
    static var settings: Settings {
        var settings = Settings(model, scenario: model.scenarios[0])
        settings.points = [30, 25, 25, 22.5]
        settings.terrainShift = true
        return settings
    }

    /// Figures that a simulation could have found.
    static func simulation(_ balance: Balance) -> SimulationFigures {
        SimulationFigures(
            firstLeads: 0.0421, standardError: 0.000635, firstLeadsAnyWeights: 0.1034,
            band: balance.outlook.enumerated().map { t, year in
                let width = 0.06 + 0.012 * Double(t)
                return .init(
                    year: year.year, q05: year.balance - width, q25: year.balance - 0.4 * width, q50: year.balance,
                    q75: year.balance + 0.4 * width, q95: year.balance + width)
            })
    }

    static let sensitivity = [
        SensitivityFigure(input: "score:cargo", firstOrder: 0.21, total: 0.26),
        SensitivityFigure(input: "drift:rails", firstOrder: -0.0002, total: 0.003),
        SensitivityFigure(input: "weights", firstOrder: 0.41, total: 0.55),
        SensitivityFigure(input: "dynamic:strikes", firstOrder: 0.12, total: 0.125),
    ]

    /// A report with all it can hold.
    static func full(_ language: Language) -> ReportInput {
        let balance = evaluate(model, settings)
        let command = ReproducingCommand(
            ["report"], model: model, settings: settings, seed: 7, language: language, modelPath: "two ports.yaml")
        return ReportInput(
            program: "fulcrum 1.0.0", model: model, balance: balance, simulation: simulation(balance),
            sensitivity: sensitivity, seed: 7, language: language, command: command.arguments)
    }

    /// The model as it is, nothing simulated, in the evidence reading.
    static func plain(_ language: Language) -> ReportInput {
        var settings = Settings(model)
        settings.reading = .evidence
        settings.indicatorWeights[0][1] = 0.5
        let command = ReproducingCommand(["report"], model: model, settings: settings, language: language)
        return ReportInput(
            program: "fulcrum 1.0.0", model: model, balance: evaluate(model, settings), language: language,
            command: command.arguments)
    }

    static func comparison(_ language: Language) -> ComparisonInput {
        let command = ReproducingCommand(
            ["compare", "thesis"], model: model, settings: settings, language: language, modelPath: "two ports.yaml")
        return ComparisonInput(
            program: "fulcrum 1.0.0", model: model, comparison: Comparison(model, from: Settings(model), to: settings),
            baseline: "thesis", language: language, command: command.arguments)
    }
}

/// Compares a text with the file kept under Expected; with FULCRUM_UPDATE=1 keeps the new one, to be read by a person.
///
/// Figures are compared to nine decimals: the last bits are those of a machine's mathematical library.
func expectFile(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Expected")
    let file = folder.appendingPathComponent(name)
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if let expected, roundingFigures(text) == roundingFigures(expected) { return }
    if ProcessInfo.processInfo.environment["FULCRUM_UPDATE"] == "1" {
        try? text.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    Issue.record("\(name) differs:\n\(text)", sourceLocation: sourceLocation)
}

/// A text with every long decimal fraction cut to nine decimals.
private func roundingFigures(_ text: String) -> String {
    var result = ""
    var figure = ""
    func ended() -> String {
        guard let value = Double(figure), figure.count > 11 else { return figure }
        let text = String(format: "%.9f", value)
        return text == "-0.000000000" ? "0.000000000" : text
    }
    for scalar in text.unicodeScalars {
        if ("0"..."9").contains(scalar) || ".-+e".unicodeScalars.contains(scalar) {
            figure.unicodeScalars.append(scalar)
        } else {
            result += ended()
            figure = ""
            result.unicodeScalars.append(scalar)
        }
    }
    return result + ended()
}

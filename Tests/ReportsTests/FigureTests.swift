import BalanceModel
import Testing

@testable import Reports

/// JSON and CSV: names, order and figures (contract §3).
@Suite struct FigureTests {
    static let inputs: [ReportInput] =
        [Ports.full(.en), Ports.plain(.fr)] + Extreme.all.map { Extreme.input($0, .fr, year: 0, simulated: false) }
        + Extreme.all.map { Extreme.input($0, .en) }

    private func parsed(_ input: ReportInput) throws -> ParsedJSON { try ParsedJSON(report(input, as: .json)) }

    /// Keys as they stand, each once a line.
    private func keys(_ json: String, indentation: Int) -> [String] {
        let start = String(repeating: " ", count: indentation) + "\""
        return json.split(separator: "\n").filter { $0.hasPrefix(start) }.map {
            String($0.dropFirst(start.count).prefix { $0 != "\"" })
        }
    }

    @Test func keepsTheOrderOfTheContract() {
        let json = report(Ports.full(.en), as: .json)
        #expect(
            keys(json, indentation: 2) == [
                "format", "program", "model", "settings", "balance", "dimensions", "dynamics", "robustness",
                "uncertainty", "outlook", "takeaways", "sensitivity",
            ])
        #expect(
            keys(json, indentation: 4) == [
                "id", "title", "scenario", "year", "reading", "confidence", "aggregation", "terrain_shift", "points",
                "dynamics", "samples", "seed", "value", "leader", "verdict", "parity_year", "acceptability",
                "near_my_weights", "under_my_ranking", "fewest_points", "spread", "central_weights", "p_first_leads",
                "standard_error", "p_first_leads_any_weights",
            ])
        let rows = keys(json, indentation: 6)
        #expect(
            rows.starts(with: [
                "cargo", "crews", "rails", "rules", "strikes", "dredging", "id", "points", "weight", "log_ratio",
                "advantage", "uncertainty", "drift", "drift_uncertainty", "reading", "contribution", "tipping_weight",
                "tipping_advantage",
            ]))
        #expect(rows.suffix(3) == ["input", "first_order", "total"])
        #expect(rows.contains("tipping_intensity"))
    }

    @Test(arguments: inputs.indices) func isValidJSON(_ index: Int) throws {
        let input = Self.inputs[index]
        let root = try parsed(input)
        #expect(root["dimensions"]?.elements.count == input.model.dimensions.count)
        #expect(root["outlook"]?.elements.count == 16)
        #expect(root["model"]?["title"] == .string(input.model.title(input.language)))
        #expect(root["settings"]?["samples"]?.number == Double(input.samples))
    }

    /// The very bits of the result, not a rounding of them.
    @Test(arguments: inputs.indices) func keepsEveryDigit(_ index: Int) throws {
        let input = Self.inputs[index]
        let root = try parsed(input)
        #expect(root["balance"]?["value"]?.number == input.balance.value)
        for (row, result) in zip(root["dimensions"]?.elements ?? [], input.balance.dimensions) {
            #expect(row["weight"]?.number == result.weight)
            #expect(row["log_ratio"]?.number == result.logRatio)
            #expect(row["tipping_advantage"]?.number == result.tippingAdvantage)
        }
    }

    @Test func leavesOutWhatIsMissing() throws {
        let root = try parsed(Extreme.input(Extreme.level, .en, year: 0, simulated: false))
        #expect(root["uncertainty"] == .null)
        #expect(root["sensitivity"] == nil)
        #expect(root["balance"]?["leader"] == .null && root["balance"]?["parity_year"] == .null)
        for key in ["acceptability", "near_my_weights", "under_my_ranking", "fewest_points"] {
            #expect(root["robustness"]?[key] == .null, "\(key)")
        }
        #expect(root["robustness"]?["central_weights"] == .object(["a": .null, "b": .null]))
        let year = try #require(root["outlook"]?.elements.first)
        #expect(year["q05"] == .null && year["acceptability"] == .null)
    }

    @Test func saysInfinityInWords() throws {
        let root = try parsed(Extreme.input(Extreme.level, .en, year: 0, simulated: false))
        #expect(root["takeaways"]?.elements.map { $0["value"] } == [.string("infinity"), .string("infinity")])
    }

    @Test func givesUnitsOfTheContract() throws {
        let input = Ports.full(.en)
        let flip = try #require(try parsed(input)["robustness"]?["fewest_points"])
        let moves = flip["moves"]?.elements ?? []
        let points = try #require(flip["points"]?.number)
        #expect(points == (input.balance.robustness.fewestPoints?.weight ?? 0) * 100)
        #expect(abs(moves.reduce(0) { $0 + ($1["points"]?.number ?? 0) } - points) < 1e-9)
        #expect(moves.first?["from"] == .string("rails") && moves.first?["to"] == .string("rules"))
    }

    @Test(arguments: [
        ("\"quoted\" \\ slash", "\"\\\"quoted\\\" \\\\ slash\""), ("a\nb\tc\rd", "\"a\\nb\\tc\\rd\""),
        ("\u{1}\u{1F}\u{7F}", "\"\\u0001\\u001f\\u007f\""), ("é 南 🚢", "\"é 南 🚢\""),
    ]) func escapesStrings(_ text: String, _ expected: String) {
        #expect(JSONValue.string(text).rendered == expected)
    }

    @Test(arguments: [
        (0.1 + 0.2, "0.30000000000000004"), (20, "20"), (-0.0, "0"), (1e-7, "1e-07"), (.infinity, "\"infinity\""),
        (-.infinity, "\"-infinity\""), (.nan, "null"), (.leastNonzeroMagnitude, "5e-324"), (1e300, "1e+300"),
    ]) func writesNumbers(_ value: Double, _ expected: String) {
        #expect(JSONValue.number(value).rendered == expected)
    }

    // MARK: CSV

    /// A reader of RFC 4180, written apart from the writer.
    private func rows(_ csv: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var scalars = Array(csv.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if isQuoted {
                if scalar != "\"" {
                    field.unicodeScalars.append(scalar)
                } else if scalars.first == "\"" {
                    field += "\""
                    scalars.removeFirst()
                } else {
                    isQuoted = false
                }
            } else if scalar == "\"" && field.isEmpty {
                isQuoted = true
            } else if scalar == "," || scalar == "\n" {
                row.append(field)
                field = ""
                if scalar == "\n" {
                    rows.append(row)
                    row = []
                }
            } else {
                field.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    @Test(arguments: inputs.indices) func isTidy(_ index: Int) {
        let rows = rows(report(Self.inputs[index], as: .csv))
        #expect(rows.first == ["section", "id", "name", "value"])
        #expect(rows.allSatisfy { $0.count == 4 && !$0[0].isEmpty && !$0[2].isEmpty })
        #expect(Set(rows.map { $0.prefix(3).joined(separator: "\n") }).count == rows.count, "a row is named twice")
    }

    @Test(arguments: inputs.indices) func hasTheFiguresOfTheJSON(_ index: Int) throws {
        let input = Self.inputs[index]
        let rows = rows(report(input, as: .csv))
        func value(_ section: String, _ id: String, _ name: String) -> String? {
            rows.first { $0.prefix(3) == [section, id, name] }?[3]
        }
        let root = try parsed(input)
        #expect(value("model", "", "title") == input.model.title(input.language))
        for dimension in root["dimensions"]?.elements ?? [] {
            guard case .string(let id) = dimension["id"] else { continue }
            for (name, figure) in dimension.members where name != "id" {
                let cell = try #require(value("dimensions", id, name))
                switch figure {
                case .null: #expect(cell.isEmpty)
                case .string(let text): #expect(cell == text)
                default: #expect(Double(cell) == figure.number)
                }
            }
        }
        let first = input.model.firstSide.id
        let central = input.balance.robustness.centralFirst
        let cell = value(
            "robustness", central == nil ? first : first + "/" + input.model.dimensions[1].id, "central_weights")
        #expect(cell == central.map { "\($0[1])" } ?? "")
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), (" a", "\" a\""),
    ])
    func quotesFields(_ text: String, _ expected: String) {
        #expect(CSV.field(text) == expected)
    }

    // MARK: Comparison

    @Test func comparisonHasTheShapeOfTheContract() throws {
        let input = Ports.comparison(.en)
        let json = try #require(report(input, as: .json))
        #expect(keys(json, indentation: 2) == ["from", "to", "change", "weights", "scores"])
        #expect(keys(json, indentation: 4).prefix(3) == ["name", "balance", "balance"])
        let root = try ParsedJSON(json)
        let terms = ["weights", "scores"].flatMap { (root[$0]?.members ?? [:]).values.compactMap(\.number) }
        let change = try #require(root["change"]?.number)
        #expect(terms.count == 8)
        #expect(abs(terms.reduce(0, +) - change) < 1e-12)
        #expect(change == input.comparison.change)
        #expect(root["from"]?["name"] == .string("thesis"))
        #expect(report(input, as: .svg) == nil)
    }
}

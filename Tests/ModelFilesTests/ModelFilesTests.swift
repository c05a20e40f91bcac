import BalanceModel
import Testing

@testable import ModelFiles

/// The complaints of a decoder, as `LINE:COLUMN: message`; none when it gives a result.
func complaints(_ language: Language = .en, _ decode: () throws -> Void) -> [String] {
    do {
        try decode()
        return []
    } catch let list as ProblemList {
        return list.problems.map { "\($0.line):\($0.column): \($0.message(language))" }
    } catch {
        return ["\(error)"]
    }
}

func modelComplaints(_ yaml: String, _ language: Language = .en) -> [String] {
    complaints(language) { _ = try ModelFile.decode(yaml.utf8) }
}

@Suite struct ModelFileTests {
    @Test func readsEveryKeyOfTheContract() throws {
        let model = try Example.model()
        #expect(model.id == "example")
        #expect(model.title(.fr) == "Example")
        #expect(model.about?(.fr) == "Un petit modèle")
        #expect(model.baseYear == 2025 && !model.terrainShift && model.reading == .thesis)
        #expect(
            model.firstSide == .init(id: "us", name: .init(en: "United States", fr: "États-Unis"), short: .init("US")))
        #expect(model.claims.map(\.id) == ["T1", "D1"])
        #expect(model.dynamics.map(\.reference) == [40, 30])
        #expect(
            model.dynamics[0].effects == [
                DynamicEffect(dimension: 1, immediate: 0.15, delayed: 0, rationale: .init("Access"))
            ])
        #expect(
            model.dynamics[0].facts.map(\.observations) == [
                [.init(year: 2025, value: 7840, period: .init(en: "spring", fr: "printemps"))]
            ])
        let both = Interaction(
            first: 0, second: 1, delay: 5, effects: [.init(dimension: 0, delayed: -0.2)], claims: ["T1"],
            rationale: .init("Both"))
        #expect(model.interactions == [both])
        #expect(
            model.takeaways.map(\.test.measure) == [
                .dimensionsNotLed, .dynamicGrip(dynamic: 1, dimension: 0), .splitLead(first: [0], second: [1]),
            ])
    }

    @Test func readsADimension() throws {
        let dimension = try Example.model().dimensions[0]
        #expect(dimension.thesis == Thesis(start: .level(1), momentum: -2, claims: ["D1"], rationale: .init("Ahead")))
        let indicator = try #require(dimension.indicators.first)
        #expect(
            indicator.observations == [
                .init(year: 2023, first: 61, second: 15), .init(year: 2024, first: 40, second: 15),
            ])
        #expect(indicator.trend && indicator.confidence == .high && indicator.better == .more)
        #expect(
            indicator.source
                == Source(
                    publisher: "Somebody", title: "A report", date: "2025-04", url: "https://example.org/"))
        #expect(try Example.model().dimensions[1].thesis == Thesis(start: .advantage(0.3), momentum: 0))
    }

    @Test func readsAScenario() throws {
        let scenario = Scenario(
            id: "stack-export", name: .init("Stack export"), story: .init("A story"), claims: ["T1"],
            points: [.init(1, 30)], dynamics: [.init(1, 80)], scoreChange: [.init(1, -0.3)],
            driftChange: [.init(0, -0.05)], indicators: [.init(dimension: 0, indicator: 0, weight: 0)], year: 2030,
            reading: .evidence, aggregation: .geometric, terrainShift: true)
        #expect(try Example.model().scenarios == [scenario])
    }

    @Test(arguments: ["on", "true", "yes", "'on'", "\"true\"", "'yes'"])
    func acceptsEverySwitchThatYAMLWritersUse(_ text: String) throws {
        #expect(try ModelFile.decode(Example.with("terrain_shift: off", "terrain_shift: \(text)").utf8).terrainShift)
    }

    @Test func leavesOutWhatIsOptional() throws {
        let yaml = """
            format: 1
            id: small
            title: Small
            base_year: 2000
            sides: [{id: a, name: A}, {id: b, name: B}]
            dimensions:
            - {id: x, name: X, points: 1, thesis: {level: 0, momentum: 0}}
            - {id: y, name: Y, points: 0, thesis: {level: 0, momentum: 0}}
            """
        let model = try ModelFile.decode(yaml.utf8)
        #expect(model.firstSide.short == model.firstSide.name)
        #expect(model.dimensions.map(\.thesis.uncertainty) == [0.15, 0.15])
        #expect(model.dynamics.isEmpty && model.scenarios.isEmpty && model.claims.isEmpty)
    }

    @Test func countsDimensions() {
        let one = Example.yaml.split(separator: "\n", omittingEmptySubsequences: false)
        let start = one.firstIndex(of: "dimensions:") ?? 0
        func model(_ count: Int) -> String {
            let list = (0..<count).map {
                "  - {id: d\($0), name: D, points: 1, thesis: {level: 0, momentum: 0}}"
            }
            let head = one[..<start].filter {
                !$0.hasPrefix("claims") && !$0.hasPrefix("  - {id: T1") && !$0.hasPrefix("  - {id: D1")
            }
            return (head + ["dimensions:"] + list.map { Substring($0) }).joined(separator: "\n")
        }
        #expect(modelComplaints(model(2)) == [])
        #expect(modelComplaints(model(24)) == [])
        #expect(modelComplaints(model(1)) == ["13:3: “dimensions” has 1 entry; expected: 2 to 24"])
        #expect(modelComplaints(model(25)) == ["13:3: “dimensions” has 25 entries; expected: 2 to 24"])
    }

    @Test func refusesPointsThatAreAllZero() {
        let yaml = Example.with("points: 20", "points: 0").replacing("12.5", with: "0.0")
        #expect(
            modelComplaints(yaml).first == "20:13: all points are 0; at least one dimension needs some")
    }

    @Test func reportsEveryProblemByPlace() {
        let yaml = Example.with("points: 20", "pionts: 20").replacing(
            "T1, text: \"One: a claim\"", with: "T1, text: [\"\\e\"]"
        )
        .replacing("intensity: 30", with: "intensity: 300").replacing("momentum: 0}", with: "momentum: 9, level: 1}")
        #expect(
            modelComplaints(yaml) == [
                "13:20: “text” must be text, or texts by language, not a list",
                "13:21: control character U+001B; text has none but line breaks",
                "16:5: key “points” is missing: it must be a number from 0 to 100",
                "20:5: unknown key “pionts”; did you mean “points”?",
                "37:13: “level” and more",
            ].dropLast() + [
                "37:14: “advantage” stands beside “level”; one of the two is expected",
                "37:40: “momentum” must be a whole number from -3 to 3, not 9",
                "50:45: “intensity” must be a number from 0 to 100, not 300",
            ])
    }

    @Test func rendersOneLineWithFileAndPlace() throws {
        let list = try #require(throws: ProblemList.self) { try ModelFile.decode("format: 1\n".utf8) }
        let problem = try #require(list.problems.first)
        #expect(problem.rendered(file: "a\u{1B}[2J.yaml", .en).hasPrefix("a\\u{1B}[2J.yaml:1:1: error: key “"))
        #expect(list.lines(file: "m.yaml", .fr).allSatisfy { $0.hasPrefix("m.yaml:1:1: error: la clé «\u{A0}") })
    }
}

extension String {
    /// The first of a text replaced.
    func replacing(_ old: String, with new: String) -> String {
        firstRange(of: old).map { replacingCharacters(in: $0, with: new) } ?? "the text has no \(old)"
    }
}

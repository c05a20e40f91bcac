import BalanceModel
import Testing

@testable import ModelFiles

@Suite struct ScenarioFileTests {
    @Test func readsASavedScenario() throws {
        let model = try Example.model()
        let yaml = """
            model: example
            id: mine
            name: {en: Mine, fr: À moi}
            points: {innovation: 0, compute: 12.5}
            claims: [T1]
            year: 2031.5
            """
        let scenario = try ScenarioFile.decode(yaml.utf8, for: model)
        #expect(scenario.points == [.init(0, 0), .init(1, 12.5)])
        #expect(scenario.year == 2031.5)
        #expect(ScenarioFile.modelID(yaml.utf8) == "example")
        #expect(try ScenarioFile.decode(ScenarioFile.yaml(scenario, for: model).utf8, for: model) == scenario)
    }

    @Test func refusesWhatTheModelDoesNotHave() throws {
        let model = try Example.model()
        let yaml = """
            model: other
            id: mine
            points: {inovation: 1, compute: 200}
            dynamics: {growth: 1}
            indicators: {notable-models: 1, x: 2}
            claims: [Z9]
            year: 2024
            format: 1
            """
        #expect(
            complaints { _ = try ScenarioFile.decode(yaml.utf8, for: model) } == [
                "1:1: key “name” is missing: it must be text, or texts by language",
                "1:8: this is for model “other”, not “example”",
                "3:10: dimension “inovation” is not defined; did you mean “innovation”?",
                "3:33: “compute” must be a number from 0 to 100, not 200",
                "4:12: dynamic “growth” is not defined; expected: alignment or malaise",
                "5:33: indicator “x” is not defined; expected: notable-models",
                "6:10: claim “Z9” is not defined; expected: T1 or D1",
                "7:7: “year” must be a number from 2025 to 2050, not 2024",
                "8:1: unknown key “format”; expected: model, id, name, story, claims, points, dynamics, score_change, "
                    + "drift_change, indicators, year, reading, aggregation or terrain_shift",
            ])
        #expect(
            complaints { _ = try ScenarioFile.decode("id: a\nname: A\n".utf8, for: model) } == [
                "1:1: key “model” is missing: it must be an id of ASCII letters, digits and hyphens, 40 at most"
            ])
    }
}

@Suite struct SessionFileTests {
    private func session() throws -> (Model, Session) {
        let model = try Example.model()
        var settings = Settings(model, scenario: model.scenarios[0])
        settings.points[0] = 33.25
        settings.locked[1] = true
        settings.intensities[0] = 0
        settings.indicatorWeights[0][0] = 2
        settings.confidence = .medium
        settings.year = 2027.5
        settings.terrainShift = false
        return (
            model, Session(settings: settings, interface: ["view": "outlook", "focus": "dimension compute", "": ""])
        )
    }

    @Test func comesBackAsItWas() throws {
        let (model, session) = try session()
        let yaml = SessionFile.yaml(session, for: model)
        #expect(try SessionFile.decode(yaml.utf8, for: model) == session)
        #expect(
            yaml.hasPrefix(
                "format: 1\nmodel: example\nscenario: stack-export\npoints: {innovation: 33.25, compute: 30}\n"))
    }

    @Test func holdsOnlyWhatDiffersFromTheModel() throws {
        let model = try Example.model()
        let session = Session(settings: Settings(model))
        #expect(SessionFile.yaml(session, for: model) == "format: 1\nmodel: example\n")
        #expect(try SessionFile.decode("format: 1\nmodel: example\n".utf8, for: model) == session)
    }

    @Test func refusesADamagedOne() throws {
        let model = try Example.model()
        let yaml = """
            format: 2
            model: example
            scenario: no such
            points: {innovation: 0, compute: 0}
            locked: [compute, compute, energy]
            year: .nan
            reading: both
            confidence: 1
            interface: {view: [a]}
            veiw: x
            """
        #expect(
            complaints { _ = try SessionFile.decode(yaml.utf8, for: model) } == [
                "1:9: “format” must be 1, not 2",
                "3:11: “no such” is no id; expected: an id of ASCII letters, digits and hyphens, 40 at most",
                "4:9: all points are 0; at least one dimension needs some",
                "5:19: “compute” stands twice in this list; once is expected",
                "5:28: dimension “energy” is not defined; expected: innovation or compute",
                "6:7: “year” must be a number from 2025 to 2050, not “.nan”",
                "7:10: “reading” must be thesis or evidence, not “both”",
                "8:13: “confidence” must be low, medium or high, not 1",
                "9:19: “view” must be text, not a list",
                "10:1: unknown key “veiw”; expected: format, model, scenario, points, locked, dynamics, indicators, "
                    + "score_change, drift_change, year, reading, confidence, aggregation, terrain_shift or interface",
            ])
        #expect(
            complaints { _ = try SessionFile.decode([], for: model) } == [
                "1:1: the file says nothing; keys are expected"
            ])
    }
}

@Suite struct ConfigFileTests {
    @Test func readsAConfiguration() throws {
        let yaml = """
            language: fr
            theme: dusk
            mouse: off
            keys:
              quit: Q
              undo: [u, ctrl-z, "~"]
              help: []
              search: ~
            """
        let config = try ConfigFile.decode(yaml.utf8)
        #expect(config.language == .fr)
        #expect(config.theme == .init("dusk", at: Place(line: 2, column: 8)))
        #expect(config.mouse == false)
        #expect(config.bindings.map(\.command.text) == ["quit", "undo", "help", "search"])
        #expect(config.bindings.map { $0.keys.map(\.text) } == [["Q"], ["u", "ctrl-z", "~"], [], ["~"]])
        #expect(config.bindings[1].keys[1].place == Place(line: 6, column: 13))
    }

    @Test func anEmptyFileAsksForNothing() throws {
        for text in ["", "# nothing yet\n", "---\n"] { #expect(try ConfigFile.decode(text.utf8) == Config()) }
    }

    @Test func refusesWhatItDoesNotKnow() {
        let yaml =
            "langauge: fr\nlanguage: de\nmouse: maybe\ntheme: [x]\nkeys:\n  quit:\n  undo: {a: b}\n  redo: [[x], '', u, u]\n"
        #expect(
            complaints { _ = try ConfigFile.decode(yaml.utf8) } == [
                "1:1: unknown key “langauge”; did you mean “language”?",
                "2:11: “language” must be en or fr, not “de”",
                "3:8: “mouse” must be on or off, not “maybe”",
                "4:8: “theme” must be text, not a list",
                "6:8: “quit” must be a key or a list of keys; nothing stands here",
                "7:9: “undo” must be a key or a list of keys, not a set of keys and values",
                "8:10: “redo” must be a key or a list of keys, not a list",
                "8:15: “redo” must be a key or a list of keys, not the text “”",
                "8:22: “u” stands twice in this list; once is expected",
            ])
    }
}

import BalanceModel
import CellGrid
import ModelFiles
import Testing
import Wording

@testable import Explorer

@Suite("Scenarios")
struct ScenarioTests {
    /// A reader with a scenario of their own, as the run loop would have stored it.
    static func readerWithOwn(_ name: String, _ width: Int = 80, _ height: Int = 24, _ language: Language = .en)
        -> Reader
    {
        var reader = Reader(bundled, width, height, language)
        reader.press(.pageUp, .character("y"))
        reader.save(name)
        return reader
    }

    @Test("expected screens", arguments: [(40, 12), (80, 24), (120, 40)], Language.allCases)
    func screens(size: (Int, Int), language: Language) {
        var reader = Self.readerWithOwn("Œuvre d’été", size.0, size.1, language)
        reader.press(.character("s"), .down)
        expectOverlay(reader, "scenarios")
        reader.press(.end, .character("d"))
        expectOverlay(reader, "scenarios-delete")
        reader.press(.escape, .escape, .character("t"), .character("c"), .character("S"))
        reader.type("L’hypothèse haute")
        expectOverlay(reader, "scenarios-save")
    }

    @Test("applying a scenario is one step, from the model's own settings, that undo takes back")
    func apply() {
        var reader = Reader(bundled)
        reader.press(.pageUp, .character("y"))
        let before = reader.state.settings
        reader.press(.character("s"), .down, .enter)
        #expect(reader.state.overlays.isEmpty)
        #expect(reader.state.settings == Settings(bundled, scenario: bundled.scenarios[1]))
        #expect(reader.screen.contains("“A complete stack for export” is set; u takes it back"))
        reader.press(.character("u"))
        #expect(reader.state.settings == before)
    }

    @Test("the list opens at the present scenario and says when it was changed since")
    func present() {
        var reader = Reader(bundled)
        reader.press(.character("s"), .down, .down, .enter, .character("s"))
        #expect(reader.screen.contains("▸An open America (present)"))
        reader.press(.escape, .character("y"), .character("s"))
        #expect(reader.screen.contains("▸An open America (present, changed since)"))
    }

    @Test("only the reader's own can be deleted, and only after a yes")
    func delete() {
        var reader = Self.readerWithOwn("Mine")
        reader.press(.character("s"), .character("d"))
        #expect(reader.screen.contains("This scenario belongs to the model"))
        reader.press(.end, .character("d"), .character("n"))
        #expect(reader.effects.isEmpty && reader.state.overlays.count == 1)
        reader.press(.character("d"), .escape)
        #expect(reader.effects.isEmpty && reader.state.overlays.count == 1)
        reader.press(.delete, .character("y"))
        #expect(reader.effects == [.deleteScenario(id: "mine")])
        _ = reduce(&reader.state, .scenariosLoaded([]))
        #expect(reader.screen.contains("▸Wild card"))
    }

    @Test("a scenario of the same name is replaced only after a yes, and keeps its id")
    func overwrite() {
        var reader = Self.readerWithOwn("Été")
        reader.press(.character("g"), .character("S"))
        reader.type("ETE")
        reader.press(.enter)
        #expect(reader.screen.contains("You have a scenario “Été” already"))
        reader.press(.character("n"))
        #expect(reader.effects.isEmpty)
        reader.press(.enter, .character("y"))
        guard case .saveScenario(let scenario) = reader.effects.first else {
            Issue.record("nothing is saved")
            return
        }
        #expect(scenario.id == "ete" && scenario.aggregation == .geometric)
        #expect(reader.state.overlays.isEmpty)
    }

    @Test("no name is no scenario, and Escape leaves")
    func noName() {
        var reader = Reader(bundled)
        reader.press(.character("S"), .character(" "), .enter)
        #expect(reader.effects.isEmpty && reader.screen.contains("Type a name first"))
        reader.press(.escape)
        #expect(reader.state.overlays.isEmpty)
    }

    @Test("saved, written, read and applied again, any settings give the same balance")
    func reproduces() throws {
        var dice = Dice(seed: 3)
        for _ in 0..<80 {
            let settings = dice.settings(bundled)
            let scenario = Scenario(id: "mine", name: LocalizedText("Mine"), settings, of: bundled)
            let yaml = ScenarioFile.yaml(scenario, for: bundled)
            let read = try ScenarioFile.decode(Array(yaml.utf8), for: bundled)
            let again = evaluate(bundled, Settings(bundled, scenario: read))
            let before = evaluate(bundled, settings)
            #expect(again.value == before.value)
            #expect(again.dimensions == before.dimensions)
            #expect(again.takeaways == before.takeaways)
            #expect(again.outlook == before.outlook)
        }
    }

    @Test("a scenario holds nothing that is as in the model")
    func minimal() {
        let none = Scenario(id: "mine", name: LocalizedText("Mine"), Settings(bundled), of: bundled)
        #expect(none == Scenario(id: "mine", name: LocalizedText("Mine")))
        var settings = Settings(bundled)
        settings.points[2] = 31.5
        settings.confidence = .high
        let some = Scenario(id: "mine", name: LocalizedText("Mine"), settings, of: bundled)
        #expect(some.points == [Scenario.Change(2, 31.5)])
        #expect(some.indicators.allSatisfy { $0.weight == 0 })
        #expect(some.indicators.count == settings.leftOutByConfidence(bundled))
        #expect(some.year == nil && some.reading == nil && some.dynamics.isEmpty)
    }

    @Test("a click shows a scenario, a second one applies it; the wheel moves")
    func mouse() throws {
        var reader = Reader(bundled, 80, 24)
        reader.press(.character("s"))
        func row(_ place: Int) throws -> Point {
            let hit = try #require(reader.frame.hits.first { $0.target == .choice(place) })
            return Point(hit.rect.x + 2, hit.rect.y)
        }
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.wheelDown, at: try row(0)))))
        #expect(reader.screen.contains("▸A complete stack"))
        let place = try row(3)
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: place))))
        #expect(reader.screen.contains("▸Full alignment") && reader.state.history.count == 0)
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: place))))
        #expect(reader.state.settings.scenario == "capture")
    }

    @Test("renders at every size with any selection")
    func anySize() {
        var dice = Dice(seed: 5)
        for _ in 0..<50 {
            var reader = Self.readerWithOwn("Mine", 80, 24, dice.chance(0.5) ? .en : .fr)
            reader.resize(.random(in: 1...300, using: &dice), .random(in: 1...100, using: &dice))
            reader.press(.character("s"))
            for _ in 0..<Int.random(in: 0...9, using: &dice) {
                reader.press([.down, .pageDown, .end, .pageUp].randomElement(using: &dice) ?? .down)
            }
            #expect(reader.frame.grid.size == reader.size)
            reader.press(dice.chance(0.5) ? .character("d") : .character("S"))
            #expect(reader.frame.grid.size == reader.size)
        }
    }
}

extension Reader {
    /// Saves the present settings under a name and answers as the run loop does.
    mutating func save(_ name: String) {
        press(.character("S"))
        type(name)
        press(.enter)
        guard case .saveScenario(let scenario) = effects.first else { return }
        let others = state.savedScenarios.filter { $0.id != scenario.id }
        _ = reduce(&state, .scenariosLoaded(others + [scenario]))
    }
}

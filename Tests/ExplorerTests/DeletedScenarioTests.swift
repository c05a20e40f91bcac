import BalanceModel
import Testing
import Wording

@testable import Explorer

@Suite("A deleted scenario")
struct DeletedScenarioTests {
    private func state(with scenario: Scenario) -> State {
        State(
            model: bundled, settings: Settings(bundled, scenario: scenario), savedScenarios: [scenario])
    }

    @Test("is no longer named by the settings that came from it, and the rest stays")
    func forgotten() {
        let own = Scenario(id: "own", name: LocalizedText("Own"), points: [.init(0, 40)], year: 2030)
        var state = state(with: own)
        _ = reduce(&state, .scenariosLoaded([]))
        #expect(state.settings.scenario == nil)
        #expect(state.settings.points[0] == 40 && state.settings.year == 2030)
        let command = ReproducingCommand(["report"], model: bundled, settings: state.settings)
        #expect(command.isComplete && !command.arguments.contains("--scenario"))
    }

    @Test("stays named where its score changes hang on it")
    func kept() {
        let own = Scenario(id: "own", name: LocalizedText("Own"), scoreChange: [.init(1, -0.4)])
        var state = state(with: own)
        _ = reduce(&state, .scenariosLoaded([]))
        #expect(state.settings.scenario == "own")
    }
}

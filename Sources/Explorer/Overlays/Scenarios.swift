import BalanceModel
import CellGrid
import Wording

/// The list of scenarios, with the story of the one under the cursor.
struct ScenarioList: Sendable, Hashable {
    var selection = 0
}

/// A name being typed for the present settings.
struct SaveScenario: Sendable, Hashable {
    var field = TextField()
}

extension State {
    mutating func openScenarios() { overlays.append(.scenarios(ScenarioList())) }
    mutating func openSaveScenario() { overlays.append(.saveScenario(SaveScenario())) }
    mutating func pressInScenarios(_ key: Key, _ command: CommandID?, _ list: ScenarioList) -> [Effect] { [] }
    mutating func pressInSaveScenario(_ key: Key, _ dialogue: SaveScenario) -> [Effect] { [] }
    mutating func chooseScenario(_ row: Int, _ list: ScenarioList) -> [Effect] { [] }
}

extension Painter {
    mutating func scenarios(_ list: ScenarioList, _ area: Rect) {}
    mutating func saveScenario(_ dialogue: SaveScenario, _ area: Rect) {}
}

import BalanceModel
import CellGrid
import Wording

extension State {
    /// Opens what is not a slider: a takeaway in depth, an item at the place where it is at home.
    mutating func open(_ focus: Focus) {
        switch focus {
        case .takeaway(let k): overlays.append(.takeaway(k, scroll: 0))
        case .scenario(let place): openScenarios(at: place)
        case .section where view == .compare: openDetail()
        default: break
        }
    }

    mutating func pressInTakeaway(_ key: Key, _ command: CommandID?, _ k: Int, _ scroll: Int) -> [Effect] { [] }
}

extension Painter {
    mutating func takeaway(_ k: Int, _ scroll: Int, _ area: Rect) {}
}

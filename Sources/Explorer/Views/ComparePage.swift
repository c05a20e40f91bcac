import BalanceModel
import CellGrid
import Wording

/// Settings side by side, and the exact split of a difference.
struct ComparePage: Page {
    func groups(_ state: State) -> [[Focus]] { [[.section(0)]] }
    func hints(_ state: State) -> [CommandID] { [.up, .nextView] }
    func render(_ painter: inout Painter, _ rect: Rect) {}
}

import BalanceModel
import CellGrid
import Wording

/// Whether the verdict hangs on the weights.
struct RobustnessPage: Page {
    func groups(_ state: State) -> [[Focus]] { [[.section(0)]] }
    func hints(_ state: State) -> [CommandID] { [.up, .nextView] }
    func render(_ painter: inout Painter, _ rect: Rect) {}
}

import BalanceModel
import CellGrid
import Wording

/// Public figures by dimension, and facts beside the dynamics.
struct EvidencePage: Page {
    func groups(_ state: State) -> [[Focus]] { [[.section(0)]] }
    func hints(_ state: State) -> [CommandID] { [.up, .nextView] }
    func render(_ painter: inout Painter, _ rect: Rect) {}
}

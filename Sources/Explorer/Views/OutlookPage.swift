import BalanceModel
import CellGrid
import Wording

/// The balance over the years.
struct OutlookPage: Page {
    func groups(_ state: State) -> [[Focus]] { [[.section(0)]] }
    func hints(_ state: State) -> [CommandID] { [.up, .nextView] }
    func render(_ painter: inout Painter, _ rect: Rect) {}
}

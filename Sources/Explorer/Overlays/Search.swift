import BalanceModel
import CellGrid
import Wording

/// A search over everything that has a text.
struct Search: Sendable, Hashable {
    var field = TextField()
    var selection = 0
}

extension State {
    mutating func openSearch() { overlays.append(.search(Search())) }
    mutating func pressInSearch(_ key: Key, _ search: Search) -> [Effect] { [] }
    mutating func chooseFound(_ row: Int, _ search: Search) -> [Effect] { [] }
}

extension Painter {
    mutating func search(_ search: Search, _ area: Rect) {}
}

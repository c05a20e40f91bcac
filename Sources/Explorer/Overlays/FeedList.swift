import BalanceModel
import CellGrid
import Wording

/// The panels that rest on a claim, to choose one.
struct FeedList: Sendable, Hashable {
    var claim: Int
    var selection = 0
}

extension State {
    /// Goes to the only panel that a claim feeds, or lets the reader choose among several.
    mutating func openFeeds(of claim: Int) {
        let feeds = feeds(of: claim)
        let id = model.claims[claim].id
        switch feeds.count {
        case 0: say("\(id) feeds no panel of this model", "\(id) ne nourrit aucun panneau de ce modèle")
        case 1: jump(to: feeds[0])
        default: overlays.append(.feeds(FeedList(claim: claim)))
        }
    }

    mutating func pressInFeeds(_ key: Key, _ command: CommandID?, _ list: FeedList) {
        let count = feeds(of: list.claim).count
        var list = list
        if let row = Choices.moved(list.selection, by: command, in: count) { list.selection = row }
        switch command {
        case .activate: return chooseFeed(list.selection, list)
        case .quit: return overlays.removeAll()
        default: break
        }
        replaceOverlay(.feeds(list))
    }

    mutating func chooseFeed(_ row: Int, _ list: FeedList) {
        let feeds = feeds(of: list.claim)
        guard feeds.indices.contains(row) else { return }
        overlays.removeLast()
        jump(to: feeds[row])
    }
}

extension Painter {
    mutating func feeds(_ list: FeedList, _ area: Rect) {
        let feeds = state.feeds(of: list.claim)
        let kindWidth = feeds.map { DisplayWidth.of($0.kind(language)) }.max() ?? 0
        let names = feeds.map { state.name(of: $0)(language) }
        let keys = t("↑↓ choose · Enter goes there · Esc closes", "↑↓ choisir · Entrée y va · Échap ferme")
        let title = t("What \(model.claims[list.claim].id) feeds", "Ce que nourrit \(model.claims[list.claim].id)")
        let width = max(DisplayWidth.of(keys), kindWidth + 4 + (names.map { DisplayWidth.of($0) }.max() ?? 0))
        let inside = dialogue(title, width: width, height: feeds.count + 2, in: area)
        let rows = max(0, inside.height - 2)
        let start = Window.start(of: list.selection, in: feeds.count, showing: rows)
        for row in 0..<max(0, min(rows, feeds.count - start)) {
            let line = Rect(inside.x, inside.y + row, inside.width, 1)
            let place = start + row
            let chosen = place == list.selection
            grid.put(chosen ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
            let x = grid.put(
                feeds[place].kind(language).padded(to: kindWidth) + "  ", line.x + 2, line.y, .dim, clip: line)
            grid.put(
                names[place].fitted(to: line.right - x), x, line.y, chosen ? Style(.text, .bold) : .text, clip: line)
            if chosen { grid.cursor = Point(line.x, line.y) }
            hit(line, .choice(place))
        }
        grid.put(keys.fitted(to: inside.width), inside.x, inside.bottom - 1, .dim, clip: inside)
    }
}

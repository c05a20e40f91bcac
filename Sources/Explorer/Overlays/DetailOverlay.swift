import CellGrid
import Wording

extension State {
    mutating func openDetail() {
        if case .takeaway = focus { return open(focus) }
        overlays.append(.detail(focus, scroll: 0))
    }

    mutating func pressInDetail(_ key: Key, _ command: CommandID?, _ focus: Focus, _ scroll: Int) {
        switch scrolled(command, scroll) {
        case .some(let place): replaceOverlay(.detail(focus, scroll: place))
        case .none: if [.quit, .activate, .detail].contains(command) { overlays.removeLast() }
        }
    }

    /// Where a scrolled text goes with a command; `nil` when it is none of scrolling. The painter cuts at the end.
    func scrolled(_ command: CommandID?, _ scroll: Int) -> Int? {
        let page = max(1, size.height - 6)
        return switch command {
        case .up: max(0, scroll - 1)
        case .down: scroll + 1
        case .increaseMore: max(0, scroll - page)
        case .decreaseMore, .toggle: scroll + page
        case .first: 0
        case .last: 10_000
        default: nil
        }
    }
}

extension Painter {
    /// All that is known of an item, where the view has room for a part only.
    mutating func detail(_ focus: Focus, _ scroll: Int, _ area: Rect) {
        let width = min(96, area.width - 4)
        let lines = detailLines(focus, width: width).map { [($0.text, $0.style)] }
        scrollable(detailTitle(focus), lines, width: width, scroll: scroll, area)
    }

    typealias StyledLine = [(String, Style)]

    /// A dialogue with more lines than may fit; says where it is and how to move.
    mutating func scrollable(
        _ title: String, _ lines: [StyledLine], width: Int, scroll: Int, hint: String = "", _ area: Rect
    ) {
        let inside = dialogue(title, width: width, height: min(lines.count + 1, area.height - 2), in: area)
        let room = max(0, inside.height - 1)
        let start = min(max(0, scroll), max(0, lines.count - room))
        for (i, line) in lines.dropFirst(start).prefix(room).enumerated() {
            var x = inside.x
            for (text, style) in line { x = grid.put(text, x, inside.y + i, style, clip: inside) }
        }
        guard inside.height > 0 else { return }
        let bare = t("Esc closes", "Échap ferme")
        let close = hint.isEmpty ? bare : hint + " · " + bare
        let keys = t("↑↓ PgUp PgDn scroll", "↑↓ Pg préc/suiv défiler")
        let place = t(
            "lines \(start + 1)–\(min(start + room, lines.count)) of \(lines.count)",
            "lignes \(start + 1)–\(min(start + room, lines.count)) sur \(lines.count)")
        let long = lines.count > room
        let foot = fitting(
            long ? ["\(place) · \(keys) · \(close)", "\(place) · \(close)", close, bare] : [close, bare], inside.width)
        grid.put(foot, inside.x, inside.bottom - 1, .dim, clip: inside)
        grid.cursor = Point(inside.x, inside.y)
    }
}

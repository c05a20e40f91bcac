import CellGrid
import Wording

extension State {
    mutating func openDetail() {
        if case .takeaway = focus { return open(focus) }
        overlays.append(.detail(focus, scroll: 0))
    }

    mutating func pressInDetail(_ key: Key, _ command: CommandID?, _ focus: Focus, _ scroll: Int) {
        let place = scrolled(
            command, scroll,
            lines: {
                Painter(self, size).detailLines(focus, width: Painter.detailWidth(size)).count
            })
        switch place {
        case .some(let place): replaceOverlay(.detail(focus, scroll: place))
        case .none: if [.quit, .activate, .detail].contains(command) { overlays.removeLast() }
        }
    }

    /// Where a text of `lines` in a scrollable dialogue goes with a command; `nil` when it is none of scrolling. Up
    /// leads on from where the text stands, after a resize too, not from a place behind its end.
    func scrolled(_ command: CommandID?, _ scroll: Int, lines: () -> Int) -> Int? {
        // Above the last line of the screen, within a box that has a foot line.
        scrolled(command, scroll, last: { max(0, lines() - max(1, size.height - 4)) })
    }

    /// The same up to the last place that shows a whole page.
    func scrolled(_ command: CommandID?, _ scroll: Int, last: () -> Int) -> Int? {
        guard [.up, .down, .increaseMore, .decreaseMore, .toggle, .first, .last].contains(command) else { return nil }
        let page = max(1, size.height - 6)
        let end = last()
        let now = min(scroll, end)
        let place =
            switch command {
            case .up: now - 1
            case .down: now + 1
            case .increaseMore: now - page
            case .first: 0
            case .last: end
            default: now + page
            }
        return min(max(0, place), end)
    }
}

extension Painter {
    static func detailWidth(_ size: Size) -> Int { min(96, size.width - 4) }

    /// All that is known of an item, where the view has room for a part only.
    mutating func detail(_ focus: Focus, _ scroll: Int, _ area: Rect) {
        let width = Self.detailWidth(area.size)
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

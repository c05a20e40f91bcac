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
        case .claim(let k): openFeeds(of: k)
        default: break
        }
    }

    mutating func pressInTakeaway(_ key: Key, _ command: CommandID?, _ k: Int, _ scroll: Int) -> [Effect] {
        let (count, rows) = Painter(self, size).takeawayExtent(k)
        let last = max(0, count - rows)
        let at = min(scroll, last)
        func scrolled(to line: Int) -> Overlay { .takeaway(k, scroll: min(max(0, line), last)) }
        switch command {
        case .up: replaceOverlay(scrolled(to: at - 1))
        case .down: replaceOverlay(scrolled(to: at + 1))
        case .increaseMore: replaceOverlay(scrolled(to: at - rows))
        case .decreaseMore, .toggle: replaceOverlay(scrolled(to: at + rows))
        case .first: replaceOverlay(scrolled(to: 0))
        case .last: replaceOverlay(scrolled(to: last))
        case .left, .previousPanel: turnTakeaway(to: k - 1)
        case .right, .nextPanel: turnTakeaway(to: k + 1)
        case .activate, .quit: overlays.removeLast()
        case .claims:
            overlays.removeAll()
            showClaims(of: .takeaway(k))
        case .language: language = language == .en ? .fr : .en
        default: break
        }
        return []
    }

    private mutating func turnTakeaway(to k: Int) {
        guard model.takeaways.indices.contains(k) else { return }
        if view == .balance { setFocus(.takeaway(k)) }
        replaceOverlay(.takeaway(k, scroll: 0))
    }
}

extension Painter {
    private static let widest = 92

    private func takeawayWidth(_ area: Rect) -> Int { min(Self.widest, area.width - 4) }

    /// Lines in all, and lines that show, at the present size.
    func takeawayExtent(_ k: Int) -> (lines: Int, shown: Int) {
        let area = grid.bounds
        return (takeawayLines(k, width: takeawayWidth(area)).count, max(1, area.height - 5))
    }

    mutating func takeaway(_ k: Int, _ scroll: Int, _ area: Rect) {
        guard model.takeaways.indices.contains(k) else { return }
        let width = takeawayWidth(area)
        let lines = takeawayLines(k, width: width)
        let title = "\(k + 1)/\(model.takeaways.count) " + model.takeaways[k].text(language)
        let inside = dialogue(title, width: width, height: min(lines.count + 1, area.height - 2), in: area)
        let room = max(0, inside.height - 1)
        let start = min(max(0, scroll), max(0, lines.count - room))
        for (i, line) in lines.dropFirst(start).prefix(room).enumerated() {
            var x = inside.x
            for (text, style) in line { x = grid.put(text, x, inside.y + i, style, clip: inside) }
        }
        grid.cursor = inside.isEmpty ? nil : Point(inside.x, inside.y)
        guard room > 0 else { return }
        let end = min(start + room, lines.count)
        let place = lines.count > room ? t("\(end) of \(lines.count) lines", "\(end) lignes sur \(lines.count)") : ""
        let claims = model.takeaways[k].claims.isEmpty ? "" : t("a claims", "a affirmations")
        pieces(
            [
                (t("Esc closes", "Échap ferme"), .dim), (place.isEmpty ? "" : t("↑↓ scroll", "↑↓ défiler"), .dim),
                (t("←→ others", "←→ autres"), .dim), (claims, .dim), (place, .dim),
            ], inside.x, inside.bottom - 1, in: inside)
    }
}

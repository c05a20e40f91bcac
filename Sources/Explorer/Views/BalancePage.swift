import BalanceModel
import CellGrid
import Wording

/// View 1: the balance, a panel for each dimension and dynamic, the takeaways, and the focused item's detail.
struct BalancePage: Page {
    func groups(_ state: State) -> [[Focus]] {
        [
            state.model.dimensions.indices.map(Focus.dimension),
            state.model.dynamics.indices.map(Focus.dynamic)
                + state.model.interactions.indices.map(Focus.interaction),
            state.model.takeaways.indices.map(Focus.takeaway),
        ]
    }

    func hints(_ state: State) -> [CommandID] {
        let slider = state.slider(at: state.focus) != nil
        return (slider ? [.right, .up] : [.up, .activate])
            + [.yearForward, .reading, .detail, .undo, .nextPanel, .nextView, .scenarios]
            + (slider ? [.activate, .toggle] : [])
    }

    func render(_ painter: inout Painter, _ rect: Rect) {
        if let boxes = BalanceBoxes(painter.model, rect) {
            boxes.render(&painter)
        } else {
            BalanceRows(rect).render(&painter)
        }
    }
}

extension Painter {
    /// The beam: both sides at its ends, the balance as a bar from the fulcrum in the middle.
    mutating func beam(_ rect: Rect) {
        let first = fitting([words.name(.first), words.short(.first)], max(2, rect.width / 3))
        let second = fitting([words.name(.second), words.short(.second)], max(2, rect.width / 3))
        grid.put(first, rect.x, rect.y, Style(.firstSide, .bold), clip: rect)
        let end = rect.right - DisplayWidth.of(second)
        grid.put(second, end, rect.y, Style(.secondSide, .bold), clip: rect)
        let left = rect.x + max(DisplayWidth.of(first), DisplayWidth.of(second)) + 1
        let width = (rect.right - (left - rect.x)) - left
        guard width >= 5 else { return }
        let track = width - (1 - width % 2)
        grid.fill(Rect(left, rect.y, track, 1), "─", Style(.sliderTrack))
        let half = (track - 1) / 2
        let length = min(half, Int((abs(balance.value) * Double(half)).rounded(.up)))
        let start = balance.value > 0 ? left + half - length : left + half + 1
        grid.fill(Rect(start, rect.y, length, 1), "█", style(favouring: balance.value))
        grid.put("┃", left + half, rect.y, Style(.text, .bold))
    }

    /// Who leads and by how much.
    var verdictPieces: [(String, Style)] {
        let leader = balance.leader.map { $0.sign } ?? 0
        var pieces = [(words.verdictSentence(balance.value), Style(style(favouring: leader).role, .bold))]
        if balance.years > 0 {
            pieces.append((t("today ", "aujourd’hui ") + words.lead(balance.valueToday), .text))
        }
        pieces.append((words.parity(balance), .text))
        return pieces
    }

    /// How sure that is, and what would flip it: the longest wording that fits.
    mutating func robustnessLine(_ rect: Rect) {
        let question = t("How sure? ", "Est-ce sûr\u{202F}? ")
        let long = Words.capitalised(words.acceptability(balance)) + " · " + words.flip(balance)
        let short = words.robustnessInShort(balance)
        let shortest = Words.capitalised(short.first ?? "")
        let both = Words.capitalised(short.joined(separator: " · "))
        grid.put(
            fitting([question + long, long, question + both, both, question + shortest, shortest], rect.width), rect.x,
            rect.y, clip: rect)
    }

    /// A takeaway in a row: number, sign, and its text where there is room.
    mutating func takeawayRow(_ k: Int, _ rect: Rect, withWord: Bool) {
        let result = balance.takeaways[k]
        let focus = Focus.takeaway(k)
        let marker = isFocused(focus) ? "▸" : " "
        var x = grid.put(marker, rect.x, rect.y, Style(.focus, .bold), clip: rect)
        if isFocused(focus), state.overlays.isEmpty { grid.cursor = Point(x, rect.y) }
        x = grid.put("\(k + 1) ", x, rect.y, .dim, clip: rect)
        let word = withWord ? " " + words.status(result.status).padded(to: statusWidth) : ""
        x = grid.put(words.symbol(result.status) + word + " ", x, rect.y, style(result.status), clip: rect)
        let text = model.takeaways[k].text(language).fitted(to: rect.right - x)
        grid.put(text, x, rect.y, isFocused(focus) ? Style(.text, .bold) : .text, clip: rect)
        hit(rect, .focus(focus))
    }

    private var statusWidth: Int { TakeawayStatus.allCases.map { DisplayWidth.of(words.status($0)) }.max() ?? 0 }
}

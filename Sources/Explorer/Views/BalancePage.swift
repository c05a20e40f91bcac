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
        // A sliver for what is not quite nothing, and nothing at parity.
        let length = balance.favoured == nil ? 0 : min(half, Int((abs(balance.value) * Double(half)).rounded(.up)))
        let start = balance.value > 0 ? left + half - length : left + half + 1
        grid.fill(Rect(start, rect.y, length, 1), "█", style(favouring: balance.value))
        grid.put("┃", left + half, rect.y, Style(.text, .bold))
    }

    /// Who leads and by how much, and when the lead changes hands: in fewer words where there is little room.
    func verdictPieces(_ width: Int) -> [(String, Style)] {
        let leader = balance.leader.map { $0.sign } ?? 0
        let style = Style(style(favouring: leader).role, .bold)
        let parity =
            balance.favoured == nil
            ? t("at parity in ", "à parité en ") + words.year(state.settings.year) : words.parity(balance)
        let lead = words.closeLead(balance.value)
        let verdicts = [
            words.verdictSentence(balance.value),
            Words.capitalised(words.verdict(balance.verdict)) + words.colon + lead, lead,
        ]
        let verdict = verdicts.first { DisplayWidth.of($0 + " · " + parity) <= width } ?? verdicts[0]
        let start =
            balance.years > 0 ? String(model.baseYear) + words.colon + words.lead(balance.valueToday) : ""
        return [(verdict, style), (parity, .text), (start, .text)]
    }

    /// How sure that is, given the weights and the scores, and what would change it: the longest wording that fits.
    mutating func robustnessLine(_ rect: Rect) {
        let question = t("How sure? ", "Est-ce sûr\u{202F}? ")
        let ahead = Words.capitalised(words.acceptability(balance))
        let inShort = words.robustnessInShort(balance).map(Words.capitalised)
        let aheadInShort = inShort.first ?? ""
        let long = ahead + " · " + words.flip(balance)
        let both = ([aheadInShort] + words.robustnessInShort(balance).dropFirst()).joined(separator: " · ")
        // Whatever the weights, no shift of weight does anything: the scores are then the more telling half.
        let isSettled = words.favouredShare(balance).map { $0 >= 1 } ?? false
        let certain = certainty.map { certainty in
            [question + long, long, question + both, both].map { $0 + certainty[0] }
                + (isSettled ? [question + ahead, ahead].map { $0 + certainty[0] } : [])
                + [question + both, both].map { $0 + certainty[1] }
                + (isSettled ? [aheadInShort + certainty[1]] : [])
        }
        let texts =
            (certain ?? []) + [question + long, long, question + both, both, question + aheadInShort, aheadInShort]
            + sharesAtParity
        grid.put(fitting(texts, rect.width), rect.x, rect.y, clip: rect)
    }

    /// “US 25%, CN 75% of weightings” where neither side leads, for narrow places.
    var sharesAtParity: [String] {
        guard balance.favoured == nil, let first = balance.robustness.acceptability else { return [] }
        let shares = Side.allCases.map { words.short($0) + " " + numbers.share(words.share(first, of: $0)) }
        return [shares.joined(separator: ", ") + t(" of weightings", " des pondérations")]
    }

    /// “ · 99% given score uncertainty” and a shorter wording, once the draws are in: how likely the side that leads
    /// leads with these weights.
    private var certainty: [String]? {
        guard let drawn = state.simulation?.result, let side = balance.favoured else { return nil }
        let share = words.estimate(side == .first ? drawn.pFirstLeads : 1 - drawn.pFirstLeads)
        return [
            t(" · \(share) given score uncertainty", " · \(share) compte tenu de l’incertitude des scores"),
            t(" · scores: \(share) sure", " · scores\u{00A0}: sûr à \(share)"),
        ]
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

import BalanceModel
import CellGrid
import Wording

/// View 4: whether the verdict hangs on the weights, on one dimension or dynamic, or on uncertain inputs.
struct RobustnessPage: Page {
    /// What there is to read, in reading order; then come the dimensions and the dynamics.
    enum Section: Int, CaseIterable {
        case all, near, ranking, spread, uncertainty, drivers, flip, central, map
        var focus: Focus { .section(rawValue) }
    }

    func groups(_ state: State) -> [[Focus]] {
        let sections = Section.allCases.map(\.focus)
        return [
            Array(sections[..<Section.flip.rawValue]),
            [Section.flip.focus, Section.central.focus] + state.model.dimensions.indices.map(Focus.dimension),
            [Section.map.focus] + state.model.dynamics.indices.map(Focus.dynamic),
        ]
    }

    func hints(_ state: State) -> [CommandID] {
        let slider = state.slider(at: state.focus) != nil
        let lockable = if case .dimension = state.focus { true } else { false }
        return [.up] + (slider ? [.right] : []) + [.applyFlip, .yearForward, .nextPanel, .detail]
            + (slider ? [.activate] : []) + (lockable ? [.toggle] : []) + [.reading, .undo, .nextView]
    }

    func render(_ painter: inout Painter, _ rect: Rect) {
        if let boxes = RobustnessBoxes(painter, rect) {
            boxes.render(&painter)
        } else {
            painter.robustnessRows(rect)
        }
    }

    func detailTitle(_ painter: Painter, _ focus: Focus) -> String? {
        guard case .section(let n) = focus, let section = Section(rawValue: n) else { return nil }
        return painter.title(section)
    }

    func detailLines(_ painter: Painter, _ focus: Focus, width: Int) -> [Painter.Line]? {
        switch focus {
        case .section(let n): Section(rawValue: n).map { painter.robustnessLines($0, width) }
        case .dimension(let i):
            painter.wrapped(painter.words.tippingMeaning(dimension: i, painter.balance), width, .bold(.text))
                + painter.sharedDetail(focus, width)
        case .dynamic(let d):
            painter.wrapped(painter.words.tippingMeaning(dynamic: d, painter.balance), width, .bold(.text))
                + painter.sharedDetail(focus, width)
        default: nil
        }
    }
}

extension Painter {
    func title(_ section: RobustnessPage.Section) -> String {
        switch section {
        case .all: t("All weightings", "Toutes les pondérations")
        case .near: t("Near your weights", "Près de vos poids")
        case .ranking: t("Under your ranking", "Dans votre ordre")
        case .spread: t("Spread of the balance", "Dispersion de la balance")
        case .uncertainty: t("Uncertain inputs", "Données incertaines")
        case .drivers: t("What moves the balance", "Ce qui déplace la balance")
        case .flip: t("Least weight to move", "Le moins de poids à déplacer")
        case .central: t("Central weights", "Poids centraux")
        case .map:
            mapDynamics.map { "\(words.dynamicShort($0.first)) × \(words.dynamicShort($0.second))" }
                ?? t("Map of verdicts", "Carte des verdicts")
        }
    }

    /// A title for a narrow list.
    func shortTitle(_ section: RobustnessPage.Section) -> String {
        switch section {
        case .all: t("All weightings", "Toutes pondérations")
        case .spread: t("Spread", "Dispersion")
        case .drivers: t("What moves it", "Ce qui la déplace")
        case .flip: t("Weight to move", "Poids à déplacer")
        default: title(section)
        }
    }

    /// The one number of a section, with its style.
    func robustnessValue(_ section: RobustnessPage.Section) -> (String, Style) {
        let robustness = balance.robustness
        switch section {
        case .all: return favouredShare(robustness.acceptability)
        case .near: return favouredShare(robustness.nearMyWeights)
        case .ranking: return favouredShare(robustness.underMyRanking)
        case .spread: return (words.lead(robustness.spread.q50), style(favouring: robustness.spread.q50))
        case .uncertainty:
            guard let drawn = state.simulation?.result else { return ("…", .dim) }
            let (side, p) = words.likelier(drawn.pFirstLeads)
            let percent = numbers.percent(numbers.fixed(p * 100, 0))
            // Half of the draws name no side.
            guard percent != numbers.percent("50") else { return (percent, .text) }
            return ("\(words.short(side)) " + percent, style(favouring: side.sign))
        case .drivers:
            guard let top = drivers.first else { return (state.simulation?.sensitivity == nil ? "…" : "–", .dim) }
            return (top.input == "weights" ? t("weights", "poids") : words.input(top.input, short: true), .dim)
        case .flip: return (robustness.fewestPoints.map(words.flipAmount) ?? "–", .text)
        case .central, .map: return ("", .text)
        }
    }

    /// “US 83%”: the share of the side that leads; both where neither does.
    private func favouredShare(_ first: Double?) -> (String, Style) {
        guard let first else { return ("–", .dim) }
        guard let side = balance.favoured else {
            return ("\(words.short(.first)) " + numbers.share(first), .text)
        }
        return ("\(words.short(side)) " + numbers.share(words.share(first, of: side)), style(favouring: side.sign))
    }

    /// The verdict, and what all and near weightings say together.
    mutating func robustnessHead(_ rect: Rect) {
        let leader = balance.leader?.sign ?? 0
        let year = words.year(state.settings.year)
        grid.put(
            fitting(
                ["\(words.verdictSentence(balance.value)) · \(year)", words.verdictSentence(balance.value)], rect.width),
            rect.x, rect.y,
            style(favouring: leader).with(.bold), clip: rect)
        let below = rect.top(1).1
        let full = wrapped(words.robustness(balance), rect.width)
        guard full.count > below.height else {
            _ = put(full, in: below)
            return
        }
        let short = words.robustnessInShort(balance)
        let text = fitting([short.joined(separator: " · "), short.first ?? ""] + sharesAtParity, rect.width)
        grid.put(Words.capitalised(text), below.x, below.y, clip: below)
    }
}

import BalanceModel
import CellGrid
import Wording

/// View 3: the balance over the years with its band, the share of weightings by year, scenarios laid over each other.
struct OutlookPage: Page {
    /// The reader's own line.
    static let own = Focus.section(0)

    func groups(_ state: State) -> [[Focus]] { [[Self.own] + state.scenarios.indices.map(Focus.scenario)] }

    func hints(_ state: State) -> [CommandID] {
        let scenario = state.focus != Self.own
        return [.yearForward, .up] + (scenario ? [.toggle, .activate] : [])
            + [.detail, .reading, .terrainShift, .undo, .nextView, .scenarios]
    }

    func render(_ painter: inout Painter, _ rect: Rect) {
        let curves = OutlookCurves(painter.state)
        let inside = Rect(rect.x + 1, rect.y, rect.width - 2, rect.height)
        let answer = painter.outlookAnswer(inside)
        let (head, below) = inside.top(answer.count + 1)
        if below.width >= 150 {
            let (left, right) = below.left(below.width - 62)
            painter.outlookChart(curves.curves, left)
            let (list, detail) = Rect(right.x + 2, right.y, right.width - 2, right.height)
                .top(min(right.height * 2 / 3, curves.scenarios.count + 3))
            painter.outlookList(curves, list)
            painter.titledDetail(detail)
        } else {
            let lowest = min(curves.scenarios.count + 2, max(2, below.height / 3))
            let (low, chart) = below.bottom(lowest)
            painter.outlookChart(curves.curves, chart)
            let listWidth = below.width >= 76 ? min(56, max(46, below.width / 2)) : below.width
            let (list, detail) = low.left(listWidth)
            painter.outlookList(curves, list)
            painter.titledDetail(Rect(detail.x + 2, detail.y, detail.width - 2, detail.height))
        }
        painter.outlookHead(answer, head)
    }

    func detailTitle(_ painter: Painter, _ focus: Focus) -> String? {
        switch focus {
        case .scenario(let place): painter.state.scenarios[place].name(painter.language)
        case Self.own: painter.t("Your settings", "Vos réglages")
        default: nil
        }
    }

    func detailLines(_ painter: Painter, _ focus: Focus, width: Int) -> [Painter.Line]? {
        switch focus {
        case .scenario(let place): painter.scenarioDetail(place, width)
        case Self.own: painter.ownOutlookDetail(width)
        default: nil
        }
    }
}

extension Painter {
    /// By when the verdict starts or stops to depend on the reader's values: the longest wording with room for it.
    func outlookAnswer(_ rect: Rect) -> [String] {
        let room = rect.height >= 30 ? 4 : rect.height >= 16 ? 2 : 1
        let long = words.dependence(balance)
        let texts = [
            [long, words.majorities(balance) ?? ""].filter { !$0.isEmpty }.joined(separator: " "), long,
            words.dependenceInShort(balance), dependenceInBrief, settledInBrief,
        ].map { $0.wrapped(to: rect.width) }
        let last = texts[texts.count - 1]
        return texts.first { $0.count <= room } ?? Array(last.prefix(room - 1)) + [
            (last.dropFirst(room - 1).joined(separator: " ")).fitted(to: rect.width)
        ]
    }

    /// “2025: US · 2026–2031: weights · from 2032: CN”.
    private var dependenceInBrief: String {
        balance.periods.map { years(of: $0) + words.colon + (leader(of: $0) ?? t("weights", "poids")) }
            .joined(separator: " · ")
    }

    /// “Any weights: US 2025, CN from 2032”: only who leads whatever the weights, for the narrowest places.
    private var settledInBrief: String {
        let settled = balance.periods.compactMap { period in leader(of: period).map { $0 + " " + years(of: period) } }
        return settled.isEmpty
            ? t("The weights decide in every year", "Les poids décident chaque année")
            : t("Any weights: ", "Tous poids\u{00A0}: ") + settled.joined(separator: ", ")
    }

    private func years(of period: OutlookPeriod) -> String {
        let (first, last) = (period.years.lowerBound, period.years.upperBound)
        if first > model.baseYear, last == balance.periods.last?.years.upperBound {
            return t("from \(first)", "dès \(first)")
        }
        return first == last ? "\(first)" : "\(first)–\(last)"
    }

    /// Who leads in a period whatever the weights; `nil` where they decide.
    private func leader(of period: OutlookPeriod) -> String? {
        switch period.verdict {
        case .settled(let side): words.short(side)
        case .level: t("level", "égalité")
        case .open: nil
        }
    }

    /// The answer, and under it where the line stands at the year on screen.
    mutating func outlookHead(_ answer: [String], _ rect: Rect) {
        let (now, above) = rect.bottom(1)
        for (row, line) in answer.enumerated() { grid.put(line, above.x, above.y + row, clip: above) }
        let year = words.year(state.settings.year)
        let value = balance.value
        let verdict = "● " + year + words.colon + words.leadInWords(value)
        let parity = balance.yearsToParity == nil ? words.parity(balance) : "◆ " + words.parity(balance)
        let gap = "   "
        let x = pieces(
            [(verdict, style(favouring: value).with(.bold)), (parity, Style(.mark))], now.x, now.y, in: now,
            separator: gap)
        let legend = bandLegends.first { x + gap.count + DisplayWidth.of($0) <= now.right } ?? ""
        grid.put(legend, x + gap.count, now.y, .dim, clip: now)
    }

    private var bandLegends: [String] {
        guard let drawn = state.simulation?.result else {
            return [
                t("uncertainty band: computing…", "bande d’incertitude\u{00A0}: calcul…"),
                t("band: computing…", "bande\u{00A0}: calcul…"),
            ]
        }
        let shades = t("▒ 25–75%, ░ 5–95%", "▒ 25–75\u{202F}%, ░ 5–95\u{202F}%")
        let last = drawn.band.last.map { String($0.year) } ?? ""
        return [
            shades + t(" of draws, to \(last)", " des tirages, jusqu’en \(last)"),
            shades + t(" of draws", " des tirages"), shades,
        ]
    }

    /// The detail of the focus under its title.
    mutating func titledDetail(_ rect: Rect) {
        guard rect.width >= 12, rect.height > 0 else { return }
        grid.put(detailTitle(state.focus).fitted(to: rect.width), rect.x, rect.y, .title, clip: rect)
        detail(state.focus, Rect(rect.x, rect.y + 1, rect.width, rect.height - 1))
    }
}

import BalanceModel
import CellGrid
import Wording

/// View 2: public figures by dimension, and facts beside the dynamics.
struct EvidencePage: Page {
    /// A dimension without indicators stands for itself.
    func groups(_ state: State) -> [[Focus]] {
        state.model.dimensions.enumerated().map { i, dimension in
            dimension.indicators.isEmpty
                ? [.dimension(i)]
                : dimension.indicators.indices.map { .indicator(dimension: i, indicator: $0) }
        }
            + state.model.dynamics.enumerated().compactMap { d, dynamic in
                dynamic.facts.isEmpty ? nil : dynamic.facts.indices.map { .fact(dynamic: d, fact: $0) }
            }
    }

    func hints(_ state: State) -> [CommandID] {
        let moving: [CommandID] =
            switch state.focus {
            case .indicator: [.right, .toggle, .up, .nextPanel, .confidence]
            case .fact: [.up, .nextPanel, .activate]
            default: [.up, .nextPanel, .confidence]
            }
        let details: [CommandID] = if case .fact = state.focus { [] } else { [.detail] }
        return moving + [.reading] + details + [.undo, .reset, .claims, .nextView]
    }

    func render(_ painter: inout Painter, _ rect: Rect) {
        EvidenceScreen(painter, rect).render(&painter)
    }
}

/// What a group of figures belongs to.
enum EvidenceGroup: Hashable {
    case dimension(Int)
    case dynamic(Int)

    init(_ focus: Focus) {
        switch focus {
        case .indicator(let i, _), .dimension(let i): self = .dimension(i)
        case .fact(let d, _), .dynamic(let d): self = .dynamic(d)
        default: self = .dimension(0)
        }
    }
}

/// The evidence view at one size: both readings' balances, the groups, the figures of the focused one (or of all, where
/// there is room), and the focused figure in detail.
struct EvidenceScreen {
    let rect: Rect
    let evidence: ReadingResult
    let thesis: ReadingResult
    let groups: [[Focus]]
    let group: Int

    init(_ painter: Painter, _ rect: Rect) {
        self.rect = rect
        evidence = ReadingResult(painter.model, painter.state.settings, .evidence)
        thesis = ReadingResult(painter.model, painter.state.settings, .thesis)
        groups = painter.state.focusGroups
        group = groups.firstIndex { $0.contains(painter.state.focus) } ?? 0
    }

    private var items: [Focus] { groups.indices.contains(group) ? groups[group] : [] }

    func render(_ painter: inout Painter) {
        let (band, below) = rect.top(rect.height >= 11 ? 2 : 1)
        readings(&painter, band)
        if rect.width >= 150, rect.height >= 30 {
            wide(&painter, below)
        } else {
            narrow(&painter, below)
        }
    }

    /// All groups on the left, the focused figure and what it belongs to on the right.
    private func wide(_ painter: inout Painter, _ area: Rect) {
        let (list, right) = area.left(area.width * 2 / 3)
        let side = Rect(right.x, right.y + 1, right.width, right.height - 1)
        let detail = EvidenceDetail(self, painter, side.width - 4)
        let about = painter.groupLines(EvidenceGroup(painter.state.focus), self, side.width - 4)
        let below = side.height >= detail.fullHeight + 2 + about.count + 2 ? about.count + 2 : 0
        let (box, rest) = side.top(side.height - below)
        painter.grid.box(box, title: Words.capitalised(painter.state.focus.kind(painter.language)))
        detail.render(&painter, box.inset(2, 1))
        if !rest.isEmpty {
            painter.grid.box(rest, title: painter.name(EvidenceGroup(painter.state.focus)))
            for (row, line) in about.enumerated() {
                painter.grid.put(line.text, rest.x + 2, rest.y + 1 + row, line.style, clip: rest)
            }
        }
        EvidenceList(self, painter, groups, list.width).render(
            &painter, Rect(list.x, list.y + 1, list.width, list.height - 1))
    }

    /// The focused group, its figures in detail below.
    private func narrow(_ painter: inout Painter, _ area: Rect) {
        let table = groups.count + 1
        var below = area
        if area.height >= table + 24 {
            let top: Rect
            (top, below) = area.top(table + 1)
            overview(&painter, Rect(top.x, top.y + 1, top.width, table))
        } else if area.height >= 9 {
            below = tabs(&painter, area)
        }
        let list = EvidenceList(self, painter, [items], below.width)
        let width = below.width - 2
        let wanted = items.map { EvidenceDetail(self, painter, width, $0).height }.max() ?? 0
        let least = min(list.height, max(4, below.height * 2 / 5))
        let rows = min(list.height, max(least, below.height - wanted))
        let free = below.height - rows - wanted
        let top = Rect(below.x, below.y + (free > 1 ? 1 : 0), below.width, rows)
        let y = top.bottom + (free > 0 ? 1 : 0)
        EvidenceDetail(self, painter, width).render(
            &painter, Rect(below.x + 1, y, width, max(0, below.bottom - y)))
        list.render(&painter, top)
    }

    // MARK: Both balances

    /// One line for each reading, so that a change of the evidence shows whichever reading is on screen.
    private func readings(_ painter: inout Painter, _ area: Rect) {
        let shown = painter.state.settings.reading
        let both = area.height >= 2 ? [evidence, thesis] : [evidence]
        let names = both.map { Words.capitalised(painter.words.reading($0.reading)) }
        let nameWidth = names.map { DisplayWidth.of($0) }.max() ?? 0
        for (row, result) in both.enumerated() {
            let line = Rect(area.x, area.y + row, area.width, 1)
            let onScreen = result.reading == shown
            var x = painter.grid.put(
                names[row].padded(to: nameWidth + 1), line.x + 1, line.y, onScreen ? Style(.text, .bold) : .text,
                clip: line)
            if area.width >= 70 { x = bar(&painter, result.value, x, line) + 1 }
            let style = painter.style(favouring: result.value)
            let verdict = painter.words.lead(result.value) + " " + painter.words.verdict(Verdict(result.value))
            x = painter.pieces([(verdict, onScreen ? style.with(.bold) : style)], x, line.y, in: line)
            let rest = place(painter, result.reading, onScreen).first { x + 3 + DisplayWidth.of($0) <= line.right }
            if let rest { painter.grid.put(" · " + rest, x, line.y, .dim, clip: line) }
        }
    }

    private func place(_ painter: Painter, _ reading: Reading, _ onScreen: Bool) -> [String] {
        if onScreen {
            return [painter.t("the balance on screen", "la balance à l’écran"), painter.t("on screen", "à l’écran")]
        }
        let key = painter.keyName(.reading)
        // View 5 also has the reading with the weights of the model.
        let own = painter.t(
            "with your weights; \(key) puts it on screen", "avec vos poids\u{202F}; \(key) la met à l’écran")
        let isOwn = painter.state.settings.points != painter.state.origin.points
        return (isOwn ? [own] : []) + [
            painter.t("\(key) puts it on screen", "\(key) la met à l’écran"),
            painter.t("\(key) shows it", "\(key) l’affiche"),
        ]
    }

    private func bar(_ painter: inout Painter, _ value: Double, _ x: Int, _ line: Rect) -> Int {
        let first = painter.words.short(.first).fitted(to: 6)
        let second = painter.words.short(.second).fitted(to: 6)
        let width = min(41, line.width / 4) | 1
        let left = painter.grid.put(first + " ", x, line.y, Style(.firstSide), clip: line)
        painter.grid.divergingBar(left, line.y, width: width, value: value)
        return painter.grid.put(" " + second + " ", left + width, line.y, Style(.secondSide), clip: line)
    }

    // MARK: Groups

    /// The groups by their short names, the focused one in brackets; returns what is left below.
    private func tabs(_ painter: inout Painter, _ area: Rect) -> Rect {
        let names = groups.map { painter.shortName(EvidenceGroup($0[0])) }
        var lines: [[(place: Int, x: Int)]] = [[]]
        var x = area.x
        for (k, name) in names.enumerated() {
            let width = DisplayWidth.of(name) + 2
            if x + width > area.right, x > area.x {
                lines.append([])
                x = area.x
            }
            lines[lines.count - 1].append((k, x))
            x += width
        }
        let rows = min(lines.count, area.height >= 18 ? 2 : 1)
        let focused = lines.firstIndex { $0.contains { $0.place == group } } ?? 0
        let start = Window.start(of: focused, in: lines.count, showing: rows)
        for row in 0..<rows {
            for (place, x) in lines[start + row] {
                let on = place == group
                let text = on ? "[\(names[place])]" : " \(names[place]) "
                let line = Rect(x, area.y + row, min(DisplayWidth.of(text), area.right - x), 1)
                painter.grid.put(text, x, line.y, on ? Style(.focus, .bold) : .dim, clip: line)
                painter.hit(line, .focus(groups[place][0]))
            }
        }
        return area.top(rows).1
    }

    /// A line a group: its advantage in both readings, what counts, the drift.
    private func overview(_ painter: inout Painter, _ area: Rect) {
        let names = groups.map { painter.name(EvidenceGroup($0[0])) }
        let nameWidth = min(names.map { DisplayWidth.of($0) }.max() ?? 0, area.width / 2)
        let x = area.x + 1 + nameWidth + 2
        let barWidth = min(41, max(9, area.width - nameWidth - 60)) | 1
        let columns = [x, x + barWidth + 1, x + barWidth + 13, x + barWidth + 23, x + barWidth + 33]
        func put(_ text: String, _ column: Int, _ y: Int, _ style: Style) {
            painter.grid.put(text, columns[column], y, style, clip: area)
        }
        painter.grid.put(painter.t("Dimensions", "Dimensions"), area.x + 1, area.y, .title, clip: area)
        painter.grid.put(painter.words.short(.first).fitted(to: 6), x, area.y, Style(.firstSide), clip: area)
        let second = painter.words.short(.second).fitted(to: 6)
        painter.grid.put(second, x + barWidth - DisplayWidth.of(second), area.y, Style(.secondSide), clip: area)
        put(painter.t("evidence", "indicateurs"), 1, area.y, .dim)
        put(painter.t("thesis", "thèse"), 2, area.y, .dim)
        put(painter.t("counted", "comptés"), 3, area.y, .dim)
        put(painter.t("drift", "dérive"), 4, area.y, .dim)
        for (k, foci) in groups.enumerated() {
            let line = Rect(area.x, area.y + 1 + k, area.width, 1)
            painter.hit(line, .focus(foci[0]))
            painter.grid.put(k == group ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
            painter.grid.put(
                names[k].fitted(to: nameWidth), line.x + 1, line.y, k == group ? Style(.text, .bold) : .text,
                clip: line)
            guard case .dimension(let i) = EvidenceGroup(foci[0]) else {
                let text = painter.t(
                    "facts, shown, never scored: \(foci.count)",
                    "faits, montrés, jamais comptés\u{00A0}: \(foci.count)")
                painter.grid.put(text, x, line.y, .dim, clip: line)
                continue
            }
            let advantage = evidence.advantages[i]
            painter.grid.divergingBar(x, line.y, width: barWidth, value: advantage)
            put(
                painter.words.lead(advantage) + (isMissing(i) ? "*" : ""), 1, line.y,
                painter.style(favouring: advantage))
            put(
                painter.words.lead(thesis.advantages[i]), 2, line.y, painter.style(favouring: thesis.advantages[i]))
            put(counted(painter, i), 3, line.y, .text)
            put(painter.driftText(evidence.dimensions[i].drift), 4, line.y, .text)
        }
    }

    /// No indicator is counted: the thesis reading stands in.
    func isMissing(_ i: Int) -> Bool { evidence.dimensions[i].reading == .thesis }

    /// “5 of 6”.
    func counted(_ painter: Painter, _ i: Int) -> String {
        let all = painter.model.dimensions[i].indicators.indices
        let counted = all.filter { painter.state.settings.standing(of: $0, in: i, painter.model) == .counted }.count
        return painter.t("\(counted) of \(all.count)", "\(counted) sur \(all.count)")
    }
}

extension Painter {
    func name(_ group: EvidenceGroup) -> String {
        switch group {
        case .dimension(let i): words.dimension(i)
        case .dynamic(let d): words.dynamic(d)
        }
    }

    func shortName(_ group: EvidenceGroup) -> String {
        switch group {
        case .dimension(let i): words.dimensionShort(i)
        case .dynamic(let d): words.dynamicShort(d)
        }
    }
}

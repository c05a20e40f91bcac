import BalanceModel
import CellGrid
import Simulation
import Wording

extension Painter {
    /// The reader's own line and every scenario: its letter, whether it is laid over, its balance and parity year.
    mutating func outlookList(_ curves: OutlookCurves, _ rect: Rect) {
        let year = words.year(state.settings.year)
        let leads = max(9, DisplayWidth.of(year))
        // The widest is “early 2029”.
        let parities = 11
        let showsParity = rect.width >= 20 + leads + parities
        let leadX = rect.right - leads - (showsParity ? parities : 0)
        let key = keyName(.toggle)
        let title = fitting(
            [
                t("Lines · \(key) lays a scenario over", "Courbes · \(key) superpose un scénario"),
                t("Lines (\(key))", "Courbes (\(key))"),
            ], leadX - rect.x - 2)
        grid.put(title, rect.x + 1, rect.y, .title, clip: rect)
        grid.put(year, leadX, rect.y, .dim, clip: rect)
        if showsParity { grid.put(t("parity", "parité"), rect.right - parities + 1, rect.y, .dim, clip: rect) }
        let rows = Rect(rect.x, rect.y + 1, rect.width, rect.height - 1)
        let count = curves.scenarios.count + 1
        let focused = if case .scenario(let place) = state.focus { place + 1 } else { 0 }
        let start = Window.start(of: focused, in: count, showing: rows.height)
        for row in 0..<max(0, min(rows.height, count - start)) {
            let line = Rect(rows.x, rows.y + row, rows.width, 1)
            let place = start + row - 1
            let focus: Focus = place < 0 ? OutlookPage.own : .scenario(place)
            let shown = place < 0 ? balance : curves.scenarios[place]
            let name = outlookName(place, line, width: leadX - rect.x - 8)
            hit(line, .focus(focus))
            grid.put(isFocused(focus) ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
            if isFocused(focus), place >= 0, state.overlays.isEmpty { grid.cursor = Point(line.x + 1, line.y) }
            grid.put(name, line.x + 7, line.y, isFocused(focus) ? Style(.text, .bold) : .text, clip: line)
            grid.put(words.lead(shown.value), leadX, line.y, style(favouring: shown.value), clip: line)
            if showsParity {
                let parity = words.parityInShort(shown)
                grid.put(
                    parity.text, rect.right - parities + 1, line.y, parity.exists ? .text : .dim, clip: line)
            }
        }
    }

    /// Draws the sign and the letter of a line; returns its name.
    private mutating func outlookName(_ place: Int, _ line: Rect, width: Int) -> String {
        guard place >= 0 else {
            grid.put("●", line.x + 5, line.y, Style(.text, .bold), clip: line)
            return fitting([t("Your settings", "Vos réglages"), t("yours", "vous")], width)
        }
        let scenario = state.scenarios[place]
        let laid = state.overlaid.contains(scenario.id)
        grid.put(laid ? "[x]" : "[ ]", line.x + 1, line.y, laid ? Style(.text, .bold) : .dim, clip: line)
        grid.put(
            OutlookCurves.letter(place), line.x + 5, line.y, laid ? OutlookCurves.style(place).with(.bold) : .dim,
            clip: line)
        return scenario.name(language).fitted(to: width)
    }

    /// A scenario's balance at the year on screen against the reader's and over the years, then what it is.
    func scenarioDetail(_ place: Int, _ width: Int) -> [Line] {
        let scenario = state.scenarios[place]
        let shown = state.balance(of: scenario)
        let year = words.year(state.settings.year)
        var lines = wrapped(
            "\(year)\(words.colon)\(words.leadInWords(shown.value)) · \(words.parity(shown)) · "
                + words.acceptability(shown), width, Style(.text, .bold))
        let change = shown.value - balance.value
        if abs(change) >= 0.005 {
            let size = words.lead(change)
            lines += wrapped(
                t("Against your settings: \(size).", "Écart avec vos réglages\u{00A0}: \(size)."), width)
        }
        lines += wrapped(words.dependence(shown), width)
        return lines + sharedDetail(.scenario(place), width)
    }

    /// What the reader's own line says, and how sure it is.
    func ownOutlookDetail(_ width: Int) -> [Line] {
        var lines: [Line] = []
        let year = words.year(state.settings.year)
        if let drawn = state.simulation?.result {
            let chance = words.probability(
                first: drawn.pFirstLeads, standardError: drawn.standardError)
            lines += wrapped("\(year)\(words.colon)\(chance). " + sampled(drawn), width, Style(.text, .bold))
        } else {
            lines += wrapped(
                t(
                    "\(year): the probability of a lead is being computed…",
                    "\(year)\u{00A0}: probabilité en cours de calcul…"), width,
                Style(.text, .bold))
        }
        lines += wrapped(
            t(
                "The line is the balance with your settings, year after year; the bars are the exact share of all weightings with one side (\(words.name(.first))) ahead. Where the bars are neither empty nor full, the verdict depends on what one finds important.",
                "La courbe est la balance avec vos réglages, année après année\u{202F}; les barres sont la part exacte des pondérations favorables au premier camp (\(words.name(.first))). Quand elles ne sont ni vides ni pleines, le verdict dépend de ce qu’on juge important."
            ), width)
        lines += wrapped(
            t(
                "Trends run on as set: a projection of what is assumed, not a forecast.",
                "Les tendances se prolongent telles que réglées\u{00A0}: une projection des hypothèses, non une prévision."
            ), width, .dim)
        return lines
    }

    /// “100,000 draws of the scores and drifts.”
    func sampled(_ drawn: SimulationResult) -> String {
        let done = numbers.fixed(Double(drawn.samplesDone), 0)
        guard state.simulation?.isFinal == false else {
            return t("\(done) draws of scores and drifts.", "\(done) tirages de scores et de dérives.")
        }
        let all = numbers.fixed(Double(state.samples), 0)
        return t("\(done) of \(all) draws so far.", "\(done) tirages sur \(all).")
    }
}

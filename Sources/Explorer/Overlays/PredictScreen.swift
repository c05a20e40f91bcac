import BalanceModel
import CellGrid
import Wording

extension Painter {
    /// Covers the whole screen: no number of the model may show through.
    mutating func predict(_ prediction: Prediction, _ area: Rect) {
        grid.fill(area)
        grid.fill(Rect(area.x, area.y, area.width, 1), " ", Style(.status))
        let title = " Fulcrum · " + Command[.predict].title(language)
        grid.put(title, area.x, area.y, Style(.status, .bold), clip: area)
        let room = area.width - DisplayWidth.of(title) - 2
        if let settings = predictedSettings.first(where: { DisplayWidth.of($0) <= room }) {
            grid.put(settings, area.right - DisplayWidth.of(settings) - 1, area.y, Style(.status), clip: area)
        }
        let body = Rect(area.x + 2, area.y + 1, min(area.width - 4, 110), max(0, area.height - 2))
        if prediction.isRevealed { answer(prediction, body) } else { questions(prediction, body) }
        predictFoot(prediction, Rect(area.x, area.bottom - 1, area.width, 1))
    }

    private var year: String { words.year(state.settings.year) }

    /// What stays as set; in less room first without the usual aggregation, then without the scenario's name.
    private var predictedSettings: [String] {
        let settings = state.settings
        let scenario = settings.scenario.flatMap(state.scenario(id:)).map { [$0.name(language)] } ?? []
        let reading = [words.reading(settings.reading)]
        let aggregation = [words.aggregation(settings.aggregation)]
        let unusual = settings.aggregation == .arithmetic ? [] : aggregation
        let end = (settings.terrainShift ? [words.terrainShift] : []) + [year]
        return [scenario + reading + aggregation + end, scenario + reading + unusual + end, reading + unusual + end]
            .map { $0.joined(separator: " · ") }
    }

    private mutating func predictFoot(_ prediction: Prediction, _ rect: Rect) {
        let (room, isSaid) = footerAlways(rect)
        guard !isSaid else { return }
        let leave = t("Esc closes", "Échap ferme")
        let keys =
            prediction.isRevealed
            ? [
                (t("Enter: explore with these weights", "Entrée\u{00A0}: explorer avec ces poids"), Style(.status)),
                (leave, Style(.status)), (t("↑↓ scroll", "↑↓ défiler"), Style(.status)),
            ]
            : [
                (t("Enter next", "Entrée suite"), Style(.status)), (t("←→ change", "←→ changer"), Style(.status)),
                (leave, Style(.status)), (t("↑↓ move", "↑↓ bouger"), Style(.status)),
                (t("PgUp PgDn by 10", "Pg préc/suiv par 10"), Style(.status)),
            ]
        let end = pieces(keys, room.x + 1, room.y, in: room, separator: "  ")
        if prediction.isRevealed { hit(Rect(rect.x, rect.y, end - rect.x, 1), .choice(0)) }
    }

    // MARK: The questions

    private mutating func questions(_ prediction: Prediction, _ rect: Rect) {
        let intro = t(
            "What counts, and how much? Give each dimension its weight, then guess who leads and when the lead changes hands. Then the numbers show.",
            "Qu’est-ce qui compte, et combien\u{202F}? Donnez son poids à chaque dimension, puis devinez qui mène et quand l’avance change de camp. Les chiffres viennent ensuite."
        )
        var y = rect.y
        let rows = prediction.rows
        let about = aboutLines(prediction, rect.width)
        let lines = intro.wrapped(to: rect.width)
        if rect.height >= rows.count + lines.count + 4 {
            y += 1
            y += grid.paragraph(intro, in: Rect(rect.x, y, rect.width, lines.count)) + 1
        }
        // Blank lines set the guesses off from the weights where there is room.
        let airy = rect.bottom - y >= rows.count + 2 + min(3, about.count)
        let room = max(0, rect.bottom - y - (airy ? 2 : 0))
        let shown = min(rows.count, max(1, room >= rows.count + 2 ? room - 2 : room))
        let start = Window.start(of: prediction.row, in: rows.count, showing: shown)
        let places = Array(start..<min(rows.count, start + shown))
        let weights = numbers.percents(prediction.points.map { $0 / max(1e-9, prediction.points.reduce(0, +)) })
        for place in places {
            if airy, place == rows.count - 2 { y += 1 }
            questionRow(prediction, place, weights, Rect(rect.x, y, rect.width, 1))
            y += 1
        }
        let below = Rect(rect.x, y + (airy ? 1 : 0), rect.width, max(0, rect.bottom - y - (airy ? 1 : 0)))
        for (i, line) in about.prefix(below.height).enumerated() {
            grid.put(line, below.x, below.y + i, .dim, clip: below)
        }
    }

    /// What the chosen row is about, in words without a number.
    private func aboutLines(_ prediction: Prediction, _ width: Int) -> [String] {
        switch prediction.chosen {
        // The first sentence: what follows may tell who leads.
        case .dimension(let i): firstSentence(model.dimensions[i].summary?(language) ?? "").wrapped(to: width)
        case .leader:
            t(
                "Level: neither side is ahead by more than a hair.",
                "Équilibre\u{00A0}: aucun camp n’a plus d’un cheveu d’avance."
            ).wrapped(to: width)
        case .parity:
            t(
                "The first year in which the other side takes over; the last place on the scale is “not by \(lastYear)”.",
                "La première année où l’autre camp passe devant\u{202F}; le bout de l’échelle veut dire «\u{00A0}pas d’ici \(lastYear)\u{00A0}»."
            ).wrapped(to: width)
        }
    }

    private func firstSentence(_ text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let end = words.firstIndex(where: { $0.hasSuffix(".") }) else { return text }
        return words[...end].joined(separator: " ")
    }

    private var lastYear: Int { model.baseYear + Prediction.lastYear }

    private var labelWidth: Int {
        let names = (dimensionNames(.max) + questionLabels).map { DisplayWidth.of($0) }
        return min(names.max() ?? 10, max(10, grid.size.width / 3))
    }

    private var questionLabels: [String] {
        [t("Who leads in \(year)?", "Qui mène en \(year)\u{202F}?"), t("The lead changes in", "L’avance change en")]
    }

    private mutating func questionRow(_ prediction: Prediction, _ place: Int, _ weights: [String], _ line: Rect) {
        let chosen = place == prediction.row
        hit(line, .choice(place))
        grid.put(chosen ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
        if chosen { grid.cursor = Point(line.x, line.y) }
        let style = chosen ? Style(.text, .bold) : .text
        let width = labelWidth
        let rest = Rect(line.x + width + 3, line.y, max(0, line.width - width - 3), 1)
        switch prediction.rows[place] {
        case .dimension(let i):
            grid.put(dimensionNames(width)[i], line.x + 1, line.y, style, clip: line)
            let scale = max(2, min(40, rest.width - 12))
            grid.slider(
                rest.x, rest.y, width: scale, value: prediction.points[i] / Limits.points.upperBound, focused: chosen)
            hit(Rect(rest.x, rest.y, scale, 1), .scale(place, from: rest.x, to: rest.x + scale - 1))
            let text =
                numbers.plain(prediction.points[i]).padded(to: 5, alignRight: true)
                + weights[i].padded(to: 6, alignRight: true)
            grid.put(text, rest.x + scale, rest.y, clip: rest)
        case .leader:
            grid.put(
                fitting(questionLabels.prefix(1) + [t("Leader?", "Qui\u{202F}?")], width), line.x + 1, line.y, style,
                clip: line)
            leaderRow(prediction, rest)
        case .parity:
            grid.put(
                fitting([questionLabels[1], t("Changes in", "Change en")], width), line.x + 1, line.y, style, clip: line
            )
            parityRow(prediction, place, rest)
        }
    }

    func name(_ leader: Prediction.Leader, short: Bool = false) -> String {
        guard let side = leader.side else { return t("level", "équilibre") }
        return short ? words.short(side) : words.name(side)
    }

    private mutating func leaderRow(_ prediction: Prediction, _ rect: Rect) {
        let all = Prediction.Leader.allCases
        let short = all.reduce(0) { $0 + DisplayWidth.of(name($1)) + 4 } > rect.width
        var x = rect.x
        for leader in all {
            let chosen = prediction.leader == leader
            let start = x
            let style: Style = chosen ? Style(.prediction, .bold) : .text
            let mark = (chosen ? "●" : "○") + (short ? "" : " ")
            x = grid.put(mark + name(leader, short: short), x, rect.y, style, clip: rect)
            hit(Rect(start, rect.y, min(x, rect.right) - start, 1), .choice(prediction.rows.count + leader.rawValue))
            x += short ? 1 : 2
        }
    }

    private mutating func parityRow(_ prediction: Prediction, _ place: Int, _ rect: Rect) {
        let scale = max(2, min(40, rect.width - 14))
        if let parity = prediction.parity {
            let part = Double(parity - 1) / Double(Prediction.none - 1)
            grid.slider(rect.x, rect.y, width: scale, value: part, focused: place == prediction.row)
        } else {
            grid.fill(Rect(rect.x, rect.y, scale, 1), "─", Style(.sliderTrack))
        }
        hit(Rect(rect.x, rect.y, scale, 1), .scale(place, from: rect.x, to: rect.x + scale - 1))
        grid.put(
            guessedYear(prediction), rect.x + scale + 1, rect.y,
            prediction.parity == nil ? .dim : Style(.prediction, .bold), clip: rect)
    }

    private func guessedYear(_ prediction: Prediction) -> String {
        guard let parity = prediction.parity else { return "?" }
        return parity > Prediction.lastYear
            ? t("not by \(lastYear)", "pas d’ici \(lastYear)") : String(model.baseYear + parity)
    }

    // MARK: The answer

    private mutating func answer(_ prediction: Prediction, _ rect: Rect) {
        let lines = answerLines(prediction, rect.width)
        let top = rect.height > lines.count ? 1 : 0
        let start = min(prediction.scroll, max(0, lines.count - rect.height))
        for (i, line) in lines.dropFirst(start).prefix(rect.height - top).enumerated() {
            var x = rect.x
            for (text, style) in line { x = grid.put(text, x, rect.y + top + i, style, clip: rect) }
        }
        grid.cursor = Point(rect.x, rect.y + top)
    }

    func answerScrollLimit(_ prediction: Prediction) -> Int {
        let width = min(grid.size.width - 4, 110)
        return max(0, answerLines(prediction, width).count - (grid.size.height - 2))
    }

    /// Guess and model side by side, then what the reader's weights say, now that numbers may show.
    private func answerLines(_ prediction: Prediction, _ width: Int) -> [StyledLine] {
        let result = evaluate(model, prediction.applied(to: state.settings))
        var lines = guessTable(prediction, result, width)
        lines.append([])
        lines += words.verdictSentence(result.value).wrapped(to: width).map {
            [($0, Style(style(favouring: result.leader?.sign ?? 0).role, .bold))]
        }
        lines += (Words.capitalised(words.acceptability(result)) + " · " + words.flip(result)).wrapped(to: width).map {
            [($0, .text)]
        }
        lines.append([])
        lines += weightTable(prediction, result, width)
        guard state.settings.terrainShift, result.years > 0 else { return lines }
        let shifted = t(
            "Weights in \(year), after the terrain shift.", "Poids en \(year), après le glissement du terrain.")
        return lines + shifted.wrapped(to: width).map { [($0, .dim)] }
    }

    private func guessTable(_ prediction: Prediction, _ result: Balance, _ width: Int) -> [StyledLine] {
        let parity =
            result.yearsToParity.map { words.partOfYear(Double(model.baseYear) + $0) }
            ?? t("not by \(lastYear)", "pas d’ici \(lastYear)")
        let leader = prediction.leader.map { name($0) } ?? "?"
        let actual = result.leader.map { words.name($0) } ?? t("level", "équilibre")
        let rows = [
            ["", t("your guess", "votre idée"), t("the model", "le modèle"), ""],
            [t("Leader in \(year)", "En tête en \(year)"), leader, actual, leaderJudged(prediction, result)],
            [
                t("The lead changes in", "L’avance change en"), guessedYear(prediction), parity,
                parityJudged(prediction, result),
            ],
        ]
        let widths = (0..<3).map { column in (rows.map { DisplayWidth.of($0[column]) }.max() ?? 0) + 2 }
        if widths.reduce(0, +) + 10 > width {
            // Too narrow for columns: a line each.
            return rows.dropFirst().flatMap { row in
                "\(row[0])\(words.colon)\(row[1]) → \(row[2]), \(row[3])".wrapped(to: width).map { [($0, .text)] }
            }
        }
        return rows.enumerated().map { i, row in
            let cells = (0..<3).map { row[$0].padded(to: widths[$0]) }
            return [
                (cells[0], i == 0 ? .dim : .text), (cells[1], i == 0 ? .dim : Style(.prediction, .bold)),
                (cells[2], i == 0 ? .dim : Style(.text, .bold)), (row[3], .text),
            ]
        }
    }

    private func leaderJudged(_ prediction: Prediction, _ result: Balance) -> String {
        prediction.leader?.side == result.leader ? "✓ " + t("right", "juste") : "✗ " + t("not so", "raté")
    }

    private func parityJudged(_ prediction: Prediction, _ result: Balance) -> String {
        let none = prediction.parity == Prediction.none
        if none && result.yearsToParity == nil { return "✓ " + t("right", "juste") }
        guard let off = prediction.yearsOff(result) else {
            return "✗ "
                + (none
                    ? t("it does change", "l’avance change bien")
                    : t("it never changes", "l’avance ne change jamais"))
        }
        if off == 0 { return "✓ " + t("right", "juste") }
        let count = abs(off)
        return "✗ "
            + (off > 0
                ? t("\(count) year\(count > 1 ? "s" : "") late", "\(count) an\(count > 1 ? "s" : "") trop tard")
                : t("\(count) year\(count > 1 ? "s" : "") early", "\(count) an\(count > 1 ? "s" : "") trop tôt"))
    }

    private func weightTable(_ prediction: Prediction, _ result: Balance, _ width: Int) -> [StyledLine] {
        let weights = numbers.weights(result.dimensions.map(\.weight))
        let longest = dimensionNames(.max).map { DisplayWidth.of($0) }.max() ?? 0
        let nameWidth = min(longest + 2, max(12, width - 32))
        let names = dimensionNames(nameWidth - 1)
        let leads = result.dimensions.map { (words.lead($0.advantage), words.lead($0.contribution, 3)) }
        let leadWidth = (leads.map { max(9, DisplayWidth.of($0.0), DisplayWidth.of($0.1)) }.max() ?? 0) + 2
        let heading = [
            t("Your weights", "Vos poids").padded(to: nameWidth),
            t("weight", "poids").padded(to: 7, alignRight: true) + "  ",
            t("advantage", "avantage").padded(to: leadWidth),
            fitting([t("on the balance", "sur la balance"), t("effect", "effet")], width - nameWidth - 9 - leadWidth),
        ]
        var lines: [StyledLine] = [[(heading[0], .title), (heading[1] + heading[2] + heading[3], .dim)]]
        for i in names.indices {
            let advantage = result.dimensions[i].advantage
            lines.append([
                (names[i].padded(to: nameWidth), .text),
                (weights[i].padded(to: 7, alignRight: true) + "  ", .text),
                (leads[i].0.padded(to: leadWidth), style(favouring: advantage)),
                (leads[i].1, style(favouring: advantage)),
            ])
        }
        return lines
    }
}

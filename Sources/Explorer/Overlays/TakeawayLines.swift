import BalanceModel
import CellGrid
import Wording

extension Painter {
    /// A takeaway in depth: status, scale, both readings, what would change it, its text, claims and evidence.
    func takeawayLines(_ k: Int, width: Int) -> [StyledLine] {
        let takeaway = model.takeaways[k]
        let result = balance.takeaways[k]
        let scale = ThresholdScale(test: takeaway.test, value: result.value, words: words)
        var lines = statusLines(k, width)
        lines += [[]] + scale.lines(width: min(width, 72)) + [[]]
        lines += readingLines(k, width)
        lines += [[]] + changeLines(k, width)
        if let detail = takeaway.detail?(language) {
            lines += heading(t("What it says, and how it is tested", "Ce qu’il dit, et comment c’est testé"))
            lines += styled(detail, width)
        }
        lines += claimLines(takeaway, width)
        lines += evidenceLines(takeaway.test, width)
        return lines
    }

    private func styled(_ text: String, _ width: Int, _ style: Style = .text, indent: Int = 0) -> [StyledLine] {
        let space = String(repeating: " ", count: indent)
        return wrappedLines(text, max(8, width - indent)).map { [(space + $0, style)] }
    }

    private func heading(_ text: String) -> [StyledLine] { [[], [(text, .title)]] }

    private func statusLines(_ k: Int, _ width: Int) -> [StyledLine] {
        let takeaway = model.takeaways[k]
        let result = balance.takeaways[k]
        let status = words.symbol(result.status) + " " + Words.capitalised(words.status(result.status))
        return [[(status, Style(style(result.status).role, .bold))]]
            + styled(words.measured(k, balance), width, Style(.text, .bold))
            + styled(Words.capitalised(words.thresholds(takeaway.test)) + ".", width, .dim)
    }

    /// A value with enough digits to tell it from a threshold that it has not reached.
    private func precise(_ value: Double, _ test: Takeaway.Test) -> String {
        let text = words.value(value, of: test.measure)
        let close = [test.supportedAt, test.contradictedAt].contains {
            words.value($0, of: test.measure) == text && abs($0 - value) > 1e-9
        }
        return close ? numbers.fixed(value, 5) : text
    }

    /// The same test in both readings, all else as set.
    private func readingLines(_ k: Int, _ width: Int) -> [StyledLine] {
        Reading.allCases.flatMap { reading -> [StyledLine] in
            let result = ReadingResult(model, state.settings, reading).takeaways[k]
            let shown = reading == state.settings.reading ? t(" (on screen)", " (à l’écran)") : ""
            let name = Words.capitalised(words.reading(reading)) + shown + words.colon
            return [
                [
                    (name, .text),
                    (
                        words.symbol(result.status) + " " + words.status(result.status) + ", "
                            + words.value(result.value, of: model.takeaways[k].test.measure), style(result.status)
                    ),
                ]
            ]
        }
    }

    /// Every single slider that can change the status, the shortest move first.
    private func changeLines(_ k: Int, _ width: Int) -> [StyledLine] {
        let flips = TakeawayFlip.all(model, state.settings, takeaway: k)
        let title = t("What one slider would change", "Ce qu’un seul curseur changerait")
        guard !flips.isEmpty else {
            return [[(title, .title)]]
                + styled(
                    t(
                        "No weight, intensity or year alone gives it another status.",
                        "Aucun poids, aucune intensité ni aucune année ne change seul son statut."), width)
        }
        let smallest = TakeawayFlip.smallest(flips)
        let sorted = flips.filter { $0.slider != .year }.sorted { $0.distance < $1.distance }
        return [[(title, .title)]]
            + (sorted + flips.filter { $0.slider == .year }).flatMap { flip -> [StyledLine] in
                let mark = flip == smallest ? "▸ " : "  "
                let note = flip == smallest && sorted.count > 1 ? t(" (smallest)", " (le plus court)") : ""
                let measure = precise(flip.value, model.takeaways[k].test)
                return [
                    [
                        (mark + words.move(flip) + " → ", .text),
                        (words.symbol(flip.status) + " " + words.status(flip.status), style(flip.status)),
                        (" (\(measure))" + note, .dim),
                    ]
                ]
            }
    }

    private func claimLines(_ takeaway: Takeaway, _ width: Int) -> [StyledLine] {
        let known = takeaway.claims.compactMap { model.claim(id: $0) }
        guard !known.isEmpty else { return [] }
        return heading(t("Claims it rests on", "Affirmations sur lesquelles il repose"))
            + known.flatMap { claim -> [StyledLine] in
                let idWidth = max(3, DisplayWidth.of(claim.id)) + 1
                return claim.text(language).wrapped(to: max(8, width - idWidth)).enumerated().map { row, line in
                    [((row == 0 ? claim.id : "").padded(to: idWidth), .key), (line, .text)]
                }
            }
    }

    /// Figures of the dimensions that the measure is about, and facts beside its dynamic.
    private func evidenceLines(_ test: Takeaway.Test, _ width: Int) -> [StyledLine] {
        let dimensions = test.measure.dimensions(model)
        let evidence = ReadingResult(model, state.settings, .evidence)
        let thesis = ReadingResult(model, state.settings, .thesis)
        var lines = heading(t("Evidence that bears on it", "Indicateurs qui s’y rapportent"))
        for i in dimensions {
            let counted = evidence.dimensions[i].reading == .evidence
            let text =
                words.dimension(i) + words.colon
                + (counted
                    ? t("evidence ", "indicateurs ") + words.lead(evidence.advantages[i])
                    : t("no indicator counts", "aucun indicateur compté"))
                + t(", thesis ", ", thèse ") + words.lead(thesis.advantages[i])
            lines += styled(text, width, Style(.text, .bold))
            if dimensions.count < model.dimensions.count || test.measure == .decidingPower(dimension: i) {
                lines += indicatorRows(i, width)
            }
        }
        if let d = test.measure.dynamic, !model.dynamics[d].facts.isEmpty {
            let title =
                words.dynamic(d) + words.colon + t("facts, shown, never scored", "faits, montrés, jamais comptés")
            lines += styled(title, width, Style(.text, .bold))
            for fact in model.dynamics[d].facts {
                guard let latest = fact.observations.last else { continue }
                lines += row(fact.name(language), amount(latest, fact) + " (\(period(latest)))", width, .text)
            }
        }
        return lines
    }

    private func indicatorRows(_ i: Int, _ width: Int) -> [StyledLine] {
        model.dimensions[i].indicators.enumerated().flatMap { j, indicator -> [StyledLine] in
            let counts = state.settings.standing(of: j, in: i, model) == .counted
            let advantage = Advantage.advantage(logRatio: indicator.latestLogRatio)
            let note = counts ? "" : t(" (left out)", " (écarté)")
            return row(
                indicator.name(language), "\(indicator.latest.year) " + words.lead(advantage) + note, width,
                counts ? style(favouring: advantage) : .dim)
        }
    }

    /// A name and, after it or on its own line, what it comes to.
    private func row(_ name: String, _ value: String, _ width: Int, _ style: Style) -> [StyledLine] {
        let room = width - 4 - DisplayWidth.of(value)
        if DisplayWidth.of(name) <= room { return [[("  " + name + "  ", .text), (value, style)]] }
        return styled(name, width, .text, indent: 2) + styled(value, width, style, indent: 4)
    }
}

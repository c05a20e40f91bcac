import BalanceModel
import CellGrid
import Wording

extension Painter {
    func title(of indicator: Indicator) -> String {
        let less = indicator.better == .less ? t("less is better", "moins vaut mieux") : nil
        return [indicator.name(language), indicator.unit?(language), less].compactMap { $0 }.joined(separator: " · ")
    }

    func title(of fact: Fact) -> String {
        [fact.name(language), fact.unit?(language)].compactMap { $0 }.joined(separator: " · ")
    }

    /// What an indicator counts for, or why it doesn't.
    func standing(_ i: Int, _ j: Int, _ screen: EvidenceScreen, _ width: Int) -> String {
        let indicator = model.dimensions[i].indicators[j]
        switch state.settings.standing(of: j, in: i, model) {
        case .counted:
            let reading = screen.evidence.dimensions[i]
            guard reading.indicatorShares.indices.contains(j) else { return "" }
            let start = numbers.percents(reading.indicatorShares)[j]
            let drift = numbers.percents(reading.driftShares)[j]
            let long =
                reading.driftShares[j] > 0
                ? t("\(start) of the advantage, \(drift) of the drift", "\(start) de l’avantage, \(drift) de la dérive")
                : t("\(start) of the advantage, not of the drift", "\(start) de l’avantage, rien de la dérive")
            let counts = t("counts ", "compte ")
            return fitting([counts + long, long, counts + start], width)
        case .leftOut:
            return fitting(
                [
                    t(
                        "left out: weight 0; \(keyName(.toggle)) counts it",
                        "écarté\u{00A0}: poids 0\u{202F}; \(keyName(.toggle)) le compte"),
                    t("left out: weight 0", "écarté\u{00A0}: poids 0"), t("left out", "écarté"),
                ], width)
        case .belowConfidence:
            let own = words.confidence(indicator.confidence ?? .low)
            let least = words.confidence(state.settings.confidence)
            return fitting(
                [
                    t(
                        "left out: confidence \(own), asked for \(least)",
                        "écarté\u{00A0}: confiance \(own), demandée \(least)"),
                    t("left out: confidence \(own)", "écarté\u{00A0}: confiance \(own)"), t("left out", "écarté"),
                ], width)
        }
    }

    func indicatorLines(_ i: Int, _ j: Int, _ screen: EvidenceScreen, _ width: Int) -> [Line] {
        let indicator = model.dimensions[i].indicators[j]
        return wrapped(historyText(indicator), width) + wrapped(effectText(i, j, screen), width)
            + originLines(indicator.confidence, indicator.note, indicator.source, width)
    }

    /// Every year's advantage, and the trend that counts or why none does.
    private func historyText(_ indicator: Indicator) -> String {
        let years = zip(indicator.observations, indicator.logRatios).suffix(6).map {
            "\($0.year) " + words.lead(Advantage.advantage(logRatio: $1))
        }
        let spark = indicator.logRatios.count > 1 ? Sparkline.text(indicator.logRatios, width: 9) + " " : ""
        let earlier = indicator.observations.count > years.count ? "… " : ""
        let start = t("Advantage: ", "Avantage\u{00A0}: ") + spark + earlier + years.joined(separator: " → ")
        guard let slope = indicator.slope else {
            return start + t(" (one year: no trend).", " (une année\u{00A0}: sans tendance).")
        }
        let pace = t("\(words.lead(slope, 3)) a year", "\(words.lead(slope, 3)) par an")
        return indicator.trend
            ? start + t("; log ratio ", "\u{202F}; log-rapport ") + pace + "."
            : start
                + t("; \(pace), not counted as a trend.", "\u{202F}; \(pace), non compté comme tendance.")
    }

    /// What leaving it out, or counting it, would do.
    private func effectText(_ i: Int, _ j: Int, _ screen: EvidenceScreen) -> String {
        let counted = state.settings.standing(of: j, in: i, model) == .counted
        let settings = state.togglingIndicator(i, j)
        guard counted || settings.standing(of: j, in: i, model) == .counted else {
            let key = keyName(.confidence)
            return t(
                "Its confidence is below the minimum: \(key) changes that.",
                "Sa confiance est sous le minimum\u{00A0}: \(key) le change.")
        }
        let changed = ReadingResult(model, settings, .evidence)
        func both(_ after: Double, _ now: Double) -> String {
            words.lead(after, 3) + t(" (now ", " (à présent ") + words.lead(now, 3) + ")"
        }
        let start = counted ? t("Without it: ", "Sans lui\u{00A0}: ") : t("With it: ", "Avec lui\u{00A0}: ")
        let fallback =
            changed.dimensions[i].reading == .thesis
            ? t(", the thesis, as nothing else counts", ", la thèse, rien d’autre ne comptant") : ""
        return start + words.dimensionShort(i) + " " + both(changed.advantages[i], screen.evidence.advantages[i])
            + fallback + t("; evidence balance ", "\u{202F}; balance des indicateurs ")
            + both(changed.value, screen.evidence.value) + "."
    }

    private func confidenceText(_ confidence: Confidence?) -> String {
        guard let confidence else {
            return t("Confidence not given, counts as low.", "Confiance non précisée, comptée comme faible.")
        }
        return t("Confidence ", "Confiance ") + words.confidence(confidence) + "."
    }

    /// How sure a figure is, its caveat and its source; the address last, as the first to be cut.
    private func originLines(_ confidence: Confidence?, _ note: LocalizedText?, _ source: Source?, _ width: Int)
        -> [Line]
    {
        let sure = [confidenceText(confidence), note?(language) ?? ""].filter { !$0.isEmpty }
        guard let source else {
            return wrapped(sure.joined(separator: " "), width) + wrapped(t("No source given.", "Sans source."), width)
        }
        let title = source.title.map { t("“\($0)”", "«\u{00A0}\($0)\u{00A0}»") } ?? ""
        let parts = [source.publisher, title, source.date ?? "", source.url ?? ""].filter { !$0.isEmpty }
        return wrapped(sure.joined(separator: " "), width)
            + wrapped(t("Source: ", "Source\u{00A0}: ") + parts.joined(separator: ", "), width, .dim)
    }

    func factLines(_ fact: Fact, _ width: Int) -> [Line] {
        let values = fact.observations.map { figure($0.value) + " (" + period($0) + ")" }
        let spark = values.count > 1 ? Sparkline.text(fact.observations.map(\.value), width: 9) + " " : ""
        return wrapped(spark + values.joined(separator: " · "), width)
            + wrapped(
                t(
                    "Shown, never scored: no number of the balance rests on it.",
                    "Montré, jamais compté\u{00A0}: aucun nombre de la balance n’en dépend."),
                width, .dim)
            + originLines(fact.confidence, fact.note, fact.source, width)
    }

    func withoutIndicators(_ i: Int, _ width: Int) -> [Line] {
        wrapped(
            t(
                "This model gives no indicator here: both readings use the thesis. ",
                "Ce modèle n’a pas d’indicateur ici\u{00A0}: les deux lectures suivent la thèse. ")
                + (model.dimensions[i].thesis.rationale?(language) ?? "") + cited(model.dimensions[i].thesis.claims),
            width)
    }

    /// All that is known of a figure and of what it belongs to, for a dialogue of its own.
    func figureLines(_ focus: Focus, _ width: Int) -> [Line] {
        let screen = EvidenceScreen(self, grid.bounds)
        let group = EvidenceGroup(focus)
        let about =
            [Line(text: "", style: .text), Line(text: name(group), style: .title)]
            + groupLines(group, screen, width)
        switch focus {
        case .indicator(let i, let j):
            return wrapped(title(of: model.dimensions[i].indicators[j]), width, Style(.text, .bold))
                + wrapped(Words.capitalised(standing(i, j, screen, width)) + ".", width)
                + indicatorLines(i, j, screen, width) + about
        case .fact(let d, let f):
            return wrapped(title(of: model.dynamics[d].facts[f]), width, Style(.text, .bold))
                + factLines(model.dynamics[d].facts[f], width) + about
        default: return []
        }
    }

    /// What a group is about, and what both readings start from.
    func groupLines(_ group: EvidenceGroup, _ screen: EvidenceScreen, _ width: Int) -> [Line] {
        switch group {
        case .dimension(let i):
            let dimension = model.dimensions[i]
            let evidence = screen.evidence.dimensions[i]
            let start = words.lead(Advantage.advantage(logRatio: evidence.start))
            let summary = wrapped(dimension.summary?(language) ?? "", width)
            let rationale = wrapped(
                t("Thesis: ", "Thèse\u{00A0}: ") + (dimension.thesis.rationale?(language) ?? "")
                    + cited(dimension.thesis.claims), width)
            guard evidence.reading == .evidence else { return summary + rationale }
            return summary
                + wrapped(
                    t(
                        "Evidence: \(start) at the start (log ratio \(words.lead(evidence.start)), standard deviation σ = \(numbers.fixed(evidence.startDeviation, 2))); drift \(words.lead(evidence.drift, 3)) a year (standard deviation ς = \(numbers.fixed(evidence.driftDeviation, 3))).",
                        "Indicateurs\u{00A0}: \(start) au départ (log-rapport \(words.lead(evidence.start)), écart type σ = \(numbers.fixed(evidence.startDeviation, 2)))\u{202F}; dérive \(words.lead(evidence.drift, 3)) par an (écart type ς = \(numbers.fixed(evidence.driftDeviation, 3)))."
                    ), width) + rationale
        case .dynamic(let d):
            return wrapped((model.dynamics[d].summary?(language) ?? "") + cited(model.dynamics[d].claims), width)
        }
    }
}

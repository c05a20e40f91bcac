import BalanceModel
import Wording

/// What the balance is made of, what would bring it to parity, and what acts on it.
extension Briefing {
    /// Weights in per cent that add to 100; a decimal only where one is needed.
    var weightPercents: [String] {
        let weights = balance.dimensions.map(\.weight)
        let whole = weights.allSatisfy { abs(($0 * 100).rounded() - $0 * 100) < 1e-9 }
        return numbers.percents(weights, whole ? 0 : 1)
    }

    /// Dimensions by size of contribution, the largest first.
    private var bySize: [Int] {
        let sizes = balance.dimensions.map { abs($0.contribution) }
        return sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    }

    var drivers: Document.Section {
        let percents = weightPercents
        let together = words.lead(balance.index, 3)
        let explanation =
            settings.aggregation == .arithmetic
            ? t(
                "Contribution = weight × advantage. Together: \(together).",
                "Contribution = poids × avantage. Ensemble\u{00A0}: \(together).")
            : t(
                "Contribution = weight × log ratio. Together: \(together); the balance is the hyperbolic tangent of that.",
                "Contribution = poids × log-rapport. Ensemble\u{00A0}: \(together)\u{202F}; la balance en est la tangente hyperbolique."
            )
        let rows = bySize.map { i in
            let result = balance.dimensions[i]
            let name = words.dimension(i)
            let drift = words.driftPhrase(result.reading.drift)
            let contribution = words.lead(result.contribution, 3)
            let advantage = words.lead(result.advantage)
            let fallback = usesThesisInstead(i) ? " (\(noEvidence))" : ""
            return Document.Table.Row(
                cells: [name + fallback, contribution, advantage, percents[i], drift],
                sentence: name + words.colon
                    + t(
                        "contribution \(contribution); advantage \(advantage), weight \(percents[i]), \(drift)",
                        "contribution \(contribution)\u{202F}; avantage \(advantage), poids \(percents[i]), \(drift)")
                    + fallback + ".")
        }
        return Document.Section(
            heading: t("What drives it", "Ce qui la porte"),
            blocks: [
                .paragraph(explanation),
                .table(
                    Document.Table(
                        columns: [
                            .words(t("Dimension", "Dimension")), .figure(t("Contribution", "Contribution")),
                            .figure(t("Advantage", "Avantage")), .figure(t("Weight", "Poids")),
                            .words(t("Drift", "Dérive")),
                        ], rows: rows)),
            ])
    }

    /// Evidence was asked for, but nothing is counted (method §2).
    func usesThesisInstead(_ i: Int) -> Bool {
        settings.reading == .evidence && balance.dimensions[i].reading.reading == .thesis
    }

    private var noEvidence: String {
        t("no indicator counted: thesis reading", "aucun indicateur compté\u{00A0}: lecture «\u{00A0}thèse\u{00A0}»")
    }

    var flips: Document.Section {
        let moves = words.flipMoves(balance).map { words.colon + $0 } ?? ""
        let beyond =
            balance.robustness.fewestPoints == nil
            ? "" : t("; any more flips the verdict", "\u{202F}; davantage inverse le verdict")
        var blocks = [Document.Block.paragraph(sentence(words.flip(balance) + moves + beyond))]
        if balance.favoured != nil {
            blocks.append(.table(tippingTable))
            let dynamics = model.dynamics.indices.map { d in
                let now = numbers.percent(balance.dynamics[d].intensity)
                let tipping = balance.dynamics[d].tippingIntensity.map { numbers.percent(numbers.fixed($0, 1)) }
                let what =
                    tipping.map { t("an intensity of \($0)", "une intensité de \($0)") }
                    ?? t("no intensity", "aucune intensité")
                return words.dynamic(d) + words.colon + what + " (\(isNow(now)))."
            }
            if !dynamics.isEmpty { blocks.append(.list(dynamics)) }
        }
        return Document.Section(heading: t("What would bring parity", "Ce qui ramènerait à la parité"), blocks: blocks)
    }

    private func isNow(_ value: String) -> String { t("now \(value)", "à présent \(value)") }

    private var tippingTable: Document.Table {
        let percents = weightPercents
        let none = t("none", "aucun")
        let rows = model.dimensions.indices.map { i in
            let result = balance.dimensions[i]
            let advantage = words.lead(result.advantage)
            let tippingWeight = result.tippingWeight.map { numbers.percent(numbers.fixed($0 * 100, 1)) }
            let tippingAdvantage = result.tippingAdvantage.map { words.lead($0) }
            let byWeight =
                (tippingWeight.map { t("a weight of \($0)", "un poids de \($0)") } ?? t("no weight", "aucun poids"))
                + " (\(isNow(percents[i])))"
            let byAdvantage =
                (result.tippingAdvantage.map(words.anAdvantage)
                    ?? t("no advantage", "aucun avantage")) + " (\(isNow(advantage)))"
            return Document.Table.Row(
                cells: [
                    words.dimension(i),
                    tippingWeight ?? none,
                    percents[i], tippingAdvantage ?? none, advantage,
                ],
                sentence: words.dimension(i) + words.colon + byWeight + t("; ", "\u{202F}; ") + byAdvantage + ".")
        }
        return Document.Table(
            columns: [
                .words(t("Dimension", "Dimension")), .figure(t("Weight at parity", "Poids à la parité")),
                .figure(t("Now", "À présent")), .figure(t("Advantage at parity", "Avantage à la parité")),
                .figure(t("Now", "À présent")),
            ], rows: rows)
    }

    var dynamics: Document.Section? {
        guard !model.dynamics.isEmpty else { return nil }
        let baseYear = Double(model.baseYear)
        let years = Set([baseYear, settings.year, baseYear + 10]).sorted()
        func effects(_ now: Double, _ today: Double, _ inTenYears: Double) -> [String] {
            years.map { words.lead($0 == settings.year ? now : $0 == baseYear ? today : inTenYears, 3) }
        }
        func row(_ name: String, _ intensity: String, _ effects: [String]) -> Document.Table.Row {
            let list = zip(years, effects).map { $1 + t(" in ", " en ") + words.year($0) }.joined(separator: ", ")
            return Document.Table.Row(
                cells: [name, intensity] + effects,
                sentence: name + words.colon
                    + t("intensity \(intensity); effect \(list).", "intensité \(intensity)\u{202F}; effet \(list)."))
        }
        var rows = model.dynamics.indices.map { d in
            let result = balance.dynamics[d]
            return row(
                words.dynamic(d), numbers.percent(result.intensity),
                effects(result.effect, result.effectToday, result.effectInTenYears))
        }
        rows += model.interactions.indices.map { k in
            let both = [model.interactions[k].first, model.interactions[k].second]
            return row(
                words.interaction(k),
                both.map { numbers.percent(balance.dynamics[$0].intensity) }.joined(separator: " × "),
                // Delayed as it is, an interaction has no effect yet in the base year (method §3).
                effects(balance.interactions[k].effect, 0, balance.interactions[k].effectInTenYears))
        }
        return Document.Section(
            heading: t("Internal dynamics", "Dynamiques internes"),
            blocks: [
                .paragraph(
                    t(
                        "Effect: the balance as set, minus the balance without it.",
                        "Effet\u{00A0}: la balance telle que réglée, moins la balance sans elle.")),
                .table(
                    Document.Table(
                        columns: [
                            .words(t("Dynamic", "Dynamique")), .figure(t("Intensity", "Intensité")),
                        ] + years.map { .figure(t("Effect in ", "Effet en ") + words.year($0)) }, rows: rows)),
            ])
    }
}

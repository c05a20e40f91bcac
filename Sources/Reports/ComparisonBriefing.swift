import BalanceModel
import Wording

/// A comparison in sentences: both balances, and what weights and scores did to the difference.
struct ComparisonBriefing {
    let input: ComparisonInput
    let words: Words

    init(_ input: ComparisonInput) {
        self.input = input
        words = Words(input.model, input.language)
    }

    private var comparison: Comparison { input.comparison }
    private var model: Model { input.model }

    private func t(_ en: String, _ fr: String) -> String { words.t(en, fr) }

    /// The baseline in words.
    var baselineName: String {
        if let reading = Reading(rawValue: input.baseline) {
            let name = words.reading(reading)
            return t("\(name) reading", "lecture «\u{00A0}\(name)\u{00A0}»")
        }
        let name = input.scenario(id: input.baseline)?.name(input.language) ?? input.baseline
        return t("scenario ", "scénario ") + words.quoted(name)
    }

    var document: Document {
        let to = comparison.to.settings
        return Document(
            title: model.title(input.language) + words.colon + t("a comparison", "une comparaison"),
            subtitle: Words.capitalised(
                t("from: ", "de\u{00A0}: ") + baselineName + t("; to: ", "\u{202F}; à\u{00A0}: ")
                    + words.settingsLine(to, scenario: to.scenario.flatMap(input.scenario))),
            sections: [balances, split, takeaways, reproduction, origin].compactMap { $0 })
    }

    private var balances: Document.Section {
        Document.Section(
            heading: t("The balance", "La balance"),
            blocks: [
                .list([
                    line(t("Before", "Avant"), comparison.from), line(t("After", "Après"), comparison.to), change,
                ])
            ])
    }

    private func line(_ name: String, _ balance: Balance) -> String {
        let share = words.acceptability(balance.robustness.acceptability, at: balance.value)
        return "\(name) (\(words.year(balance.settings.year)))" + words.colon
            + words.verdictSentence(balance.value) + ". " + Words.capitalised(share) + "."
    }

    /// The numbers as the screen rounds them, so that they add up.
    private var rounded: RoundedSplit { RoundedSplit(comparison) }

    private var change: String {
        let baseline: Baseline =
            switch Reading(rawValue: input.baseline) {
            case .thesis: .thesis
            case .evidence: .evidence
            case nil:
                .scenario(
                    input.scenario(id: input.baseline)
                        ?? Scenario(id: input.baseline, name: LocalizedText(input.baseline)))
            }
        return words.comparison(baseline, rounded)[0]
    }

    private var split: Document.Section {
        let rounded = rounded
        let sizes = zip(comparison.weights, comparison.scores).map { abs($0 + $1) }
        let order = sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
        let rows = order.map { i in
            let parts = [rounded.both[i], rounded.weights[i], rounded.scores[i]].map {
                words.lead($0, RoundedSplit.decimals)
            }
            return Document.Table.Row(
                cells: [words.dimension(i)] + parts,
                sentence: words.dimension(i) + words.colon
                    + t(
                        "\(parts[0]) (weights \(parts[1]), scores \(parts[2])).",
                        "\(parts[0]) (poids \(parts[1]), scores \(parts[2]))."))
        }
        return Document.Section(
            heading: t("What made the difference", "Ce qui fait la différence"),
            blocks: [
                .table(
                    Document.Table(
                        columns: [
                            .words(t("Dimension", "Dimension")), .figure(t("Change", "Changement")),
                            .figure(t("By weights", "Par les poids")), .figure(t("By scores", "Par les scores")),
                        ], rows: rows))
            ])
    }

    private var takeaways: Document.Section? {
        guard !model.takeaways.isEmpty else { return nil }
        let changed = model.takeaways.indices.filter {
            comparison.from.takeaways[$0].status != comparison.to.takeaways[$0].status
        }
        let items = changed.map { k in
            model.takeaways[k].text(input.language) + words.colon + words.status(comparison.from.takeaways[k].status)
                + t(", then ", ", puis ") + words.status(comparison.to.takeaways[k].status) + "."
        }
        return Document.Section(
            heading: t("Key takeaways that change", "Points clés qui changent"),
            blocks: [items.isEmpty ? .paragraph(t("None.", "Aucun.")) : .list(items)])
    }

    /// Whose view it is, as the model says.
    private var origin: Document.Section? {
        guard let about = model.about?(input.language) else { return nil }
        return Document.Section(
            heading: t("Sources", "Sources"), blocks: [.paragraph(about), .paragraph(input.program + ".")])
    }

    private var reproduction: Document.Section {
        Document.Section(
            heading: t("To see this again", "Pour revoir ceci"),
            blocks: [.command((["fulcrum"] + input.command).map(ReproducingCommand.quoted))])
    }
}

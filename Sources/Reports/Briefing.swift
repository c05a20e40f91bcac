import BalanceModel
import Wording

/// A report in sentences, in the order a reader asks: who leads, how sure that is, what drives it, what would flip it,
/// what comes next, and how to see for oneself.
struct Briefing {
    let input: ReportInput
    let words: Words

    init(_ input: ReportInput) {
        self.input = input
        words = Words(input.model, input.language)
    }

    var model: Model { input.model }
    var balance: Balance { input.balance }
    var settings: Settings { input.settings }
    var numbers: Numbers { words.numbers }

    func t(_ en: String, _ fr: String) -> String { words.t(en, fr) }
    func sentence(_ text: String) -> String { Words.capitalised(text) + "." }

    var document: Document {
        let year = words.year(settings.year)
        return Document(
            title: model.title(input.language) + words.colon + t("the balance in \(year)", "la balance en \(year)"),
            subtitle: Words.capitalised(words.settingsLine(settings, scenario: input.scenario)),
            sections: [
                verdict, certainty, drivers, flips, dynamics, outlook, sensitivity, takeaways, settingsInWords,
                reproduction, sources,
            ].compactMap { $0 })
    }

    private var verdict: Document.Section {
        var parts = [words.verdictSentence(balance.value) + "."]
        if balance.years > 0 {
            parts.append(
                t("In \(model.baseYear): ", "En \(model.baseYear)\u{00A0}: ") + words.leadInWords(balance.valueToday)
                    + ".")
        }
        parts.append(sentence(words.parity(balance)))
        return Document.Section(
            heading: t("The balance", "La balance"),
            blocks: [
                .paragraph(parts.joined(separator: " ")),
                .paragraph(
                    t(
                        "0 is parity; 1 would mean that one side has everything.",
                        "0 est la parité\u{202F}; 1 voudrait dire qu’un camp a tout.")),
            ])
    }

    private var certainty: Document.Section {
        var items: [String] = []
        var near = [words.acceptability(balance.robustness.acceptability, at: balance.value)]
        if balance.favoured != nil, balance.robustness.acceptability != nil {
            near += [words.nearby(balance), words.ranked(balance)].compactMap { $0 }
        }
        items.append(sentence(near.joined(separator: ", ")))
        if balance.robustness.acceptability != nil { items.append(sentence(words.spread(balance.robustness.spread))) }
        items += Side.allCases.compactMap(centralWeights)
        items.append(probability)
        return Document.Section(heading: t("How sure is that?", "Est-ce sûr\u{202F}?"), blocks: [.list(items)])
    }

    /// What those who conclude that a side leads find important.
    private func centralWeights(_ side: Side) -> String? {
        guard balance.robustness.acceptability != nil else { return nil }
        let start = words.name(side) + t(" ahead: ", " en tête\u{00A0}: ")
        guard let central = balance.robustness.central(side) else {
            return start + t("under no weighting.", "dans aucune pondération.")
        }
        guard (central.max() ?? 0) - (central.min() ?? 0) >= 0.005 else {
            return start
                + t(
                    "such weightings give, on average, as much to every dimension.",
                    "ces pondérations, en moyenne, ne privilégient aucune dimension.")
        }
        let largest = central.indices.sorted { (-central[$0], $0) < (-central[$1], $1) }
        // Only what gets visibly more than an equal share is given most.
        let even = 1 / Double(central.count)
        let above = largest.prefix(3).filter { central[$0] >= even + 0.005 }
        let list = (above.isEmpty ? Array(largest.prefix(1)) : above)
            .map { "\(words.dimensionShort($0)) (\(numbers.share(central[$0])))" }.joined(separator: ", ")
        return start
            + t(
                "such weightings give most, on average, to \(list).",
                "ces pondérations privilégient, en moyenne, \(list).")
    }

    private var probability: String {
        guard let simulation = input.simulation else {
            return t(
                "Uncertainty of scores and drifts: not simulated.",
                "Incertitude des scores et des dérives\u{00A0}: non simulée.")
        }
        let probability = words.probability(first: simulation.firstLeads, standardError: simulation.standardError)
        let side = words.likelier(simulation.firstLeads).side
        let any = words.estimate(words.share(simulation.firstLeadsAnyWeights, of: side))
        return t(
            "Given the model’s uncertainty of scores and drifts: \(probability); with weights drawn at random, \(any). ",
            "Vu l’incertitude que le modèle donne aux scores et aux dérives\u{00A0}: \(probability)\u{202F}; avec des poids tirés au sort, \(any). "
        ) + words.uncertainty(mine: simulation.firstLeads, any: simulation.firstLeadsAnyWeights)
    }

    private var settingsInWords: Document.Section {
        Document.Section(heading: t("Settings", "Réglages"), blocks: [.list(settingsList)])
    }

    private var reproduction: Document.Section {
        Document.Section(
            heading: t("To see this again", "Pour revoir ceci"),
            blocks: [.command((["fulcrum"] + input.command).map(ReproducingCommand.quoted))])
    }
}

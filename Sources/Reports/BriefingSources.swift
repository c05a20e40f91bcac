import BalanceModel
import Wording

/// How it was set, and what it rests on.
extension Briefing {
    var settingsList: [String] {
        var items: [String] = []
        if let scenario = input.scenario {
            items.append(t("Scenario: ", "Scénario\u{00A0}: ") + words.quoted(scenario.name(input.language)) + ".")
        } else if let id = settings.scenario {
            items.append(t("Scenario: ", "Scénario\u{00A0}: ") + id + ".")
        }
        items.append(choices)
        items.append(
            t("Points: ", "Points\u{00A0}: ")
                + listed(model.dimensions.indices.map(words.dimensionShort), settings.points.map { numbers.plain($0) }))
        if !model.dynamics.isEmpty {
            items.append(
                t("Intensities: ", "Intensités\u{00A0}: ")
                    + listed(
                        model.dynamics.indices.map(words.dynamicShort), settings.intensities.map { numbers.percent($0) }
                    ))
        }
        items += scenarioChanges + indicatorChanges
        if input.simulation != nil || input.sensitivity != nil {
            let draws = numbers.fixed(Double(input.samples), 0)
            items.append(
                t(
                    "Simulation: \(draws) draws, seed \(input.seed).",
                    "Simulation\u{00A0}: \(draws) tirages, graine \(input.seed)."))
        }
        return items
    }

    private func listed(_ names: [String], _ values: [String]) -> String {
        zip(names, values).map { $0 + " " + $1 }.joined(separator: ", ") + "."
    }

    private var choices: String {
        let reading = words.reading(settings.reading)
        // Which indicators count matters where indicators are read.
        let confidence: String? =
            settings.confidence != .low
            ? words.confidenceAsked(settings.confidence)
            : settings.reading == .evidence
                ? t("indicators of any confidence", "indicateurs de tout niveau de confiance") : nil
        let parts = [
            t("Year ", "Année ") + words.year(settings.year),
            t("\(reading) reading", "lecture «\u{00A0}\(reading)\u{00A0}»"), confidence,
            t(
                "\(words.aggregation(settings.aggregation)) aggregation",
                "agrégation \(words.aggregation(settings.aggregation))"),
            words.terrainShift + words.colon + words.onOff(settings.terrainShift),
        ].compactMap { $0 }
        return parts.joined(separator: ", ") + "."
    }

    /// What a scenario adds to scores and drifts, which no option can say.
    private var scenarioChanges: [String] {
        func changes(_ values: [Double], _ heading: String, _ unit: String) -> String? {
            let changed = values.indices.filter { values[$0] != 0 }
            guard !changed.isEmpty else { return nil }
            return heading
                + changed.map { words.dimensionShort($0) + " " + words.lead(values[$0], 3) }
                .joined(separator: ", ") + unit
        }
        return [
            changes(
                settings.scoreChange, t("The scenario moves scores: ", "Le scénario déplace des scores\u{00A0}: "),
                t(" (log ratio).", " (log-rapport).")),
            changes(
                settings.driftChange, t("The scenario changes drifts: ", "Le scénario change des dérives\u{00A0}: "),
                t(" a year.", " par an.")),
        ].compactMap { $0 }
    }

    private var indicatorChanges: [String] {
        var names: [String] = []
        var values: [String] = []
        for (i, dimension) in model.dimensions.enumerated() {
            for (j, indicator) in dimension.indicators.enumerated()
            where settings.indicatorWeights[i][j] != indicator.weight {
                names.append(indicator.name(input.language))
                values.append(numbers.plain(settings.indicatorWeights[i][j], upTo: 3))
            }
        }
        guard !names.isEmpty else { return [] }
        return [t("Indicator weights changed: ", "Poids d’indicateurs changés\u{00A0}: ") + listed(names, values)]
    }

    var sources: Document.Section {
        var blocks: [Document.Block] = []
        if let about = model.about?(input.language) { blocks.append(.paragraph(about)) }
        let coded = model.dimensions.indices.filter { balance.dimensions[$0].reading.reading == .thesis }
        if !coded.isEmpty {
            let list = coded.map { i in
                let claims = model.dimensions[i].thesis.claims
                return words.dimensionShort(i) + (claims.isEmpty ? "" : " (\(claims.joined(separator: ", ")))")
            }
            let text = list.joined(separator: ", ")
            blocks.append(
                .paragraph(
                    t(
                        "Words of the text as the model codes them, with the claims cited: \(text).",
                        "Mots du texte tels que le modèle les code, avec les affirmations citées\u{00A0}: \(text).")))
            let cited = Set(coded.flatMap { model.dimensions[$0].thesis.claims })
            let claims = model.claims.filter { cited.contains($0.id) }
                .map { $0.id + words.colon + $0.text(input.language) }
            if !claims.isEmpty { blocks.append(.list(claims)) }
        }
        let references = self.references
        if !references.isEmpty { blocks.append(.references(references)) }
        blocks.append(
            .paragraph(
                t(
                    "Points, uncertainties, sizes of the dynamics and thresholds are assumptions of the model.",
                    "Points, incertitudes, ampleurs des dynamiques et seuils sont des hypothèses du modèle.")
                    + " " + input.program + "."))
        return Document.Section(heading: t("Sources", "Sources"), blocks: blocks)
    }

    /// The sources of the indicators that count, each once, with what was taken from it.
    private var references: [(text: String, address: String?)] {
        var order: [Source?] = []
        var indicators: [Source?: [String]] = [:]
        for (i, dimension) in model.dimensions.enumerated() {
            for (j, share) in balance.dimensions[i].reading.indicatorShares.enumerated() where share > 0 {
                let indicator = dimension.indicators[j]
                if indicators[indicator.source] == nil { order.append(indicator.source) }
                indicators[indicator.source, default: []].append(indicator.name(input.language))
            }
        }
        return order.map { source in
            let names = (indicators[source] ?? []).joined(separator: t("; ", "\u{202F}; "))
            guard let source else {
                return (t("No source given", "Sans source") + words.colon + names + ".", nil)
            }
            let parts = [source.publisher, source.title.map(words.quoted), source.date].compactMap { $0 }
            return (parts.joined(separator: ", ") + words.colon + names + ".", source.url)
        }
    }
}

import BalanceModel

extension Words {
    /// What a scenario sets, one kind of setting an entry, each number with its unit or side; everything else is as in
    /// the model.
    public func sets(_ scenario: Scenario) -> [String] {
        var parts: [String] = []
        func add(_ title: String, _ changes: [String]) {
            if !changes.isEmpty { parts.append(title + " " + changes.joined(separator: ", ")) }
        }
        add(
            t("points", "points"),
            scenario.points.map { dimensionShort($0.index) + " " + numbers.plain($0.value) })
        add(
            t("intensity", "intensité"),
            scenario.dynamics.map { dynamicShort($0.index) + " " + numbers.percent($0.value) })
        add(
            t("scores (log ratio)", "scores (log-rapport)"),
            scenario.scoreChange.map { dimensionShort($0.index) + " " + lead($0.value) })
        add(
            t("drift a year (log ratio)", "dérive annuelle (log-rapport)"),
            scenario.driftChange.map { dimensionShort($0.index) + " " + lead($0.value, 3) })
        let leftOut = scenario.indicators.filter { $0.weight == 0 }
        add(t("left out", "écartés"), leftOut.map(indicator))
        add(
            t("indicator weights", "poids d’indicateurs"),
            scenario.indicators.filter { $0.weight > 0 }.map { indicator($0) + " " + numbers.plain($0.weight, upTo: 2) }
        )
        if let year = scenario.year { parts.append(t("year", "année") + " " + self.year(year)) }
        if let reading = scenario.reading {
            parts.append(t("\(self.reading(reading)) reading", "lecture «\u{00A0}\(self.reading(reading))\u{00A0}»"))
        }
        if let aggregation = scenario.aggregation {
            parts.append(
                t("\(self.aggregation(aggregation)) aggregation", "agrégation \(self.aggregation(aggregation))"))
        }
        if let shift = scenario.terrainShift {
            parts.append(
                shift
                    ? t("terrain shift on", "avec glissement du terrain")
                    : t("terrain shift off", "sans glissement du terrain"))
        }
        return parts.isEmpty
            ? [t("nothing; the model’s own settings stay", "rien\u{202F}; les réglages du modèle restent")] : parts
    }

    private func indicator(_ change: Scenario.IndicatorChange) -> String {
        model.dimensions[change.dimension].indicators[change.indicator].name(language)
    }
}

/// Ids that a program makes from a name a reader gave.
public enum ScenarioID {
    /// Longest id (contract §2).
    static let limit = 40

    /// ASCII letters, digits and hyphens from a name, told apart by a number from the ids `taken`, and never `thesis`
    /// or `evidence`, which name a reading where something is compared.
    public static func make(from name: String, taken: Set<String>) -> String {
        var words = ""
        for character in folded(name) {
            if character.isASCII, character.isLetter || character.isNumber {
                words.append(character)
            } else if !words.isEmpty, words.last != "-" {
                words.append("-")
            }
        }
        let base = trimmed(words, to: limit)
        let stem = base.isEmpty ? "scenario" : base
        let refused = taken.union(Reading.allCases.map(\.rawValue))
        guard refused.contains(stem) else { return stem }
        var number = 2
        while true {
            let suffix = "-\(number)"
            let id = trimmed(stem, to: limit - suffix.count) + suffix
            if !refused.contains(id) { return id }
            number += 1
        }
    }

    private static func trimmed(_ text: String, to count: Int) -> String {
        var result = String(text.prefix(count))
        while result.last == "-" { result.removeLast() }
        return result
    }
}

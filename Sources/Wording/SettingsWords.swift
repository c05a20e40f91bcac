import BalanceModel

/// Settings as sentences.
extension Words {
    /// A text in the quotation marks of the language.
    public func quoted(_ text: String) -> String { t("“\(text)”", "«\u{00A0}\(text)\u{00A0}»") }

    /// “2031 · thesis reading · arithmetic aggregation”, with what is not as usual after it.
    public func settingsLine(_ settings: Settings, scenario: Scenario?) -> String {
        var parts = [
            year(settings.year),
            t("\(reading(settings.reading)) reading", "lecture «\u{00A0}\(reading(settings.reading))\u{00A0}»"),
            t(
                "\(aggregation(settings.aggregation)) aggregation",
                "agrégation \(aggregation(settings.aggregation))"),
        ]
        if settings.confidence != .low { parts.append(confidenceAsked(settings.confidence)) }
        if settings.terrainShift { parts.append(terrainShift) }
        if let scenario { parts.append(t("scenario ", "scénario ") + quoted(scenario.name(language))) }
        return parts.joined(separator: " · ")
    }

    public var terrainShift: String { t("terrain shift", "glissement du terrain") }

    /// “confidence ≥ medium”.
    public func confidenceAsked(_ confidence: Confidence) -> String {
        t("confidence ≥ ", "confiance ≥ ") + self.confidence(confidence)
    }

    /// A dimension's yearly drift with its side and pace: “drift CN +0.050 a year, steady”.
    public func driftPhrase(_ drift: Double) -> String {
        guard abs(drift) >= 0.005 else { return t("no drift to speak of", "dérive négligeable") }
        return t("drift ", "dérive ") + lead(drift, 3) + t(" a year, ", " par an, ") + self.drift(drift)
    }
}

import BalanceModel

/// The sentences that screens and reports share: one wording of a verdict, of its robustness, of a takeaway.
///
/// Side names come from the model and take no article or verb form, so that any name fits in either language.
public struct Words: Sendable {
    public let model: Model
    public let language: Language
    public let numbers: Numbers

    public init(_ model: Model, _ language: Language) {
        self.model = model
        self.language = language
        numbers = Numbers(language)
    }

    /// Picks the wording in the present language.
    public func t(_ en: String, _ fr: String) -> String { language == .en ? en : fr }

    public func name(_ side: Side) -> String { model.description(of: side).name(language) }
    public func short(_ side: Side) -> String { model.description(of: side).short(language) }
    public func dimension(_ i: Int) -> String { model.dimensions[i].name(language) }
    public func dimensionShort(_ i: Int) -> String {
        (model.dimensions[i].short ?? model.dimensions[i].name)(language)
    }
    public func dynamic(_ d: Int) -> String { model.dynamics[d].name(language) }
    public func dynamicShort(_ d: Int) -> String { (model.dynamics[d].short ?? model.dynamics[d].name)(language) }
    public func interaction(_ k: Int) -> String {
        let interaction = model.interactions[k]
        return "\(dynamicShort(interaction.first)) × \(dynamicShort(interaction.second))"
    }

    /// A colon as the language sets it.
    public var colon: String { t(": ", "\u{00A0}: ") }
    public var questionMark: String { t("?", "\u{202F}?") }

    // MARK: Numbers with their side

    /// A value with the side it favours, never a bare sign: “US +0.38”; “0.00” favours none. A no-break space between
    /// them: a line that begins with a bare sign would read as another number.
    public func lead(_ value: Double, _ decimals: Int = 2) -> String {
        let size = numbers.fixed(abs(value), decimals)
        guard size.contains(where: { "123456789∞".contains($0) }) else { return size }
        return "\(short(value > 0 ? .first : .second))\u{00A0}+\(size)"
    }

    /// “United States by 0.20” or “level”.
    public func leadInWords(_ value: Double) -> String {
        guard let side = Balance.leader(of: value) else { return t("level", "équilibre") }
        return "\(name(side)) " + t("by ", "devant de ") + numbers.fixed(abs(value), 2)
    }

    // MARK: Verdict

    public func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .level: t("level", "équilibre")
        case .narrowLead: t("narrow lead", "courte avance")
        case .clearLead: t("clear lead", "nette avance")
        case .wideLead: t("wide lead", "large avance")
        }
    }

    /// “Clear lead: United States, by 0.20”; “Level: neither side leads (US +0.01)”.
    public func verdictSentence(_ value: Double) -> String {
        let verdict = Verdict(value)
        let word = Self.capitalised(self.verdict(verdict))
        guard let side = Balance.leader(of: value) else {
            return word + colon + t("neither side leads", "aucun camp ne mène") + " (\(closeLead(value)))"
        }
        return word + colon + name(side) + t(", by ", ", de ") + numbers.fixed(abs(value), 2)
    }

    /// A lead with its side even where two decimals show none: “CN +0.002”; “0.00” at parity.
    public func closeLead(_ value: Double) -> String {
        guard !Self.isParity(value) else { return lead(value) }
        return (2...4).map { lead(value, $0) }.first { $0.contains("+") } ?? lead(value)
    }

    /// The first letter upper case, accents kept.
    public static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    // MARK: Years

    /// A year with its fraction only where it has one.
    public func year(_ year: Double) -> String {
        let whole = year.rounded()
        if abs(year - whole) < 1e-9 { return String(Int(whole)) }
        let text = String(Int(year.rounded(.down)))
        let fraction = Int(((year - year.rounded(.down)) * 100).rounded())
        guard fraction < 100 else { return String(Int(year.rounded(.up))) }
        let digits = fraction % 10 == 0 ? String(fraction / 10) : (fraction < 10 ? "0" : "") + String(fraction)
        return text + t(".", ",") + digits
    }

    /// “mid-2028”.
    public func partOfYear(_ year: Double) -> String {
        // Parity years are found to within 0.001 (method §5): one just short of 2030 is not late 2029.
        let year = year + 0.001
        let whole = Int(year.rounded(.down))
        let part = year - Double(whole)
        if part < 1.0 / 3 { return t("early \(whole)", "début \(whole)") }
        if part < 2.0 / 3 { return t("mid-\(whole)", "mi-\(whole)") }
        return t("late \(whole)", "fin \(whole)")
    }

    public func parityYear(_ balance: Balance) -> Double? {
        balance.yearsToParity.map { Double(model.baseYear) + $0 }
    }

    /// “parity mid-2028” or “no parity by 2050”; “parity in 2025” where the base year is at parity and no later change
    /// of sides follows.
    public func parity(_ balance: Balance) -> String {
        if let year = parityYear(balance) { return t("parity ", "parité ") + partOfYear(year) }
        if Self.isParity(balance.valueToday) {
            return t("parity in \(model.baseYear)", "parité en \(model.baseYear)")
        }
        return noParity
    }

    /// “mid-2028”, “in 2025” or “none”, under a heading that says what is meant; and whether there is such a year.
    public func parityInShort(_ balance: Balance) -> (text: String, exists: Bool) {
        if let year = parityYear(balance) { return (partOfYear(year), true) }
        return Self.isParity(balance.valueToday)
            ? (t("in \(model.baseYear)", "en \(model.baseYear)"), true) : (t("none", "aucune"), false)
    }

    /// “no parity by 2050”.
    var noParity: String { t("no parity by \(lastYear)", "pas de parité d’ici \(lastYear)") }

    /// The last year that a model looks ahead to.
    var lastYear: Int { model.baseYear + Int(Limits.horizon) }

    /// Whether a balance favours neither side, rounding aside (method §8).
    static func isParity(_ value: Double) -> Bool { abs(value) <= 1e-12 }

    // MARK: How sure

    /// “ahead under 83% of weightings”, “14.4% of weight from parity”, for narrow places. Where the verdict names no
    /// side, this does.
    public func robustnessInShort(_ balance: Balance) -> [String] {
        guard let share = favouredShare(balance) else { return [parityShares(balance.robustness.acceptability)] }
        let ahead =
            share >= 1
            ? t("ahead whatever the weights", "en tête quels que soient les poids")
            : t(
                "ahead under \(numbers.share(share)) of weightings",
                "en tête dans \(numbers.share(share)) des pondérations")
        guard let flip = balance.robustness.fewestPoints else { return [naming(balance) + ahead, self.flip(balance)] }
        let amount = flipAmount(flip)
        return [
            naming(balance) + ahead, t("\(amount) of weight from parity", "parité en déplaçant \(amount) du poids"),
        ]
    }

    /// The share of all weightings under which the favoured side leads.
    public func favouredShare(_ balance: Balance) -> Double? {
        guard let side = balance.favoured, let share = balance.robustness.acceptability else { return nil }
        return self.share(share, of: side)
    }

    /// “ahead whatever the weights”, “ahead under 83% of all weightings”; with the side's name where the verdict is
    /// level and so names none, with both sides' shares at parity.
    public func acceptability(_ balance: Balance) -> String {
        favouredShare(balance).map { naming(balance) + ahead($0) } ?? parityShares(balance.robustness.acceptability)
    }

    /// The favoured side's name and a space where the verdict is level; else nothing.
    private func naming(_ balance: Balance) -> String {
        guard balance.leader == nil, let side = balance.favoured else { return "" }
        return name(side) + " "
    }

    /// The least shift of weight that brings parity, beyond which the verdict flips (method §6).
    public func flip(_ balance: Balance) -> String {
        guard let flip = balance.robustness.fewestPoints, let first = flip.moves.first else {
            if balance.favoured != nil {
                return t("no shift of weight flips it", "aucun transfert de poids ne l’inverse")
            }
            return balance.robustness.acceptability == nil
                ? t("no shift of weight changes that", "aucun transfert de poids n’y change rien")
                : t("the least shift of weight tips it", "le moindre transfert de poids l’incline")
        }
        let amount = flipAmount(flip)
        let to = dimensionShort(first.to)
        if flip.moves.count == 1 {
            return t(
                "\(amount) of the weight moved from \(dimensionShort(first.from)) to \(to) would bring parity",
                "transférer \(amount) du poids (\(dimensionShort(first.from)) vers \(to)) ramènerait à la parité")
        }
        return t(
            "\(amount) of the weight moved to \(to) would bring parity",
            "transférer \(amount) du poids vers \(to) ramènerait à la parité")
    }

    // MARK: Settings in words

    public func reading(_ reading: Reading) -> String {
        reading == .thesis ? t("thesis", "thèse") : t("evidence", "indicateurs")
    }
    public func aggregation(_ aggregation: Aggregation) -> String {
        aggregation == .arithmetic ? t("arithmetic", "arithmétique") : t("geometric", "géométrique")
    }
    public func confidence(_ confidence: Confidence) -> String {
        switch confidence {
        case .low: t("low", "faible")
        case .medium: t("medium", "moyenne")
        case .high: t("high", "élevée")
        }
    }
    public func onOff(_ on: Bool) -> String { on ? t("on", "oui") : t("off", "non") }

    /// Where a year's drift leads, with its pace: “↘ fast, towards China”.
    public func drift(_ drift: Double) -> String {
        let size = abs(drift)
        guard size >= 0.005 else { return t("stable", "stable") }
        return size < 0.0375 ? t("slow", "lente") : size < 0.0625 ? t("steady", "soutenue") : t("fast", "rapide")
    }

    /// Towards which side the drift goes, as an arrow on the bar: left is the first side.
    public func driftArrow(_ drift: Double) -> String {
        abs(drift) < 0.005 ? "·" : drift > 0 ? "←" : "→"
    }
}

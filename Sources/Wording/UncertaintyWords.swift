import BalanceModel

/// How sure the balance is, given how sure its inputs are (method §7), in sentences.
extension Words {
    /// An estimated probability with its standard error, “87.3% ± 0.1”; never 0 or 100 %, which draws can't show.
    public func estimate(_ p: Double, _ standardError: Double) -> String {
        guard p >= 0.001, p <= 0.999 else { return estimate(p) }
        let error = standardError * 100
        return numbers.percent(numbers.fixed(p * 100, 1)) + " ± " + numbers.fixed(error, error < 0.1 ? 2 : 1)
    }

    /// The side more likely to lead, with the probability that it does, given the first side's.
    public func likelier(_ first: Double) -> (side: Side, p: Double) {
        first >= 0.5 ? (.first, first) : (.second, 1 - first)
    }

    /// “United States ahead with a probability of 87.3% ± 0.1 (standard error)”.
    public func probability(first: Double, standardError: Double) -> String {
        let (side, p) = likelier(first)
        let value = estimate(p, standardError)
        return t(
            "\(name(side)) ahead with a probability of \(value) (standard error, in points)",
            "\(name(side)) en tête avec une probabilité de \(value) (erreur type, en points)")
    }

    /// What an uncertain lead means, with the reader's weights and with any; shares are the first side's.
    public func uncertainty(mine: Double, any: Double) -> String {
        let (side, p) = likelier(mine)
        let certain =
            p >= 0.95
            ? t("The verdict stands in spite of uncertain inputs.", "Le verdict tient malgré des données incertaines.")
            : p >= 0.75
                ? t("Likely, not certain.", "C’est probable, non certain.")
                : t("Too uncertain to settle.", "Trop incertain pour trancher.")
        guard likelier(any).side != side else { return certain }
        return certain
            + t(" Most weights point the other way.", " La plupart des poids disent l’inverse.")
    }

    // MARK: Sensitivity

    /// An uncertain input by its identifier, `score:compute` or `weights`: “Computing power (score)”.
    public func input(_ id: String, short: Bool = false) -> String {
        guard let colon = id.firstIndex(of: ":") else {
            return id == "weights" ? t("Weights, all together", "Poids, tous ensemble") : id
        }
        let name = String(id[id.index(after: colon)...])
        func dimension() -> String {
            model.dimension(id: name).map { short ? dimensionShort($0) : self.dimension($0) } ?? name
        }
        switch id[..<colon] {
        case "score": return dimension() + t(" (score)", " (score)")
        case "drift": return dimension() + t(" (drift)", " (dérive)")
        case "dynamic":
            let dynamic = model.dynamic(id: name).map { short ? dynamicShort($0) : self.dynamic($0) } ?? name
            return dynamic + t(" (intensity)", " (intensité)")
        default: return id
        }
    }

    /// A share of the variance. An estimate, so next to nothing is said as such and never as a sign.
    public func varianceShare(_ value: Double?) -> String {
        guard let value else { return t("none", "aucune") }
        return value < 0.005
            ? t("< ", "<\u{202F}") + numbers.percent("1") : numbers.percent(numbers.fixed(value * 100, 0))
    }
}

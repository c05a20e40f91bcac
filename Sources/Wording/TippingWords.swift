import BalanceModel

/// What single changes would bring parity: the points where B = 0, at which no side leads yet (method §6).
extension Words {
    /// “weight 39% would bring parity”, from a fraction.
    public func tippingWeight(_ weight: Double?, _ decimals: Int = 0) -> String {
        guard let weight else { return t("no weight brings parity", "aucun poids ne ramène à la parité") }
        let value = numbers.percent(numbers.fixed(weight * 100, decimals))
        return t("weight \(value) would bring parity", "un poids de \(value) ramènerait à la parité")
    }

    /// “advantage US +0.30 would bring parity”.
    public func tippingAdvantage(_ advantage: Double?) -> String {
        guard let advantage else {
            return t("no advantage brings parity", "aucun avantage ne ramène à la parité")
        }
        return t(
            "advantage \(lead(advantage)) would bring parity",
            "\(anAdvantage(advantage)) ramènerait à la parité")
    }

    /// “an advantage of US +0.30”.
    public func anAdvantage(_ value: Double) -> String {
        let lead = lead(value)
        return t("an advantage of \(lead)", lead.contains("+") ? "un avantage \(lead)" : "un avantage nul")
    }

    /// “intensity 80% would bring parity”, from per cent.
    public func tippingIntensity(_ intensity: Double?, _ decimals: Int = 0) -> String {
        guard let intensity else {
            return t("no intensity brings parity", "aucune intensité ne ramène à la parité")
        }
        let value = numbers.percent(numbers.fixed(intensity, decimals))
        return t("intensity \(value) would bring parity", "une intensité de \(value) ramènerait à la parité")
    }

    /// The single moves where there are several: “10.0% from Deployment, 4.4% from Adoption”; else `nil`.
    public func flipMoves(_ balance: Balance) -> String? {
        guard let moves = balance.robustness.fewestPoints?.moves, moves.count > 1 else { return nil }
        return moves.map {
            numbers.percent(numbers.fixed($0.weight * 100, 1)) + t(" from ", " depuis ") + dimensionShort($0.from)
        }.joined(separator: ", ")
    }
}

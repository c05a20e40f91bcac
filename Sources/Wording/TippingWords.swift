import BalanceModel

/// What single changes would flip the verdict (method §6).
extension Words {
    /// “weight 39% would flip it”, from a fraction.
    public func tippingWeight(_ weight: Double?, _ decimals: Int = 0) -> String {
        guard let weight else { return t("no weight flips it", "aucun poids ne l’inverse") }
        let value = numbers.percent(numbers.fixed(weight * 100, decimals))
        return t("weight \(value) would flip it", "un poids de \(value) l’inverserait")
    }

    /// “US +0.30 would flip it”.
    public func tippingAdvantage(_ advantage: Double?) -> String {
        guard let advantage else { return t("no advantage flips it", "aucun avantage ne l’inverse") }
        return t("\(lead(advantage)) would flip it", "\(lead(advantage)) l’inverserait")
    }

    /// “intensity 80% would flip the verdict”, from per cent.
    public func tippingIntensity(_ intensity: Double?, _ decimals: Int = 0) -> String {
        guard let intensity else {
            return t("no intensity flips the verdict", "aucune intensité n’inverse le verdict")
        }
        let value = numbers.percent(numbers.fixed(intensity, decimals))
        return t("intensity \(value) would flip the verdict", "une intensité de \(value) inverserait le verdict")
    }

    /// The single moves where there are several: “10.0% from Deployment, 4.4% from Adoption”; else `nil`.
    public func flipMoves(_ balance: Balance) -> String? {
        guard let moves = balance.robustness.fewestPoints?.moves, moves.count > 1 else { return nil }
        return moves.map {
            numbers.percent(numbers.fixed($0.weight * 100, 1)) + t(" from ", " depuis ") + dimensionShort($0.from)
        }.joined(separator: ", ")
    }
}

import BalanceModel

/// How far the verdict hangs on weights and on uncertain inputs (method §6 and §7).
extension Words {
    /// A share found by sampling: all of the draws is still not “whatever”.
    public func estimate(_ share: Double) -> String { numbers.share(min(max(share, 1e-9), 1 - 1e-9)) }

    /// A share of the first side as that of `side`; exactly 1 only where the other's is exactly 0.
    public func share(_ first: Double, of side: Side) -> Double {
        side == .first ? first : first > 0 ? min(1 - first, 1.0.nextDown) : 1
    }

    /// “United States ahead under 83% of all weightings”, for the side a balance `value` favours; `share` is the first
    /// side's.
    public func acceptability(_ share: Double?, at value: Double) -> String {
        guard let share, value != 0 else { return levelScores }
        let side: Side = value > 0 ? .first : .second
        return name(side) + " " + ahead(self.share(share, of: side))
    }

    /// The scores give no side an advantage, so no weighting does.
    var levelScores: String {
        t("the scores are level: weights change nothing", "scores à égalité\u{00A0}: les poids n’y changent rien")
    }

    /// “ahead whatever the weights”, “ahead under 83% of all weightings”.
    func ahead(_ share: Double) -> String {
        if share >= 1 { return t("ahead whatever the weights", "en tête quels que soient les poids") }
        return t(
            "ahead under \(numbers.share(share)) of all weightings",
            "en tête sous \(numbers.share(share)) des pondérations")
    }

    /// “under 97% of the weightings near these”; `nil` where there is no such share.
    public func nearby(_ balance: Balance) -> String? {
        guard let side = balance.favoured, let first = balance.robustness.nearMyWeights else { return nil }
        let share = self.share(first, of: side)
        if share >= 1 { return t("under all weightings near these", "sous toute pondération proche de celle-ci") }
        let text = numbers.share(share)
        return t("under \(text) of the weightings near these", "sous \(text) des pondérations proches de celle-ci")
    }

    /// “under 91% of those that keep their order of importance”; `nil` where there is no such share.
    public func ranked(_ balance: Balance) -> String? {
        guard let side = balance.favoured, let first = balance.robustness.underMyRanking else { return nil }
        let share = self.share(first, of: side)
        if share >= 1 {
            return t(
                "under all that keep their order of importance",
                "sous toutes celles qui gardent le même ordre d’importance")
        }
        let text = numbers.share(share)
        return t(
            "under \(text) of those that keep their order of importance",
            "sous \(text) de celles qui gardent le même ordre d’importance")
    }

    /// What nine weightings in ten give, and the median.
    public func spread(_ spread: Spread) -> String {
        t(
            "nine weightings in ten give a balance between \(lead(spread.q95)) and \(lead(spread.q05)), the median being \(lead(spread.q50))",
            "neuf pondérations sur dix donnent une balance entre \(lead(spread.q95)) et \(lead(spread.q05)), la médiane étant \(lead(spread.q50))"
        )
    }
}

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
        guard let share, !Self.isParity(value) else { return parityShares(share) }
        let side: Side = value > 0 ? .first : .second
        return name(side) + " " + ahead(self.share(share, of: side))
    }

    /// What all weightings say where the balance favours neither side; `share` is the first side's, `nil` where the
    /// scores give no side an advantage, so that no weighting does.
    func parityShares(_ share: Double?) -> String {
        guard let share else {
            return t(
                "the scores are level: weights change nothing", "scores à égalité\u{00A0}: les poids n’y changent rien")
        }
        let shares = Side.allCases.map { numbers.share(self.share(share, of: $0)) }
        return t(
            "at parity: \(name(.first)) ahead under \(shares[0]) of all weightings, \(name(.second)) under \(shares[1])",
            "à parité\u{00A0}: \(name(.first)) en tête dans \(shares[0]) des pondérations, \(name(.second)) dans \(shares[1])"
        )
    }

    /// How probable it is that the favoured side leads, given uncertain scores and drifts (method §7): the longer
    /// wording, then the shorter; none at parity. `first` is P(the first side leads) with the weights as set, and no
    /// estimate shows 0 or 100 %.
    ///
    /// It belongs beside every share of weightings: a lead under all of them can still hang on uncertain scores.
    public func likelihood(_ first: Double, _ balance: Balance) -> [String] {
        guard let side = balance.favoured else { return [] }
        let p = estimate(side == .first ? first : 1 - first)
        return [
            t("\(p) probable given uncertain scores", "probable à \(p) vu l’incertitude des scores"),
            t("\(p) given uncertain scores", "\(p), scores incertains"),
        ]
    }

    /// “ahead whatever the weights”, “ahead under 83% of all weightings”.
    func ahead(_ share: Double) -> String {
        if share >= 1 { return t("ahead whatever the weights", "en tête quels que soient les poids") }
        return t(
            "ahead under \(numbers.share(share)) of all weightings",
            "en tête dans \(numbers.share(share)) des pondérations")
    }

    /// “under 97% of the weightings near yours”; `nil` where there is no such share.
    public func nearby(_ balance: Balance) -> String? {
        guard let side = balance.favoured, let first = balance.robustness.nearMyWeights else { return nil }
        let share = self.share(first, of: side)
        if share >= 1 {
            return t("under all weightings near yours", "dans toutes les pondérations proches de la vôtre")
        }
        let text = numbers.share(share)
        return t("under \(text) of the weightings near yours", "dans \(text) des pondérations proches de la vôtre")
    }

    /// “under 91% of those in your order of importance”; `nil` where there is no such share.
    public func ranked(_ balance: Balance) -> String? {
        guard let side = balance.favoured, let first = balance.robustness.underMyRanking else { return nil }
        let share = self.share(first, of: side)
        if share >= 1 {
            return t(
                "under all those in your order of importance",
                "dans toutes celles qui gardent votre ordre d’importance")
        }
        let text = numbers.share(share)
        return t(
            "under \(text) of those in your order of importance",
            "dans \(text) de celles qui gardent votre ordre d’importance")
    }

    /// What nine weightings in ten give, and the median.
    public func spread(_ spread: Spread) -> String {
        t(
            "nine weightings in ten give a balance between \(lead(spread.q95)) and \(lead(spread.q05)), the median being \(lead(spread.q50))",
            "neuf pondérations sur dix donnent une balance entre \(lead(spread.q95)) et \(lead(spread.q05)), la médiane étant \(lead(spread.q50))"
        )
    }
}

import BalanceModel

/// The spread over all weightings, the central weights, and what would flip the verdict (method §6), in sentences.
extension Words {
    /// Where B lies over all weightings.
    public func spreadMeaning(_ balance: Balance) -> String {
        let spread = balance.robustness.spread
        let reach = balance.reach
        return t(
            "Over all weightings B goes from \(lead(reach.lowerBound)) to \(lead(reach.upperBound)); nine in ten lie between \(lead(spread.q05)) and \(lead(spread.q95)), the middle one at \(lead(spread.q50)).",
            "Sur toutes les pondérations, B va de \(lead(reach.lowerBound)) à \(lead(reach.upperBound))\u{202F}; neuf sur dix sont entre \(lead(spread.q05)) et \(lead(spread.q95)), celle du milieu à \(lead(spread.q50))."
        )
    }

    /// Which weight divides those who conclude that one side leads from those who conclude that the other does.
    public func centralDifference(_ balance: Balance) -> String {
        let robustness = balance.robustness
        guard let first = robustness.centralFirst, let second = robustness.centralSecond else {
            guard robustness.centralFirst != nil || robustness.centralSecond != nil else {
                return self.robustness(balance)
            }
            let side = robustness.centralFirst == nil ? Side.second : .first
            return t(
                "No weights put \(name(side.other)) ahead, so there is one camp only.",
                "Aucun poids ne met en tête l’autre camp (\(name(side.other)))\u{00A0}: il n’y en a qu’un.")
        }
        let gaps = first.indices.map { first[$0] - second[$0] }
        guard let i = gaps.indices.max(by: { abs(gaps[$0]) < abs(gaps[$1]) }) else { return "" }
        let shares = (numbers.percents(first)[i], numbers.percents(second)[i])
        return t(
            "What divides the two camps most is \(dimensionShort(i)): on average \(shares.0) of the weight for those who put \(name(.first)) ahead, \(shares.1) for those who put \(name(.second)) ahead.",
            "Ce qui sépare le plus les deux camps\u{00A0}: \(dimensionShort(i)), en moyenne \(shares.0) du poids d’un côté (\(name(.first))), \(shares.1) de l’autre (\(name(.second)))."
        )
    }

    /// “14.4%”: the least weight to move, in per cent of the whole.
    public func flipAmount(_ flip: Tipping.Flip) -> String {
        let percent = flip.weight * 100
        return percent < 0.1
            ? t("< ", "<\u{202F}") + numbers.percent(numbers.fixed(0.1, 1))
            : numbers.percent(numbers.fixed(percent, 1))
    }

    /// What the size of the least shift means.
    public func flipMeaning(_ balance: Balance) -> String {
        guard let flip = balance.robustness.fewestPoints else {
            guard let side = balance.favoured else {
                return t("The balance is at parity already.", "La balance est déjà à parité.")
            }
            return t(
                "No shift of weight flips it: no dimension favours \(name(side.other)).",
                "Aucun transfert de poids ne l’inverse\u{00A0}: aucune dimension ne favorise l’autre camp (\(name(side.other)))."
            )
        }
        let size =
            flip.weight < 0.05
            ? t("Next to nothing: the verdict hangs by a thread.", "Presque rien\u{00A0}: le verdict tient à un fil.")
            : flip.weight < 0.2
                ? t("A modest change of values.", "Un changement modeste de valeurs.")
                : t("A deep change of values.", "Un profond changement de valeurs.")
        return t(
            "\(flipAmount(flip)) of all weight, moved as below, brings parity. ",
            "\(flipAmount(flip)) de tout le poids, déplacés ainsi, mènent à la parité. ") + size
    }

    /// “Compute → Adoption 14.4%”.
    public func move(_ move: Tipping.Move) -> String {
        "\(dimensionShort(move.from)) → \(dimensionShort(move.to)) "
            + numbers.percent(numbers.fixed(move.weight * 100, 1))
    }

    /// “39%” for a weight in 0…1.
    public func weight(_ weight: Double) -> String { numbers.percent(numbers.fixed(weight * 100, 0)) }

    /// “0–39%”; a dash where there is no leader.
    public func stability(_ interval: ClosedRange<Double>?) -> String {
        guard let interval else { return "–" }
        return numbers.fixed(interval.lowerBound * 100, 0) + "–" + weight(interval.upperBound)
    }

    /// What the tipping weight and the tipping advantage of a dimension mean.
    public func tippingMeaning(dimension i: Int, _ balance: Balance) -> String {
        let result = balance.dimensions[i]
        guard balance.favoured != nil else {
            return t(
                "The balance is at parity: any step tips it.",
                "La balance est à parité\u{00A0}: le moindre pas l’incline.")
        }
        let weight: String
        if let tipping = result.tippingWeight, let interval = result.stabilityInterval {
            weight = t(
                "With \(self.weight(tipping)) of the weight (now \(self.weight(result.weight))), the others keeping their proportions, it would bring parity; the verdict stays from \(self.weight(interval.lowerBound)) to \(self.weight(interval.upperBound)).",
                "Avec \(self.weight(tipping)) du poids (\(self.weight(result.weight)) à présent), les autres gardant leurs proportions, elle mènerait à la parité\u{202F}; le verdict tient de \(self.weight(interval.lowerBound)) à \(self.weight(interval.upperBound))."
            )
        } else {
            weight = t(
                "Whatever its weight, the others keeping their proportions, the verdict stays.",
                "Quel que soit son poids, les autres gardant leurs proportions, le verdict tient.")
        }
        guard let advantage = result.tippingAdvantage else {
            return weight + " "
                + t(
                    "No score it could have turns the verdict.",
                    "Aucun score qu’elle pourrait avoir n’inverse le verdict.")
        }
        return weight + " "
            + t(
                "A score of \(lead(advantage)) instead of \(lead(result.advantage)) would bring parity too.",
                "Un score de \(lead(advantage)) au lieu de \(lead(result.advantage)) y mènerait aussi.")
    }

    /// What the tipping intensity of a dynamic means.
    public func tippingMeaning(dynamic d: Int, _ balance: Balance) -> String {
        let result = balance.dynamics[d]
        let now = numbers.percent(result.intensity)
        guard let tipping = result.tippingIntensity else {
            return t(
                "At no intensity would it turn the verdict (now \(now)).",
                "À aucune intensité elle n’inverserait le verdict (\(now) à présent).")
        }
        let value = numbers.percent(numbers.fixed(tipping, 0))
        return t(
            "At an intensity of \(value) (now \(now)) it would bring parity, all else as set.",
            "À une intensité de \(value) (\(now) à présent), elle mènerait à la parité, le reste inchangé.")
    }
}

import BalanceModel

/// The spread over all weightings, the central weights, and what would bring parity (method §6), in sentences.
extension Words {
    /// Where B lies over all weightings.
    public func spreadMeaning(_ balance: Balance) -> String {
        let spread = balance.robustness.spread
        let reach = balance.reach
        return t(
            "Over all weightings B goes from \(lead(reach.lowerBound)) to \(lead(reach.upperBound)); nine in ten lie between \(lead(spread.q05)) and \(lead(spread.q95)), the middle one at \(lead(spread.q50)).",
            "Sur toutes les pondérations, B reste entre \(lead(reach.lowerBound)) et \(lead(reach.upperBound))\u{202F}; neuf sur dix sont entre \(lead(spread.q05)) et \(lead(spread.q95)), celle du milieu à \(lead(spread.q50))."
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
                "No weights put the other side (\(name(side.other))) ahead, so one side alone has central weights.",
                "Aucun poids ne met en tête l’autre camp (\(name(side.other)))\u{00A0}: une seule pondération centrale."
            )
        }
        let gaps = first.indices.map { first[$0] - second[$0] }
        guard let i = gaps.indices.max(by: { abs(gaps[$0]) < abs(gaps[$1]) }) else { return "" }
        let shares = (numbers.percents(first)[i], numbers.percents(second)[i])
        return t(
            "What divides the two camps most is \(dimensionShort(i)): on average \(shares.0) of the weight in one (\(name(.first)) ahead), \(shares.1) in the other (\(name(.second)) ahead).",
            "Ce qui sépare le plus les deux camps\u{00A0}: \(dimensionShort(i)), en moyenne \(shares.0) du poids dans l’un (\(name(.first)) en tête), \(shares.1) dans l’autre (\(name(.second)) en tête)."
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
                "No shift of weight flips it: no dimension favours the other side (\(name(side.other))).",
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
            "\(flipAmount(flip)) de tout le poids, déplacés ainsi, ramènent à la parité. ") + size
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
        let advantage =
            result.tippingAdvantage.map {
                t(
                    "An advantage of \(lead($0)) instead of \(lead(result.advantage)) would bring parity.",
                    "\(Self.capitalised(anAdvantage($0))) (\(lead(result.advantage)) à présent) ramènerait à la parité."
                )
            }
            ?? t(
                "No advantage it could have turns the verdict.",
                "Aucun avantage qu’elle pourrait avoir n’inverse le verdict.")
        return tippingWeightMeaning(result) + " " + advantage
    }

    private func tippingWeightMeaning(_ result: DimensionResult) -> String {
        guard let tipping = result.tippingWeight else {
            return t(
                "Whatever its weight, the others keeping their proportions, the verdict stays.",
                "Quel que soit son poids, les autres gardant leurs proportions, le verdict tient.")
        }
        func percent(_ fraction: Double) -> String { numbers.percent(fraction * 100) }
        let start = t(
            "At \(percent(tipping)) of the weight (now \(percent(result.weight))), the others keeping their proportions, it would bring parity; ",
            "À \(percent(tipping)) du poids (\(percent(result.weight)) à présent), les autres gardant leurs proportions, elle ramènerait à la parité\u{202F}; "
        )
        // At the end of the scale there is nothing beyond, so the lead passes to nobody.
        guard tipping > 1e-9, tipping < 1 - 1e-9 else {
            return start + t("no weight of it flips the verdict.", "aucun poids n’inverse le verdict.")
        }
        return start
            + (tipping > result.weight
                ? t("above that the verdict flips.", "au-delà, le verdict s’inverse.")
                : t("below that the verdict flips.", "en deçà, le verdict s’inverse."))
    }

    /// What the tipping intensity of a dynamic means.
    public func tippingMeaning(dynamic d: Int, _ balance: Balance) -> String {
        let result = balance.dynamics[d]
        let now = numbers.percent(result.intensity)
        guard balance.favoured != nil else {
            return t("The balance is at parity as set (\(now)).", "La balance est à parité telle que réglée (\(now)).")
        }
        guard let tipping = result.tippingIntensity else {
            return t(
                "No intensity would turn the verdict (now \(now)).",
                "Aucune intensité n’inverserait le verdict (\(now) à présent).")
        }
        let value = numbers.percent(tipping)
        return t(
            "At an intensity of \(value) (now \(now)) it would bring parity, all else as set.",
            "À une intensité de \(value) (\(now) à présent), elle ramènerait à la parité, le reste inchangé.")
    }
}

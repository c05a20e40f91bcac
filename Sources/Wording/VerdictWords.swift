import BalanceModel

/// Whether the verdict hangs on the weights (method §6), in sentences.
extension Words {
    /// From this share on, weightings near the reader's count as agreeing.
    private static let safe = 0.95

    /// “United States 83%, China 17%”.
    public func bothShares(_ first: Double) -> String {
        "\(name(.first)) \(numbers.share(share(first, of: .first))), \(name(.second)) \(numbers.share(share(first, of: .second)))"
    }

    // MARK: Both conditions together

    /// What nearby and all weightings say together: a verdict needs both.
    public func robustness(_ balance: Balance) -> String {
        guard let all = balance.robustness.acceptability else {
            return t(
                "All scores are level: no weights make a lead.",
                "Tous les scores sont à égalité\u{00A0}: aucun poids ne donne d’avance.")
        }
        guard let side = balance.favoured, let near = balance.robustness.nearMyWeights else {
            return t(
                "At parity: your weights are on the very line between the two verdicts.",
                "À parité\u{00A0}: vos poids sont exactement sur la ligne entre les deux verdicts.")
        }
        let everywhere = share(all, of: side)
        let nearby = share(near, of: side)
        if everywhere >= 1 {
            return t(
                "Settled: \(name(side)) ahead whatever the weights. The verdict hangs on the scores alone.",
                "Tranché\u{00A0}: \(name(side)) en tête quels que soient les poids. Le verdict ne tient qu’aux scores.")
        }
        let level =
            balance.leader == nil
            ? t("Level, a hair ahead: \(name(side)). ", "Équilibre, un cheveu d’avance\u{00A0}: \(name(side)). ") : ""
        let texts = (numbers.share(nearby), numbers.share(everywhere))
        return level + (everywhere >= 0.5 ? majority(nearby, texts.0, texts.1) : minority(nearby, texts.0, texts.1))
    }

    private func majority(_ nearby: Double, _ near: String, _ all: String) -> String {
        if nearby >= 1 {
            return t(
                "Safe: no weights near yours turn it, and \(all) of all weightings say the same.",
                "Sûr\u{00A0}: aucun poids proche des vôtres ne l’inverse, et \(all) de toutes les pondérations disent de même."
            )
        }
        if nearby >= Self.safe {
            return t(
                "Fairly safe: \(near) of the weightings near yours say the same, and \(all) of all.",
                "Assez sûr\u{00A0}: \(near) des pondérations proches de la vôtre disent de même, et \(all) de toutes.")
        }
        return t(
            "Shaky: most weightings say the same (\(near) of those near yours, \(all) of all), but a small change can turn it.",
            "Instable\u{00A0}: la plupart disent de même (\(near) des pondérations proches de la vôtre, \(all) de toutes), mais peu suffit à l’inverser."
        )
    }

    private func minority(_ nearby: Double, _ near: String, _ all: String) -> String {
        if nearby >= 1 {
            return t(
                "Your values decide: no weights near yours turn it, but only \(all) of all weightings say the same.",
                "Vos valeurs décident\u{00A0}: aucun poids proche des vôtres ne l’inverse, mais \(all) seulement de toutes les pondérations disent de même."
            )
        }
        if nearby >= Self.safe {
            return t(
                "Your values decide: \(near) of the weightings near yours say the same, but only \(all) of all.",
                "Vos valeurs décident\u{00A0}: \(near) des pondérations proches de la vôtre disent de même, mais \(all) seulement de toutes."
            )
        }
        return t(
            "Fragile: a small change can turn it (\(near) of the weightings near yours say the same), and of all only \(all) do.",
            "Fragile\u{00A0}: peu suffit à l’inverser (\(near) des pondérations proches de la vôtre disent de même), et \(all) seulement de toutes."
        )
    }

    // MARK: One share each

    /// What the acceptability means for the verdict.
    public func acceptabilityMeaning(_ balance: Balance) -> String {
        guard let all = balance.robustness.acceptability else { return robustness(balance) }
        guard let side = balance.favoured else { return undecided(all) }
        let share = share(all, of: side)
        let ahead = name(side)
        if share >= 1 {
            return t(
                "\(ahead) ahead whatever the weights: what a reader finds important changes nothing.",
                "\(ahead) en tête quels que soient les poids\u{00A0}: ce qu’un lecteur juge important n’y change rien.")
        }
        let under = t(
            "\(ahead) ahead under \(numbers.share(share)) of all weightings: ",
            "\(ahead) en tête dans \(numbers.share(share)) des pondérations\u{00A0}: ")
        if share >= Self.safe {
            return under
                + t("only extreme weights lead elsewhere.", "seuls des poids extrêmes mènent ailleurs.")
        }
        return under
            + (share >= 0.5
                ? t(
                    "most values lead to this verdict, not all.",
                    "la plupart des valeurs mènent à ce verdict, pas toutes.")
                : t(
                    "most values lead to the other verdict, not yours.",
                    "la plupart des valeurs mènent à l’autre verdict, pas les vôtres."))
    }

    private func undecided(_ first: Double) -> String {
        t(
            "At parity with your weights. Of all weightings, the shares are: \(bothShares(first)).",
            "À parité avec vos poids. Les parts de toutes les pondérations\u{00A0}: \(bothShares(first)).")
    }

    /// What the share near the reader's weights means.
    public func nearMeaning(_ balance: Balance) -> String {
        guard let side = balance.favoured, let near = balance.robustness.nearMyWeights else {
            return robustness(balance)
        }
        let share = share(near, of: side)
        if share >= 1 {
            return t(
                "No weights near yours put the other side (\(name(side.other))) ahead: small changes of mind don’t matter.",
                "Aucun poids proche des vôtres ne met en tête l’autre camp (\(name(side.other)))\u{00A0}: changer un peu d’avis n’y fait rien."
            )
        }
        let under = t(
            "\(name(side)) ahead under \(numbers.share(share)) of the weightings near yours: ",
            "\(name(side)) en tête dans \(numbers.share(share)) des pondérations proches de la vôtre\u{00A0}: ")
        return under
            + (share >= Self.safe
                ? t("hardly a small change turns it.", "un petit changement ne l’inverse presque jamais.")
                : t("a small change can turn it.", "un petit changement peut l’inverser."))
    }

    /// What the share under the reader's ranking means.
    public func rankingMeaning(_ balance: Balance) -> String {
        let weights = balance.dimensions.map(\.weight)
        guard balance.robustness.acceptability != nil else { return robustness(balance) }
        if tiers(weights).count == 1 {
            return t(
                "All dimensions weigh the same, so there is no ranking to keep: this is the share of all weightings.",
                "Toutes les dimensions pèsent autant\u{00A0}: aucun ordre à garder, c’est la part de toutes les pondérations."
            )
        }
        guard let first = balance.robustness.underMyRanking else {
            return t(
                "Too many dimensions weigh the same for their orders to be counted (more than \(numbers.fixed(Double(Limits.tiedOrders), 0))).",
                "Trop de dimensions pèsent autant pour compter leurs ordres (plus de \(numbers.fixed(Double(Limits.tiedOrders), 0)))."
            )
        }
        guard let side = balance.favoured else {
            return t(
                "At parity; in your order of importance the shares are: \(bothShares(first)).",
                "À parité\u{202F}; dans votre ordre d’importance, les parts sont\u{00A0}: \(bothShares(first)).")
        }
        let share = share(first, of: side)
        if share >= 1 {
            return t(
                "Your order of importance is enough, whatever the exact weights: \(name(side)) ahead.",
                "Votre ordre d’importance suffit, quels que soient les poids exacts\u{00A0}: \(name(side)) en tête.")
        }
        let under = t(
            "\(name(side)) ahead under \(numbers.share(share)) of the weightings in your order: ",
            "\(name(side)) en tête dans \(numbers.share(share)) des pondérations dans votre ordre\u{00A0}: ")
        if share >= Self.safe {
            return under + t("the exact weights hardly matter.", "les poids exacts ne comptent guère.")
        }
        return under
            + (share >= 0.5
                ? t("the exact weights matter as well.", "les poids exacts comptent aussi.")
                : t(
                    "most who rank as you do conclude the opposite.",
                    "la plupart de ceux qui classent comme vous concluent l’inverse."))
    }

    /// Dimensions by weight, descending; those of equal weight together.
    private func tiers(_ weights: [Double]) -> [[Int]] {
        var tiers: [[Int]] = []
        for i in weights.indices.sorted(by: { (-weights[$0], $0) < (-weights[$1], $1) }) {
            if let last = tiers.last?.last, weights[last] - weights[i] <= 1e-9 {
                tiers[tiers.count - 1].append(i)
            } else {
                tiers.append([i])
            }
        }
        return tiers
    }

    /// “Adoption > Compute = Governance”.
    public func ranking(_ balance: Balance) -> String {
        tiers(balance.dimensions.map(\.weight))
            .map { $0.map(dimensionShort).joined(separator: " = ") }.joined(separator: " > ")
    }
}

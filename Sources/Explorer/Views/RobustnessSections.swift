import BalanceModel
import CellGrid
import Wording

extension Painter {
    /// A section in sentences: what it says of the verdict first, then how it is computed.
    func robustnessLines(_ section: RobustnessPage.Section, _ width: Int) -> [Line] {
        let (meaning, method) = texts(section)
        var lines = wrapped(meaning, width, Style(.text, .bold))
        switch section {
        case .flip: lines += recipe(width)
        case .ranking: lines += wrapped(words.ranking(balance), width)
        case .central: lines += lineTable(centralTable, width)
        case .drivers: lines += lineTable(driverTable, width)
        default: break
        }
        return lines + wrapped(method, width, .dim)
    }

    /// What a section says of the verdict, and how its numbers are computed (method §6 and §7).
    func texts(_ section: RobustnessPage.Section) -> (meaning: String, method: String) {
        switch section {
        case .all:
            return (
                words.acceptabilityMeaning(balance),
                t(
                    "The exact share of all conceivable weightings, each as likely as any other (SMAA’s acceptability index); no sampling.",
                    "La part exacte de toutes les pondérations concevables, aussi probables l’une que l’autre (indice d’acceptabilité de SMAA)\u{202F}; sans tirage."
                )
            )
        case .near:
            return (
                words.nearMeaning(balance),
                t(
                    "Near means three quarters your weights and one quarter any weights at all. The share is exact.",
                    "Près veut dire trois quarts de vos poids et un quart de poids quelconques. La part est exacte.")
            )
        case .ranking:
            return (
                words.rankingMeaning(balance),
                t(
                    "All weightings that keep your order of importance; ties go either way. The share is exact.",
                    "Toutes les pondérations qui gardent votre ordre d’importance\u{202F}; les ex æquo dans les deux sens. La part est exacte."
                )
            )
        case .flip:
            return (
                words.flipMeaning(balance),
                t(
                    "Each move goes from the dimension that most favours the leader to the one that least does: no other way needs less.",
                    "Chaque transfert va de la dimension la plus favorable au camp en tête à la moins favorable\u{00A0}: on ne peut faire moins."
                )
            )
        case .spread:
            return (
                words.spreadMeaning(balance),
                t(
                    "The exact distribution of the balance over all weightings; ┬ marks its 5, 50 and 95% quantiles, ● your balance.",
                    "La distribution exacte de la balance sur toutes les pondérations\u{202F}; ┬ marque ses quantiles à 5, 50 et 95\u{202F}%, ● votre balance."
                )
            )
        case .central:
            return (
                words.centralDifference(balance),
                t(
                    "The mean weighting of all those under which a side leads: what you would have to find important to conclude as it does.",
                    "La pondération moyenne de toutes celles qui mettent un camp en tête\u{00A0}: ce qu’il faut juger important pour conclure ainsi."
                )
            )
        case .uncertainty: return uncertaintyTexts
        case .drivers: return driverTexts
        case .map: return mapTexts
        }
    }

    private var uncertaintyTexts: (String, String) {
        let method = t(
            "Scores and drifts are drawn from their normal distributions, with the weights as set and then with any. ± is the standard error of the sampling.",
            "Scores et dérives sont tirés de leurs lois normales, avec les poids choisis puis avec des poids quelconques. ± est l’erreur type du tirage."
        )
        guard let drawn = state.simulation?.result else {
            return (t("The draws are being computed…", "Tirages en cours de calcul…"), method)
        }
        let (side, _) = words.likelier(drawn.pFirstLeads)
        func p(_ first: Double, _ error: Double) -> String {
            words.estimate(side == .first ? first : 1 - first, error)
        }
        let mine = p(drawn.pFirstLeads, drawn.standardError)
        let any = p(drawn.pFirstLeadsAnyWeights, drawn.standardErrorAnyWeights)
        let meaning = words.uncertainty(
            mine: drawn.pFirstLeads, any: drawn.pFirstLeadsAnyWeights)
        return (
            t(
                "\(words.name(side)) ahead, probability \(mine) (your weights), \(any) (any). \(meaning)",
                "\(words.name(side)) en tête, probabilité \(mine) (vos poids), \(any) (tous). \(meaning)"
            ), method + " " + sampled(drawn)
        )
    }

    private var mapTexts: (String, String) {
        guard let (first, second) = mapDynamics else {
            return (
                t(
                    "A map of verdicts needs two internal dynamics; this model has fewer.",
                    "Une carte des verdicts demande deux dynamiques internes\u{202F}; ce modèle en a moins."), ""
            )
        }
        let here = [first, second].map {
            words.dynamicShort($0) + " " + numbers.percent(state.settings.intensities[$0])
        }
        return (
            t(
                "\(here[0]), \(here[1]): \(words.leadInWords(balance.value)).",
                "\(here[0]), \(here[1])\u{00A0}: \(words.leadInWords(balance.value))."),
            t(
                "The verdict in \(words.year(state.settings.year)) at every pair of intensities, all else as set. Click, or move the two sliders, to go elsewhere.",
                "Le verdict en \(words.year(state.settings.year)) pour chaque paire d’intensités, le reste inchangé. Cliquez, ou bougez les deux curseurs, pour aller ailleurs."
            )
        )
    }

    /// The moves that bring parity, and the points they leave.
    func recipe(_ width: Int) -> [Line] {
        guard let flip = balance.robustness.fewestPoints, let after = state.flipped else { return [] }
        var lines = flip.moves.flatMap { wrapped("· " + words.move($0), width) }
        let changed = after.points.indices.filter { abs(after.points[$0] - state.settings.points[$0]) > 1e-9 }
        let points = changed.map { i in
            words.dimensionShort(i) + " "
                + numbers.plain(state.settings.points[i], upTo: 1) + " → " + numbers.plain(after.points[i], upTo: 1)
        }
        lines += wrapped(t("Points: ", "Points\u{00A0}: ") + points.joined(separator: ", ") + ".", width)
        let key = state.keyMap.keys(for: .applyFlip).first?.name(language) ?? ""
        if let i = state.lockOnFlip {
            lines += wrapped(
                t(
                    "Weight locked: \(words.dimensionShort(i)); unlock it to apply this.",
                    "Poids verrouillé\u{00A0}: \(words.dimensionShort(i))\u{202F}; déverrouillez-le pour appliquer."),
                width,
                Style(.warning))
        } else {
            lines += wrapped(
                t("\(key) applies it; undo takes it back.", "\(key) l’applique\u{202F}; annuler y revient."), width,
                Style(.key, .bold))
        }
        return lines
    }

    /// A table as lines of text, where it can't be drawn in columns of its own.
    private func lineTable(_ table: Table, _ width: Int) -> [Line] {
        var painter = Painter(state, Size(width, table.rows.count + 1))
        let height = painter.table(table, in: painter.grid.bounds)
        return (0..<height).map { Line(text: painter.grid.row($0), style: $0 == 0 ? .dim : .text) }
    }
}

import BalanceModel
import CellGrid
import Simulation
import Wording

extension Painter {
    private func cell(_ text: String, _ style: Style = .text) -> Line { Line(text: text, style: style) }

    /// The reader's weights beside the mean weights of those who conclude that a side leads.
    var centralTable: Table {
        let mine = numbers.weights(balance.dimensions.map(\.weight))
        let sides = Side.allCases.map { side in balance.robustness.central(side).map { numbers.percents($0) } }
        return Table(
            heading: [
                cell("", .dim), cell(t("yours", "vous"), .dim), cell(words.short(.first), Style(.firstSide)),
                cell(words.short(.second), Style(.secondSide)),
            ],
            rows: model.dimensions.indices.map { i in
                Table.Row(
                    cells: [cell(words.dimensionShort(i)), cell(mine[i])] + sides.map { cell($0?[i] ?? "–") })
            })
    }

    /// Of each dimension: its weight, the weight and the score at which B = 0, and the weights that keep the verdict;
    /// with them, where they have no table of their own, the central weights of both sides.
    func tippingTable(central: Bool) -> Table {
        let weights = numbers.weights(balance.dimensions.map(\.weight))
        let sides = central ? Side.allCases.map { balance.robustness.central($0).map { numbers.percents($0) } } : []
        let sideHeading =
            central
            ? [cell(words.short(.first), Style(.firstSide)), cell(words.short(.second), Style(.secondSide))] : []
        return Table(
            heading: [cell(t("dimension", "dimension"), .dim), cell(t("weight", "poids"), .dim)] + sideHeading
                + [cell(t("tips at", "seuil"), .dim), cell(t("stays", "tient"), .dim), cell(t("or at", "ou à"), .dim)],
            rows: model.dimensions.indices.map { i in
                let result = balance.dimensions[i]
                let score = result.tippingAdvantage
                let name = cell(words.dimensionShort(i), isFocused(.dimension(i)) ? Style(.text, .bold) : .text)
                return Table.Row(
                    cells: [name, cell(weights[i])] + sides.map { cell($0?[i] ?? "–") } + [
                        cell(tippingShort(i), Style(.mark)),
                        cell(words.stability(result.stabilityInterval)),
                        cell(score.map { words.lead($0) } ?? "–", style(favouring: score ?? 0)),
                    ], focus: .dimension(i))
            })
    }

    /// What the columns of the tipping table mean.
    func tippingLegend(_ width: Int) -> [Line] {
        wrapped(
            t(
                "Tips at: the weight that brings parity, the others keeping their proportions. Or at: the advantage that does. Stays: the weights that keep the verdict. A dash: no such value on the scale.",
                "Seuil\u{00A0}: le poids qui ramène à la parité, les autres gardant leurs proportions. Ou à\u{00A0}: l’avantage qui le fait. Tient\u{00A0}: les poids qui gardent le verdict. Un tiret\u{00A0}: aucune valeur sur l’échelle."
            ), width, .dim)
    }

    // MARK: What drives the verdict

    /// The inputs by how much of the variance of B they cause, the largest first.
    var drivers: [SensitivityIndex] {
        (state.simulation?.sensitivity ?? []).filter { $0.total != nil }
            .sorted { ($0.total ?? 0) > ($1.total ?? 0) }
    }

    var driverTable: Table {
        Table(
            heading: [
                cell(t("input", "donnée"), .dim), cell(t("in all", "en tout"), .dim), cell(t("alone", "seule"), .dim),
            ],
            rows: drivers.map {
                Table.Row(
                    cells: [
                        cell(words.input($0.input, short: true)),
                        cell(words.varianceShare($0.total), Style(.text, .bold)),
                        cell(words.varianceShare($0.firstOrder)),
                    ])
            })
    }

    var driverTexts: (String, String) {
        let method = t(
            "Sobol indices: the part of the balance’s variance in which an input has a share, in all and alone. Weights uniform over all weightings, intensities over 0–100%.",
            "Indices de Sobol\u{00A0}: la part de la variance de la balance où une donnée intervient, en tout puis seule. Poids uniformes sur toutes les pondérations, intensités sur 0–100\u{202F}%."
        )
        guard let figures = state.simulation?.sensitivity else {
            return (
                t("What moves the balance is being computed…", "Ce qui déplace la balance\u{00A0}: calcul en cours…"),
                method
            )
        }
        guard !figures.isEmpty, let top = drivers.first else {
            return (t("The balance does not vary.", "La balance ne varie pas."), method)
        }
        let (total, alone) = (words.varianceShare(top.total), words.varianceShare(top.firstOrder))
        let share = t(
            "\(total) of its variance, interactions included (\(alone) alone).",
            "\(total) de sa variance, interactions comprises (\(alone) isolément).")
        let meaning =
            top.input == "weights"
            ? t(
                "What one finds important moves the balance most: \(share)",
                "Ce qu’on juge important déplace le plus la balance\u{00A0}: \(share)")
            : t(
                "What moves the balance most: \(words.input(top.input, short: true)), \(share)",
                "Ce qui déplace le plus la balance\u{00A0}: \(words.input(top.input, short: true)), \(share)"
            )
        let isSettled = words.favouredShare(balance).map { $0 >= 1 } ?? false
        guard top.input == "weights", isSettled else { return (meaning, method) }
        return (
            meaning
                + t(
                    " That moves the lead, not the leader: one side leads whatever the weights.",
                    " C’est l’avance qui bouge, non le camp en tête\u{00A0}: il mène quels que soient les poids."),
            method
        )
    }
}

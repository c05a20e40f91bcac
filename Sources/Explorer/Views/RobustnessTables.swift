import BalanceModel
import CellGrid
import Wording

extension Painter {
    private func cell(_ text: String, _ style: Style = .text) -> Line { Line(text: text, style: style) }

    /// The reader's weights beside the mean weights of those who conclude that a side leads.
    var centralTable: Table {
        let mine = numbers.percents(balance.dimensions.map(\.weight))
        let sides = Side.allCases.map { side in balance.robustness.central(side).map { numbers.percents($0) } }
        return Table(
            heading: [
                cell("", .dim), cell(t("mine", "moi"), .dim), cell(words.short(.first), Style(.firstSide)),
                cell(words.short(.second), Style(.secondSide)),
            ],
            rows: model.dimensions.indices.map { i in
                Table.Row(
                    cells: [cell(words.dimensionShort(i)), cell(mine[i])] + sides.map { cell($0?[i] ?? "–") })
            })
    }

    /// Of each dimension: its weight, the weight and the score at which B = 0, and the weights that keep the verdict;
    /// beside them, with room, the central weights.
    func tippingTable(central: Bool) -> Table {
        let weights = numbers.percents(balance.dimensions.map(\.weight))
        let sides = Side.allCases.map { side in balance.robustness.central(side).map { numbers.percents($0) } }
        let heading = [
            cell(t("dimension", "dimension"), .dim), cell(t("weight", "poids"), .dim),
            cell(t("tips at", "seuil"), .dim), cell(t("stays", "tient"), .dim),
            cell(t("score tips at", "seuil du score"), .dim),
        ]
        let more = Side.allCases.map {
            cell(t("for ", "pour ") + words.short($0), Style($0 == .first ? .firstSide : .secondSide))
        }
        return Table(
            heading: central ? heading + more : heading,
            rows: model.dimensions.indices.map { i in
                let result = balance.dimensions[i]
                let score = result.tippingAdvantage
                let cells = [
                    cell(words.dimensionShort(i), isFocused(.dimension(i)) ? Style(.text, .bold) : .text),
                    cell(weights[i]),
                    cell(result.tippingWeight.map(words.weight) ?? "–", Style(.mark)),
                    cell(words.stability(result.stabilityInterval)),
                    cell(score.map { words.lead($0) } ?? "–", style(favouring: score ?? 0)),
                ]
                return Table.Row(
                    cells: central ? cells + sides.map { cell($0?[i] ?? "–") } : cells, focus: .dimension(i))
            })
    }

    /// What the columns of the tipping table mean.
    func tippingLegend(_ width: Int) -> [Line] {
        wrapped(
            t(
                "Tips at: the weight at which B = 0, the others keeping their proportions. Stays: the weights that keep the verdict. A dash: no such value on the scale.",
                "Seuil\u{00A0}: le poids où B = 0, les autres gardant leurs proportions. Tient\u{00A0}: les poids qui gardent le verdict. Un tiret\u{00A0}: aucune valeur sur l’échelle."
            ), width, .dim)
    }

    // MARK: What drives the verdict

    func name(_ input: Driver.Input) -> String {
        switch input {
        case .score(let i): words.dimensionShort(i) + t(" score", " (score)")
        case .drift(let i): words.dimensionShort(i) + t(" drift", " (dérive)")
        case .dynamic(let d): words.dynamicShort(d)
        case .weights: t("weights", "poids")
        }
    }

    /// The inputs by how much of the variance of B they cause, the largest first.
    var driverTable: Table {
        let sorted = (state.drivers ?? []).sorted { $0.total > $1.total }
        return Table(
            heading: [
                cell(t("input", "donnée"), .dim), cell(t("in all", "en tout"), .dim), cell(t("alone", "seule"), .dim),
            ],
            rows: sorted.map {
                Table.Row(
                    cells: [
                        cell(name($0.input)), cell(numbers.fixed(max(0, $0.total), 2), Style(.text, .bold)),
                        cell(numbers.fixed(max(0, $0.firstOrder), 2)),
                    ])
            })
    }

    var driverTexts: (String, String) {
        let method = t(
            "Sobol indices: the part of the variance of B that goes when an input is known, alone and with all its interactions. Weights uniform over all weightings, intensities over 0–100%.",
            "Indices de Sobol\u{00A0}: la part de la variance de B qui disparaît quand une donnée est connue, seule puis avec toutes ses interactions. Poids uniformes sur toutes les pondérations, intensités sur 0–100\u{202F}%."
        )
        guard let top = state.drivers?.max(by: { $0.total < $1.total }) else {
            return (t("Being computed…", "Calcul en cours…"), method)
        }
        let share = numbers.percent(numbers.fixed(max(0, top.total) * 100, 0))
        let meaning =
            top.input == .weights
            ? t(
                "What you find important drives the verdict most: \(share) of the variance of B hangs on the weights.",
                "Ce que vous jugez important fait surtout le verdict\u{00A0}: \(share) de la variance de B tiennent aux poids.")
            : t(
                "\(name(top.input)) drives the verdict most: \(share) of the variance of B hangs on it.",
                "\(name(top.input)) fait surtout le verdict\u{00A0}: \(share) de la variance de B y tiennent.")
        return (meaning, method)
    }
}

import BalanceModel
import CellGrid
import Wording

/// The rows that view 5 can show of each column.
struct CompareRows {
    typealias Row = CompareTable.Row
    typealias Column = CompareTable.Column

    private let painter: Painter
    private var words: Words { painter.words }
    private var model: Model { painter.model }

    init(_ painter: Painter) { self.painter = painter }

    /// What is shown, from the least to the fullest.
    var forms: [[Row]] {
        let counts = takeaways.isEmpty ? [] : [takeawayCounts]
        let short = [year] + verdict + dimensions + dynamics + counts
        let more = verdict + counts + dimensions + dynamics + method
        let long =
            verdict + method + [heading(t("Points and weights", "Points et poids"))] + points
            + [heading(t("Advantages", "Avantages"))] + advantages
        let intensities =
            dynamics.isEmpty ? [] : [heading(t("Dynamics, intensity", "Dynamiques, intensité"))] + dynamics
        let each = takeaways.isEmpty ? [] : [heading(t("Takeaways", "Points clés"))] + takeaways
        return [short, more, long + dynamics + counts + [legend], long + intensities + each + [legend]]
    }

    func t(_ en: String, _ fr: String) -> String { painter.t(en, fr) }

    func heading(_ text: String) -> Row { Row(label: text, isHeading: true) { _ in [] } }

    var year: Row {
        Row(label: t("Year", "Année")) { [words] in [(words.year($0.balance.settings.year), .text)] }
    }

    var verdict: [Row] {
        let painter = painter
        let words = words
        return [
            Row(label: t("Balance", "Balance")) {
                let value = $0.balance.value
                return [(words.lead(value), painter.style(favouring: value).with(.bold))]
            },
            Row(label: t("Verdict", "Verdict")) {
                [(words.verdict($0.balance.verdict), painter.style(favouring: $0.balance.leader?.sign ?? 0))]
            },
            Row(label: t("Weightings", "Pondérations"), shortLabel: t("Share", "Part")) {
                guard let first = $0.balance.robustness.acceptability else {
                    return [(t("level", "équilibre"), .text)]
                }
                let side = $0.balance.favoured ?? .first
                let share = words.share(first, of: side)
                return [(words.short(side) + " " + words.numbers.share(share), .text)]
            },
            Row(label: t("Parity", "Parité")) {
                let parity = words.parityInShort($0.balance)
                return [(parity.text, parity.exists ? .text : .dim)]
            },
        ]
    }

    /// What the settings are, beside the sliders.
    var method: [Row] {
        let words = words
        return [
            year,
            Row(label: t("Reading", "Lecture")) { [(words.reading($0.balance.settings.reading), .text)] },
            Row(label: t("Aggregation", "Agrégation")) {
                [(words.aggregation($0.balance.settings.aggregation), .text)]
            },
            Row(label: t("Terrain shift", "Glissement du terrain"), shortLabel: t("Shift", "Glissement")) {
                [(words.onOff($0.balance.settings.terrainShift), .text)]
            },
        ]
    }

    /// Weight and advantage in one cell.
    var dimensions: [Row] {
        model.dimensions.indices.map { i in
            Row(label: words.dimensionShort(i), focus: .dimension(i)) { [self] column in
                [(column.weights[i].padded(to: column.percentWidth, alignRight: true) + " ", .text)]
                    + advantage(i, column)
            }
        }
    }

    private func advantage(_ i: Int, _ column: Column) -> [(String, Style)] {
        let result = column.balance.dimensions[i]
        let instead = column.balance.settings.reading == .evidence && result.reading.reading == .thesis
        return [
            (
                words.lead(result.advantage) + (instead ? "*" : ""),
                painter.style(favouring: result.advantage)
            )
        ]
    }

    var points: [Row] {
        model.dimensions.indices.map { i in
            Row(label: words.dimensionShort(i), focus: .dimension(i)) { [words] column in
                let points = words.numbers.plain(column.balance.dimensions[i].points)
                let weight = column.weights[i].padded(to: column.percentWidth, alignRight: true)
                return [(points.padded(to: 5, alignRight: true) + " · ", .text), (weight, .text)]
            }
        }
    }

    var advantages: [Row] {
        model.dimensions.indices.map { i in
            Row(label: words.dimensionShort(i)) { [self] in advantage(i, $0) }
        }
    }

    var dynamics: [Row] {
        model.dynamics.indices.map { d in
            Row(label: words.dynamicShort(d), focus: .dynamic(d)) { column in
                [(column.intensities[d].padded(to: column.percentWidth, alignRight: true), .text)]
            }
        }
    }

    var takeawayCounts: Row {
        let painter = painter
        return Row(label: t("Takeaways", "Points clés")) { column in
            TakeawayStatus.allCases.flatMap { status -> [(String, Style)] in
                let count = column.balance.takeaways.filter { $0.status == status }.count
                let text = "\(count)" + painter.words.symbol(status) + " "
                return [(text, count == 0 ? .dim : painter.style(status))]
            }
        }
    }

    var takeaways: [Row] {
        let painter = painter
        return model.takeaways.indices.map { k in
            Row(label: "\(k + 1) " + model.takeaways[k].text(painter.language)) { column in
                let status = column.balance.takeaways[k].status
                return [(painter.words.symbol(status), painter.style(status))]
            }
        }
    }

    /// What the signs mean, and a star where evidence is asked for and none is counted.
    var legend: Row {
        let statuses = TakeawayStatus.allCases.map { words.symbol($0) + " " + words.status($0) }
        let evidence = painter.state.settings(of: .evidence)
        let instead = model.dimensions.indices.contains {
            DimensionReading(model, $0, evidence).reading == .thesis
        }
        let note = t("* no indicator counted: thesis", "* aucun indicateur compté\u{00A0}: thèse")
        return heading((statuses + (instead ? [note] : [])).joined(separator: "  "))
    }
}

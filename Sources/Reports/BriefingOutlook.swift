import BalanceModel
import Wording

/// What comes next, what matters most, and what stands.
extension Briefing {
    /// The years a briefing names: some of the outlook's, and the one on screen.
    private var outlookYears: [OutlookYear] {
        balance.outlook.filter {
            let years = $0.year - model.baseYear
            return [0, 2, 5, 10, 15].contains(years) || Double(years) == balance.years
        }
    }

    var outlook: Document.Section {
        let hasBand = !(input.simulation?.band.isEmpty ?? true)
        let rows = outlookYears.map { row($0, hasBand: hasBand) }
        var columns: [Document.Table.Column] = [
            .words(t("Year", "Année")), .figure(t("Balance", "Balance")), .words(t("Verdict", "Verdict")),
            .figure(t("Weightings that agree", "Pondérations d’accord")),
        ]
        if hasBand { columns.append(.figure(t("Nine draws in ten", "Neuf tirages sur dix"))) }
        return Document.Section(
            heading: t("Outlook", "Perspective"),
            blocks: [
                .paragraph(sentence(words.parity(balance))),
                .table(Document.Table(columns: columns, rows: rows)),
            ])
    }

    private func row(_ year: OutlookYear, hasBand: Bool) -> Document.Table.Row {
        let lead = words.lead(year.balance)
        let verdict = words.verdict(Verdict(year.balance))
        let missing = t("none", "aucune")
        var agree = missing
        if let share = year.acceptability, year.balance != 0 {
            agree = numbers.share(words.share(share, of: year.balance > 0 ? .first : .second))
        }
        var cells = [String(year.year), lead, verdict, agree]
        var sentence = "\(year.year)" + words.colon + "\(lead) (\(verdict))" + t("; ", "\u{202F}; ")
        sentence += words.acceptability(year.acceptability, at: year.balance)
        if hasBand {
            let ends = input.simulation?.band(in: year.year).map { (words.lead($0.q95), words.lead($0.q05)) }
            cells.append(ends.map { t("\($0.0) to \($0.1)", "\($0.0) à \($0.1)") } ?? missing)
            if let ends {
                sentence += t(
                    "; nine draws in ten between \(ends.0) and \(ends.1)",
                    "\u{202F}; neuf tirages sur dix entre \(ends.0) et \(ends.1)")
            }
        }
        return Document.Table.Row(cells: cells, sentence: sentence + ".")
    }

    var sensitivity: Document.Section? {
        guard let figures = input.sensitivity, !figures.isEmpty else { return nil }
        let heading = t("Which input matters most", "Quelle donnée pèse le plus")
        let year = words.year(settings.year)
        guard figures.contains(where: { $0.total != nil }) else {
            return Document.Section(
                heading: heading,
                blocks: [.paragraph(t("The balance does not vary.", "La balance ne varie pas."))])
        }
        let order = figures.indices.sorted {
            let a = figures[$0].total ?? -1
            let b = figures[$1].total ?? -1
            return a != b ? a > b : $0 < $1
        }
        let rows = order.map { index in
            let figure = figures[index]
            let name = words.input(figure.input)
            let alone = words.varianceShare(figure.firstOrder)
            let total = words.varianceShare(figure.total)
            return Document.Table.Row(
                cells: [name, alone, total],
                sentence: name + words.colon
                    + t("\(alone) alone, \(total) with others.", "\(alone) isolément, \(total) avec d’autres."))
        }
        return Document.Section(
            heading: heading,
            blocks: [
                .paragraph(
                    t(
                        "Shares of the variance of the balance in \(year) (Sobol indices).",
                        "Parts de la variance de la balance en \(year) (indices de Sobol).")),
                .table(
                    Document.Table(
                        columns: [
                            .words(t("Input", "Donnée")), .figure(t("Alone", "Isolément")),
                            .figure(t("With others", "Avec d’autres")),
                        ], rows: rows)),
            ])
    }

    var takeaways: Document.Section? {
        guard !model.takeaways.isEmpty else { return nil }
        let rows = model.takeaways.indices.map { k in
            let takeaway = model.takeaways[k]
            let status = words.status(balance.takeaways[k].status)
            let text = takeaway.text(input.language)
            let measured = words.measured(k, balance)
            let thresholds = Words.capitalised(words.thresholds(takeaway.test))
            return Document.Table.Row(
                cells: [
                    String(k + 1), text, words.symbol(balance.takeaways[k].status) + " " + status, measured, thresholds,
                ],
                sentence: text + words.colon + status + ". " + measured + ". " + thresholds + ".")
        }
        return Document.Section(
            heading: t("Key takeaways", "Points clés"),
            blocks: [
                .paragraph(Words.capitalised(words.takeawayCount(balance)) + "."),
                .table(
                    Document.Table(
                        columns: [
                            .figure(t("No.", "Nº")), .words(t("Takeaway", "Point clé")), .words(t("Status", "Statut")),
                            .words(t("Measured", "Mesure")), .words(t("Thresholds", "Seuils")),
                        ], rows: rows, isNumbered: true)),
            ])
    }
}

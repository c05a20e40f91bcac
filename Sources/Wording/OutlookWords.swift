import BalanceModel

/// By when the verdict starts or stops to depend on the reader's values (method §7), in sentences.
extension Words {
    /// “Until 2026 United States ahead whatever the weights; from 2027 on, that depends on your weights.”
    public func dependence(_ balance: Balance) -> String {
        let periods = balance.periods
        guard let first = periods.first, let last = periods.last else { return "" }
        if periods.count == 1 {
            return Self.capitalised(always(first.verdict, "\(first.years.lowerBound)–\(last.years.upperBound)"))
        }
        let parts = periods.enumerated().map { k, period in
            when(period.years, first: k == 0, last: k == periods.count - 1) + ", " + state(period.verdict)
        }
        return Self.capitalised(parts.joined(separator: t("; ", "\u{202F}; "))) + "."
    }

    /// The same for narrow places: “In 2025: US whatever the weights; from 2026 on: depends on your weights.”
    public func dependenceInShort(_ balance: Balance) -> String {
        let periods = balance.periods
        let parts = periods.enumerated().map { k, period in
            let years =
                periods.count == 1
                ? "\(period.years.lowerBound)–\(period.years.upperBound)"
                : when(period.years, first: k == 0, last: k == periods.count - 1)
            return years + t(": ", "\u{00A0}: ") + stateInShort(period.verdict)
        }
        return Self.capitalised(parts.joined(separator: t("; ", "\u{202F}; "))) + "."
    }

    /// Shorter still: “2025: US; from 2026: your weights.”
    public func dependenceBriefly(_ balance: Balance) -> String {
        let periods = balance.periods
        let parts = periods.map { period in
            let (first, last) = (period.years.lowerBound, period.years.upperBound)
            let years =
                periods.count > 1 && last == periods.last?.years.upperBound
                ? t("from \(first)", "dès \(first)") : first == last ? "\(first)" : "\(first)–\(last)"
            let state =
                switch period.verdict {
                case .settled(let side): short(side)
                case .open: t("your weights", "vos poids")
                case .level: t("level", "égalité")
                }
            return years + colon + state
        }
        return Self.capitalised(parts.joined(separator: t("; ", "\u{202F}; "))) + "."
    }

    private func stateInShort(_ verdict: OutlookPeriod.Verdict) -> String {
        switch verdict {
        case .settled(let side):
            t("\(short(side)) whatever the weights", "\(short(side)) quels que soient les poids")
        case .open: t("depends on your weights", "selon vos poids")
        case .level: t("level", "égalité")
        }
    }

    private func always(_ verdict: OutlookPeriod.Verdict, _ years: String) -> String {
        switch verdict {
        case .settled(let side):
            t(
                "\(years): \(name(side)) ahead whatever the weights; the verdict never depends on your weights.",
                "\(years)\u{00A0}: \(name(side)) en tête quels que soient les poids\u{202F}; le verdict ne dépend jamais de vos poids."
            )
        case .open:
            t(
                "\(years): the verdict depends on your weights in every year; some put one side ahead (\(name(.first))), some the other (\(name(.second))).",
                "\(years)\u{00A0}: le verdict dépend de vos poids chaque année\u{202F}; certains mettent en tête un camp (\(name(.first))), d’autres l’autre (\(name(.second)))."
            )
        case .level:
            t("\(years): all scores are level.", "\(years)\u{00A0}: tous les scores sont à égalité.")
        }
    }

    /// A year's balance and what all weightings say: “China by 0.28, ahead under 97% of all weightings”.
    public func state(_ year: OutlookYear) -> String {
        let lead = leadInWords(year.balance)
        guard let side = Balance.leader(of: year.balance), let share = year.acceptability else {
            return lead + t("; ", "\u{202F}; ") + acceptability(year.acceptability, at: year.balance)
        }
        return lead + ", " + ahead(self.share(share, of: side))
    }

    private func when(_ years: ClosedRange<Int>, first: Bool, last: Bool) -> String {
        if last { return t("from \(years.lowerBound) on", "à partir de \(years.lowerBound)") }
        if years.count == 1 { return t("in \(years.lowerBound)", "en \(years.lowerBound)") }
        if first { return t("until \(years.upperBound)", "jusqu’en \(years.upperBound)") }
        return t("from \(years.lowerBound) to \(years.upperBound)", "de \(years.lowerBound) à \(years.upperBound)")
    }

    private func state(_ verdict: OutlookPeriod.Verdict) -> String {
        switch verdict {
        case .settled(let side):
            t("\(name(side)) ahead whatever the weights", "\(name(side)) en tête quels que soient les poids")
        case .open: t("the verdict depends on your weights", "le verdict dépend de vos poids")
        case .level: t("all scores are level", "tous les scores sont à égalité")
        }
    }

    /// “Where most weightings point: United States until 2027, China from 2028 on.”; `nil` where the majority never changes.
    public func majorities(_ balance: Balance) -> String? {
        var runs: [(side: Side, from: Int, to: Int)] = []
        for year in balance.longOutlook {
            guard let share = year.acceptability, share != 0.5 else { continue }
            let side = share > 0.5 ? Side.first : .second
            if runs.last?.side == side {
                runs[runs.count - 1].to = year.year
            } else {
                runs.append((side, year.year, year.year))
            }
        }
        guard runs.count > 1 else { return nil }
        let parts = runs.enumerated().map { k, run in
            name(run.side) + " " + when(run.from...run.to, first: k == 0, last: k == runs.count - 1)
        }
        return t("Where most weightings point: ", "La plupart des pondérations donnent\u{00A0}: ")
            + parts.joined(separator: ", ") + "."
    }
}

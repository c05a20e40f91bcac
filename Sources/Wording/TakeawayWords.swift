import BalanceModel

extension Words {
    public func status(_ status: TakeawayStatus) -> String {
        switch status {
        case .supported: t("supported", "étayé")
        case .open: t("open", "ouvert")
        case .contradicted: t("contradicted", "contredit")
        }
    }

    /// A sign beside the word, so that nothing hangs on colour alone.
    public func symbol(_ status: TakeawayStatus) -> String {
        switch status {
        case .supported: "✓"
        case .open: "○"
        case .contradicted: "✗"
        }
    }

    /// What a measure computes, in words.
    public func measure(_ measure: Measure) -> String {
        switch measure {
        case .dimensionsNotLed:
            t(
                "dimensions not led by \(name(.first))",
                "dimensions sans avance pour ce camp (\(name(.first)))")
        case .effectiveDimensions:
            t("number of dimensions that carry the balance", "nombre de dimensions qui portent la balance")
        case .dynamicCost(let d):
            t(
                "what \(dynamicShort(d)) costs \(name(.first))",
                "ce que \(dynamicShort(d)) coûte\u{00A0}: \(name(.first))")
        case .dynamicReversal(let d):
            t(
                "gain today that turns into a loss: \(dynamicShort(d))",
                "gain présent qui devient perte\u{00A0}: \(dynamicShort(d))")
        case .decidingPower(let i):
            t("power of \(dimensionShort(i)) to decide alone", "pouvoir de décider seul\u{00A0}: \(dimensionShort(i))")
        case .dynamicGrip(let d, let i):
            t(
                "what \(dynamicShort(d)) can take from \(dimensionShort(i))",
                "ce que \(dynamicShort(d)) peut ôter à \(dimensionShort(i))")
        case .yearsToParity:
            t("years until parity", "années jusqu’à la parité")
        case .splitLead(let first, let second):
            t(
                "split: \(name(.first)) ahead in \(list(first)), \(name(.second)) in \(list(second))",
                "partage\u{00A0}: \(name(.first)) en tête en \(list(first)), \(name(.second)) en \(list(second))")
        }
    }

    private func list(_ dimensions: [Int]) -> String { dimensions.map(dimensionShort).joined(separator: ", ") }

    /// A value of a measure, in its unit.
    public func value(_ value: Double, of measure: Measure) -> String {
        switch measure {
        case .dimensionsNotLed:
            t(
                "\(numbers.fixed(value, 0)) of \(model.dimensions.count)",
                "\(numbers.fixed(value, 0)) sur \(model.dimensions.count)")
        case .effectiveDimensions, .decidingPower: numbers.fixed(value, 2)
        case .yearsToParity:
            value.isFinite ? numbers.fixed(value, 1) : t("none", "aucune")
        case .dynamicCost, .dynamicReversal, .dynamicGrip, .splitLead: numbers.fixed(value, 3)
        }
    }

    /// A threshold of a test: as many decimals as it has.
    public func threshold(_ value: Double) -> String { numbers.plain(value, upTo: 3) }

    /// “supported from 2, contradicted at 0 or less”.
    public func thresholds(_ test: Takeaway.Test) -> String {
        let supported = threshold(test.supportedAt)
        let contradicted = threshold(test.contradictedAt)
        return test.supportedAt > test.contradictedAt
            ? t(
                "supported from \(supported) up, contradicted from \(contradicted) down",
                "étayé à partir de \(supported), contredit à \(contradicted) ou moins")
            : t(
                "supported from \(supported) down, contradicted from \(contradicted) up",
                "étayé à \(supported) ou moins, contredit à partir de \(contradicted)")
    }

    /// The year a test looks at.
    public func testYear(_ test: Takeaway.Test, _ balance: Balance) -> String {
        year(Double(model.baseYear) + (test.years ?? balance.years))
    }

    /// What a takeaway's test found: “Dimensions that United States does not lead (2031): 4 of 5”.
    public func measured(_ k: Int, _ balance: Balance) -> String {
        let test = model.takeaways[k].test
        let year = test.measure == .yearsToParity ? "" : " (\(testYear(test, balance)))"
        return Self.capitalised(measure(test.measure)) + year + colon
            + value(balance.takeaways[k].value, of: test.measure)
    }

    /// “8 supported · 0 open · 0 contradicted”.
    public func takeawayCount(_ balance: Balance) -> String {
        TakeawayStatus.allCases.map { status in
            let count = balance.takeaways.filter { $0.status == status }.count
            return "\(count) " + (language == .fr && count > 1 ? plural(status) : self.status(status))
        }.joined(separator: " · ")
    }

    private func plural(_ status: TakeawayStatus) -> String { self.status(status) + "s" }
}

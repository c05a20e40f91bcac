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

    /// What a test measures, with the side it is seen from, its unit and its year: “Malaise, cost to US on
    /// the balance (2035)”. Short names of sides, which take no article in either language.
    func measure(_ test: Takeaway.Test, _ balance: Balance) -> String {
        let year = testYear(test, balance)
        let (us, them) = (short(.first), short(.second))
        switch test.measure {
        case .dimensionsNotLed:
            return t("dimensions with no \(us) lead (\(year))", "dimensions sans avance \(us) (\(year))")
        case .effectiveDimensions:
            return t(
                "number of dimensions that carry the balance (\(year))",
                "nombre de dimensions qui portent la balance (\(year))")
        case .dynamicCost(let d):
            let dynamic = dynamicShort(d)
            return t(
                "\(dynamic), cost to \(us) on the balance (\(year))",
                "\(dynamic), coût pour \(us) sur la balance (\(year))")
        case .dynamicReversal(let d):
            let (dynamic, base) = (dynamicShort(d), String(model.baseYear))
            return t(
                "\(dynamic), gain for \(us) on the balance in \(base) and loss in \(year), the smaller",
                "\(dynamic), gain pour \(us) sur la balance en \(base) et perte en \(year), le plus petit des deux")
        case .decidingPower(let i):
            let dimension = dimensionShort(i)
            return t(
                "\(dimension), its weight against all the rest together (\(year))",
                "\(dimension), son poids face à tout le reste réuni (\(year))")
        case .dynamicGrip(let d, let i):
            let (dynamic, dimension) = (dynamicShort(d), dimensionShort(i))
            let full = numbers.percent("100")
            return t(
                "\(dimension), advantage \(us) loses as \(dynamic) goes from 0 to \(full) (\(year))",
                "\(dimension), avantage que perd \(us) quand \(dynamic) passe de 0 à \(full) (\(year))")
        case .yearsToParity:
            return t("years from \(model.baseYear) to parity", "années de \(model.baseYear) à la parité")
        case .splitLead(let first, let second):
            return t(
                "mean advantage of \(us) in \(list(first)); of \(them) in \(list(second)); the smaller (\(year))",
                "avantage moyen pour \(us) en \(list(first))\u{202F}; pour \(them) en \(list(second))\u{202F}; le plus petit (\(year))"
            )
        }
    }

    private func list(_ dimensions: [Int]) -> String {
        dimensions.map(dimensionShort).joined(separator: ", ")
    }

    /// A value of a measure, in its unit.
    public func value(_ value: Double, of measure: Measure) -> String {
        switch measure {
        case .dimensionsNotLed:
            t(
                "\(numbers.fixed(value, 0)) of \(model.dimensions.count)",
                "\(numbers.fixed(value, 0)) sur \(model.dimensions.count)")
        case .effectiveDimensions: numbers.fixed(value, 2)
        case .decidingPower: numbers.fixed(value, 2) + t(" times", "\u{00A0}fois")
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

    /// What a takeaway's test found: “Dimensions with no US lead (2031): 4 of 5”.
    public func measured(_ k: Int, _ balance: Balance) -> String {
        let test = model.takeaways[k].test
        let value = balance.takeaways[k].value
        guard test.measure != .yearsToParity || value.isFinite else {
            // A base year at parity is no change of lead (method §5).
            return Self.isParity(balance.valueToday)
                ? t("No change of lead by \(lastYear)", "Aucun changement de tête d’ici \(lastYear)")
                : Self.capitalised(noParity)
        }
        return Self.capitalised(measure(test, balance)) + colon + self.value(value, of: test.measure)
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

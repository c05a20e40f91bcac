import BalanceModel

extension ModelDecoder {
    /// Measures and the parameters each needs beside the thresholds and `years` (method §8).
    static let measures: [(name: String, parameters: [String])] = [
        ("dimensions-not-led", []), ("effective-dimensions", []), ("dynamic-cost", ["dynamic"]),
        ("dynamic-reversal", ["dynamic"]), ("deciding-power", ["dimension"]),
        ("dynamic-grip", ["dynamic", "dimension"]), ("years-to-parity", []), ("split-lead", ["first", "second"]),
    ]

    private static let parameters = ["dynamic", "dimension", "first", "second"]

    func takeaway(_ node: Node) -> Takeaway {
        let fields = Fields(node, keys: ["id", "text", "detail", "claims", "test"], in: log)
        return Takeaway(
            id: fields.knownID(), text: fields.text(), detail: fields.optionalText("detail"),
            claims: references.claims(of: fields), test: test(fields))
    }

    private func test(_ takeaway: Fields) -> Takeaway.Test {
        guard let node = takeaway.required("test", .mapping) else {
            return Takeaway.Test(measure: .dimensionsNotLed, supportedAt: 1, contradictedAt: 0)
        }
        let fields = Fields(
            node, keys: ["measure"] + Self.parameters + ["years", "supported_at", "contradicted_at"], in: log,
            key: "test")
        let before = log.problems.count
        let supportedAt = fields.number("supported_at", .any)
        let contradictedAt = fields.number("contradicted_at", .any)
        if log.problems.count == before, supportedAt == contradictedAt, let place = fields["contradicted_at"]?.place {
            log.complain(.sameThresholds, at: place)
        }
        return Takeaway.Test(
            measure: measure(fields), years: fields.optionalNumber("years", .within(0...Limits.horizon)),
            supportedAt: supportedAt, contradictedAt: contradictedAt)
    }

    private func measure(_ fields: Fields) -> Measure {
        let names = Self.measures.map(\.name)
        guard let node = fields.required("measure", .choice(names)) else { return .dimensionsNotLed }
        guard let measure = Self.measures.first(where: { $0.name == node.text }) else {
            log.wrong(node, .choice(names), key: "measure")
            return .dimensionsNotLed
        }
        for parameter in Self.parameters where !measure.parameters.contains(parameter) {
            if let place = fields.keyPlace(parameter) {
                log.complain(.needless(parameter: parameter, measure: measure.name), at: place)
            }
        }
        func index(_ key: String, _ names: Names) -> Int {
            fields.required(key, .reference(names.kind)).flatMap { names.index(of: $0, key: key, log) } ?? 0
        }
        func dynamic() -> Int { index("dynamic", references.dynamics) }
        func dimension() -> Int { index("dimension", references.dimensions) }
        return switch measure.name {
        case "effective-dimensions": .effectiveDimensions
        case "dynamic-cost": .dynamicCost(dynamic: dynamic())
        case "dynamic-reversal": .dynamicReversal(dynamic: dynamic())
        case "deciding-power": .decidingPower(dimension: dimension())
        case "dynamic-grip": .dynamicGrip(dynamic: dynamic(), dimension: dimension())
        case "years-to-parity": .yearsToParity
        case "split-lead": .splitLead(first: dimensionList(fields, "first"), second: dimensionList(fields, "second"))
        default: .dimensionsNotLed
        }
    }

    private func dimensionList(_ fields: Fields, _ key: String) -> [Int] {
        let items = fields.list(key, count: 1...Int.max)
        Names.distinct(items, log)
        return items.compactMap { references.dimensions.index(of: $0, key: nil, log) }
    }
}

import BalanceModel

/// A tree of nodes to a model, everything checked (contract §2).
///
/// Goes on after each complaint with a stand-in; the model counts only when there was none.
struct ModelDecoder {
    let log: ProblemLog
    var references: References

    static let keys = [
        "format", "id", "title", "about", "base_year", "terrain_shift", "reading", "aggregation", "sides", "claims",
        "dimensions", "dynamics", "interactions", "scenarios", "takeaways",
    ]

    static func decode(_ root: Node, problems: [Problem] = []) throws(ProblemList) -> Model {
        let log = ProblemLog(problems)
        let fields = Fields(root, keys: keys, in: log)
        var decoder = ModelDecoder(log: log, references: References(fields, log))
        return try log.finish(decoder.model(fields))
    }

    private mutating func model(_ fields: Fields) -> Model {
        _ = fields.whole("format", 1...1)
        let baseYear = fields.whole("base_year", YearLimits.base)
        references.setBaseYear(fields["base_year"]?.text.flatMap(NumberText.whole))
        let sides = sides(fields)
        let dimensions = dimensions(fields)
        references.points = dimensions.map(\.points)
        let scenarioNodes = fields.optionalList("scenarios")
        _ = Names(.scenario, in: scenarioNodes, log)
        let scenarios = ScenarioDecoder(log: log, references: references)
        return Model(
            id: fields.id(), title: fields.name("title"), about: fields.optionalText("about"), baseYear: baseYear,
            terrainShift: fields.optionalFlag("terrain_shift") ?? false,
            reading: fields.optionalChoice("reading") ?? .thesis,
            aggregation: fields.optionalChoice("aggregation") ?? .arithmetic, firstSide: sides.first,
            secondSide: sides.second, claims: fields.optionalList("claims").map(claim), dimensions: dimensions,
            dynamics: dynamics(fields), interactions: fields.optionalList("interactions").map(interaction),
            scenarios: scenarioNodes.map { scenarios.scenario($0, id: { $0.knownID() }) },
            takeaways: takeaways(fields))
    }

    private func sides(_ fields: Fields) -> (first: SideDescription, second: SideDescription) {
        let items = fields.list("sides", count: 2...2)
        _ = Names(.side, in: items, log)
        let sides = items.map { node in
            let side = Fields(node, keys: ["id", "name", "short"], in: log)
            return SideDescription(id: side.knownID(), name: side.name(), short: side.optionalName("short"))
        }
        let none = SideDescription(id: "", name: LocalizedText(""))
        return (sides.first ?? none, sides.dropFirst().first ?? none)
    }

    private func claim(_ node: Node) -> Claim {
        let fields = Fields(node, keys: ["id", "text"], in: log)
        return Claim(id: fields.knownID(), text: fields.text())
    }

    private func takeaways(_ fields: Fields) -> [Takeaway] {
        let items = fields.optionalList("takeaways")
        _ = Names(.takeaway, in: items, log)
        return items.map(takeaway)
    }

    /// Values by id, such as `{compute: 30}`: the index of each id and its value.
    static func changes(
        _ pairs: [Node.Pair], _ names: Names, _ log: ProblemLog, _ value: (Node, String) -> Double
    ) -> [Scenario.Change] {
        pairs.compactMap { pair in
            let number = value(pair.value, pair.key)
            return names.index(of: pair.key, at: pair.keyPlace, log).map { Scenario.Change($0, number) }
        }
    }
}

/// Sizes beyond which an effect means nothing (scores end at ±3), small enough that no sum overflows.
enum EffectLimits {
    static let effect = Bounds.within(-100...100)
    static let uncertainty = Bounds.within(0...100)
}

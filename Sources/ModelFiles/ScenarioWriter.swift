import BalanceModel

/// A scenario to the keys of its file, in the contract's order.
struct ScenarioWriter {
    let model: Model

    func pairs(_ scenario: Scenario) -> [Node.Pair] {
        var pairs: [Node.Pair] = [.init("id", .plain(scenario.id)), .init("name", .text(scenario.name))]
        pairs.add("story", scenario.story)
        pairs.add("claims", Node.claims(scenario.claims))
        pairs.add("points", dimensions(scenario.points))
        pairs.add("dynamics", dynamics(scenario.dynamics))
        pairs.add("score_change", dimensions(scenario.scoreChange))
        pairs.add("drift_change", dimensions(scenario.driftChange))
        pairs.add("indicators", indicators(scenario.indicators))
        pairs.add("year", scenario.year.map { .number($0) })
        pairs.add("reading", scenario.reading.map { .plain($0.rawValue) })
        pairs.add("aggregation", scenario.aggregation.map { .plain($0.rawValue) })
        pairs.add("terrain_shift", scenario.terrainShift.map { .flag($0) })
        return pairs
    }

    func dimensions(_ changes: [Scenario.Change]) -> Node? {
        set(changes.map { .init(model.dimensions[$0.index].id, .number($0.value)) })
    }

    func dynamics(_ changes: [Scenario.Change]) -> Node? {
        set(changes.map { .init(model.dynamics[$0.index].id, .number($0.value)) })
    }

    func indicators(_ changes: [Scenario.IndicatorChange]) -> Node? {
        set(changes.map { .init(model.dimensions[$0.dimension].indicators[$0.indicator].id, .number($0.weight)) })
    }

    private func set(_ pairs: [Node.Pair]) -> Node? { pairs.isEmpty ? nil : .set(pairs) }
}

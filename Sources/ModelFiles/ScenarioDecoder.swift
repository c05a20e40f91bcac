import BalanceModel

/// Scenarios, in a model file or each in a file of its own.
struct ScenarioDecoder {
    let log: ProblemLog
    let references: References

    static let keys = [
        "id", "name", "story", "claims", "points", "dynamics", "score_change", "drift_change", "indicators", "year",
        "reading", "aggregation", "terrain_shift",
    ]

    /// A saved scenario: the keys of a scenario and `model`, the id of the model it is for (contract §4).
    static func decode(_ root: Node, for model: Model, problems: [Problem] = []) throws(ProblemList) -> Scenario {
        let log = ProblemLog(problems)
        let decoder = ScenarioDecoder(log: log, references: References(model))
        let scenario = decoder.scenario(root, keys: ["model"] + keys) { fields in
            SavedFile.checkModel(fields, model)
            return fields.id()
        }
        return try log.finish(scenario)
    }

    func scenario(_ node: Node, keys: [String] = ScenarioDecoder.keys, id: (Fields) -> String) -> Scenario {
        let fields = Fields(node, keys: keys, in: log)
        let changes = changes(fields)
        return Scenario(
            id: id(fields), name: fields.name(), story: fields.optionalText("story"),
            claims: references.claims(of: fields), points: changes.points, dynamics: changes.dynamics,
            scoreChange: changes.scoreChange, driftChange: changes.driftChange, indicators: changes.indicators,
            year: changes.year, reading: fields.optionalChoice("reading"),
            aggregation: fields.optionalChoice("aggregation"), terrainShift: fields.optionalFlag("terrain_shift"))
    }

    /// What a scenario and a session both may change.
    struct Changes {
        var points: [Scenario.Change]
        var dynamics: [Scenario.Change]
        var scoreChange: [Scenario.Change]
        var driftChange: [Scenario.Change]
        var indicators: [Scenario.IndicatorChange]
        var year: Double?
    }

    func changes(_ fields: Fields) -> Changes {
        return Changes(
            points: points(fields),
            dynamics: changes(fields, "dynamics", references.dynamics, .within(Limits.intensity)),
            scoreChange: changes(fields, "score_change", references.dimensions, EffectLimits.effect),
            driftChange: changes(fields, "drift_change", references.dimensions, EffectLimits.effect),
            indicators: indicators(fields),
            year: fields.optionalNumber("year", .within(references.years)))
    }

    private func changes(_ fields: Fields, _ key: String, _ names: Names, _ bounds: Bounds) -> [Scenario.Change] {
        ModelDecoder.changes(fields.optionalMapping(key), names, log) { log.number($0, bounds, key: $1) }
    }

    private func points(_ fields: Fields) -> [Scenario.Change] {
        let before = log.problems.count
        let changes = changes(fields, "points", references.dimensions, .within(Limits.points))
        var points = references.points
        for change in changes where points.indices.contains(change.index) { points[change.index] = change.value }
        if log.problems.count == before, !changes.isEmpty, points.allSatisfy({ $0 == 0 }),
            let place = fields["points"]?.place
        {
            log.complain(.allPointsZero, at: place)
        }
        return changes
    }

    private func indicators(_ fields: Fields) -> [Scenario.IndicatorChange] {
        changes(fields, "indicators", references.indicators, .within(Limits.indicatorWeight)).map { change in
            let place = references.indicatorPlaces[change.index]
            return Scenario.IndicatorChange(
                dimension: place.dimension, indicator: place.indicator, weight: change.value)
        }
    }
}

/// What files that belong to a model share.
enum SavedFile {
    /// The key `model`: it must name this one.
    static func checkModel(_ fields: Fields, _ model: Model) {
        guard let node = fields.required("model", .id) else { return }
        let id = fields.log.id(node, key: "model")
        if Syntax.isID(id), id != model.id {
            fields.log.complain(.otherModel(id, expected: model.id), at: node.place)
        }
    }
}

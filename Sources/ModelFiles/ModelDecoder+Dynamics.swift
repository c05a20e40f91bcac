import BalanceModel

extension ModelDecoder {
    func dynamics(_ fields: Fields) -> [Dynamic] {
        var facts = Names(.fact)
        var count = 0
        return fields.optionalList("dynamics").map { node in
            if case .sequence(let items)? = node["facts"]?.content {
                for item in items {
                    if let id = item["id"] { facts.define(id, as: count, log) }
                    count += 1
                }
            }
            return dynamic(node)
        }
    }

    private func dynamic(_ node: Node) -> Dynamic {
        let fields = Fields(
            node,
            keys: [
                "id", "name", "short", "summary", "intensity", "reference", "delay", "claims", "effects", "facts",
            ], in: log)
        return Dynamic(
            id: fields.knownID(), name: fields.name(), short: fields.optionalName("short"),
            summary: fields.optionalText("summary"), intensity: fields.number("intensity", .within(Limits.intensity)),
            reference: fields.optionalNumber("reference", .within(Limits.intensity)),
            delay: fields.number("delay", .above(0)), claims: references.claims(of: fields),
            effects: fields.mapping("effects").compactMap(effect), facts: fields.optionalList("facts").map(fact))
    }

    private func effect(_ pair: Node.Pair) -> DynamicEffect? {
        let fields = Fields(pair.value, keys: ["immediate", "delayed", "rationale"], in: log, key: pair.key)
        let immediate = fields.number("immediate", EffectLimits.effect)
        let delayed = fields.number("delayed", EffectLimits.effect)
        let rationale = fields.optionalText("rationale")
        return references.dimensions.index(of: pair.key, at: pair.keyPlace, log).map {
            DynamicEffect(dimension: $0, immediate: immediate, delayed: delayed, rationale: rationale)
        }
    }

    private func fact(_ node: Node) -> Fact {
        let fields = Fields(
            node, keys: ["id", "name", "unit", "observations", "confidence", "source", "note"], in: log)
        return Fact(
            id: fields.knownID(), name: fields.name(), unit: fields.name("unit"),
            observations: fields.list("observations", count: 1...Int.max).map { node in
                let observation = Fields(node, keys: ["year", "value", "period"], in: log)
                return Fact.Observation(
                    year: observation.whole("year", YearLimits.data), value: observation.number("value", .any),
                    period: observation.optionalName("period"))
            }, confidence: fields.optionalChoice("confidence"), source: source(fields),
            note: fields.optionalText("note"))
    }

    func interaction(_ node: Node) -> Interaction {
        let fields = Fields(node, keys: ["between", "delay", "effects", "claims", "rationale"], in: log)
        let between = fields.list("between", count: 2...2)
        let indices = between.map { references.dynamics.index(of: $0, key: nil, log) }
        if indices.count == 2, let first = indices[0], first == indices[1] {
            log.complain(.sameDynamics, at: between[1].place)
        }
        let effects = ModelDecoder.changes(fields.mapping("effects"), references.dimensions, log) {
            log.number($0, EffectLimits.effect, key: $1)
        }
        return Interaction(
            first: (indices.first ?? nil) ?? 0, second: (indices.last ?? nil) ?? 0,
            delay: fields.number("delay", .above(0)),
            effects: effects.map { Interaction.Term(dimension: $0.index, delayed: $0.value) },
            claims: references.claims(of: fields), rationale: fields.optionalText("rationale"))
    }
}

import BalanceModel

extension ModelWriter {
    func dynamic(_ dynamic: Dynamic) -> Node {
        var pairs: [Node.Pair] = [.init("id", .plain(dynamic.id)), .init("name", .text(dynamic.name))]
        pairs.add("short", dynamic.short)
        pairs.add("summary", dynamic.summary)
        pairs.add("intensity", .number(dynamic.intensity))
        pairs.add("reference", .number(dynamic.reference))
        pairs.add("delay", .number(dynamic.delay))
        pairs.add("claims", Node.claims(dynamic.claims))
        pairs.add("effects", .set(dynamic.effects.map(effect)))
        if !dynamic.facts.isEmpty { pairs.add("facts", .list(dynamic.facts.map(fact))) }
        return .set(pairs)
    }

    private func effect(_ effect: DynamicEffect) -> Node.Pair {
        var pairs: [Node.Pair] = [
            .init("immediate", .number(effect.immediate)), .init("delayed", .number(effect.delayed)),
        ]
        pairs.add("rationale", effect.rationale)
        return .init(model.dimensions[effect.dimension].id, .set(pairs))
    }

    private func fact(_ fact: Fact) -> Node {
        var pairs: [Node.Pair] = [.init("id", .plain(fact.id)), .init("name", .text(fact.name))]
        pairs.add("unit", fact.unit)
        pairs.add(
            "observations",
            .list(
                fact.observations.map { observation in
                    var pairs: [Node.Pair] = [
                        .init("year", .plain(String(observation.year))), .init("value", .number(observation.value)),
                    ]
                    pairs.add("period", observation.period)
                    return .set(pairs)
                }))
        pairs.add("confidence", fact.confidence.map { .plain($0.rawValue) })
        pairs.add("source", fact.source.map(source))
        pairs.add("note", fact.note)
        return .set(pairs)
    }

    func interaction(_ interaction: Interaction) -> Node {
        let between = [interaction.first, interaction.second].map { Node.plain(model.dynamics[$0].id) }
        var pairs: [Node.Pair] = [.init("between", .list(between)), .init("delay", .number(interaction.delay))]
        let effects = interaction.effects.map {
            Node.Pair(model.dimensions[$0.dimension].id, .number($0.delayed))
        }
        pairs.add("effects", .set(effects))
        pairs.add("claims", Node.claims(interaction.claims))
        pairs.add("rationale", interaction.rationale)
        return .set(pairs)
    }
}

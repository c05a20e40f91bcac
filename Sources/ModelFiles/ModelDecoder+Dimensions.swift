import BalanceModel

extension ModelDecoder {
    func dimensions(_ fields: Fields) -> [Dimension] {
        let items = fields.list("dimensions", count: 2...24)
        let points = items.map { $0["points"]?.text.flatMap(NumberText.number) }
        if let first = items.first, points.allSatisfy({ $0 == 0 }) {
            log.complain(.allPointsZero, at: first["points"]?.place ?? first.place)
        }
        return items.map(dimension)
    }

    private func dimension(_ node: Node) -> Dimension {
        let fields = Fields(
            node, keys: ["id", "name", "short", "summary", "points", "shift", "thesis", "indicators"], in: log)
        return Dimension(
            id: fields.knownID(), name: fields.name(), short: fields.optionalName("short"),
            summary: fields.optionalText("summary"), points: fields.number("points", .within(Limits.points)),
            shift: fields.optionalNumber("shift", .within(-1...1)) ?? 0, thesis: thesis(fields),
            indicators: fields.optionalList("indicators").map(indicator))
    }

    private func thesis(_ dimension: Fields) -> Thesis {
        guard let node = dimension.required("thesis", .mapping) else { return Thesis(start: .level(0), momentum: 0) }
        let fields = Fields(
            node,
            keys: ["level", "advantage", "momentum", "uncertainty", "drift_uncertainty", "claims", "rationale"],
            in: log, key: "thesis")
        return Thesis(
            start: start(fields, node), momentum: fields.whole("momentum", -3...3),
            uncertainty: fields.optionalNumber("uncertainty", EffectLimits.uncertainty) ?? Thesis.defaultUncertainty,
            driftUncertainty: fields.optionalNumber("drift_uncertainty", EffectLimits.uncertainty)
                ?? Thesis.defaultDriftUncertainty,
            claims: references.claims(of: fields), rationale: fields.optionalText("rationale"))
    }

    private func start(_ fields: Fields, _ node: Node) -> Thesis.Start {
        let level = fields["level"].map { log.whole($0, -3...3, key: "level") }
        let advantage = fields.optionalNumber("advantage", .between(-1, 1))
        switch (level, advantage) {
        case (let level?, nil): return .level(level)
        case (nil, let advantage?): return .advantage(advantage)
        case (nil, nil):
            if case .mapping = node.content { log.complain(.noLevel, at: node.place) }
        case (_?, _?):
            log.complain(.levelAndAdvantage, at: fields.keyPlace("advantage") ?? node.place)
        }
        return .level(0)
    }

    private func indicator(_ node: Node) -> Indicator {
        let fields = Fields(
            node,
            keys: ["id", "name", "unit", "better", "weight", "trend", "confidence", "values", "source", "note"],
            in: log)
        return Indicator(
            id: fields.knownID(), name: fields.name(), unit: fields.name("unit"),
            better: fields.choice("better", otherwise: .more),
            weight: fields.optionalNumber("weight", .within(Limits.indicatorWeight)) ?? 1,
            trend: fields.optionalFlag("trend") ?? true, confidence: fields.optionalChoice("confidence"),
            observations: observations(fields), source: source(fields), note: fields.optionalText("note"))
    }

    private func observations(_ fields: Fields) -> [Indicator.Observation] {
        guard let node = fields.required("values", .mapping), let pairs = log.pairs(node, key: "values") else {
            return []
        }
        if pairs.isEmpty { log.complain(.count(key: "values", 1...Int.max, found: 0), at: node.place) }
        return pairs.map { pair in
            let year = NumberText.whole(pair.key) ?? 0
            if !YearLimits.data.contains(year) { log.complain(.yearKey(pair.key), at: pair.keyPlace) }
            let (first, second) = values(pair)
            return Indicator.Observation(year: year, first: first, second: second)
        }
    }

    private func values(_ pair: Node.Pair) -> (Double, Double) {
        guard case .sequence(let items) = pair.value.content, items.count == 2 else {
            log.wrong(pair.value, .pair, key: pair.key)
            return (1, 1)
        }
        let before = log.problems.count
        let first = log.number(items[0], .notNegative, key: nil)
        let second = log.number(items[1], .notNegative, key: nil)
        if first == 0, second == 0, log.problems.count == before { log.complain(.bothZero, at: pair.value.place) }
        return (first, second)
    }

    func source(_ fields: Fields) -> Source? {
        guard let node = fields["source"] else { return nil }
        let source = Fields(node, keys: ["publisher", "title", "date", "url"], in: log, key: "source")
        return Source(
            publisher: source.string("publisher"), title: source.optionalString("title"),
            date: source.required("date", .date).map { log.date($0, key: "date") }, url: source.string("url"))
    }
}

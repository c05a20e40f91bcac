import BalanceModel

/// Small nodes of the writers.
extension Node {
    /// An id, a number or a keyword.
    static func plain(_ text: String) -> Node { Node(.scalar(text, plain: true)) }
    static func quoted(_ text: String) -> Node { Node(.scalar(text, plain: false)) }
    static func number(_ x: Double) -> Node { plain(NumberText.text(x)) }
    static func flag(_ on: Bool) -> Node { plain(on ? "on" : "off") }
    static func list(_ items: [Node]) -> Node { Node(.sequence(items)) }
    static func set(_ pairs: [Pair]) -> Node { Node(.mapping(pairs)) }

    static func text(_ text: LocalizedText) -> Node {
        if text.entries.count == 1, text.entries[0].language.isEmpty { return quoted(text.entries[0].text) }
        return set(text.entries.map { Pair($0.language, quoted($0.text)) })
    }

    static func claims(_ claims: [String]) -> Node? { claims.isEmpty ? nil : list(claims.map(plain)) }
}

extension Node.Pair {
    init(_ key: String, _ value: Node) { self.init(key: key, keyPlace: .nowhere, value: value) }
}

extension [Node.Pair] {
    mutating func add(_ key: String, _ value: Node?) {
        if let value { append(Node.Pair(key, value)) }
    }

    mutating func add(_ key: String, _ text: LocalizedText?) { add(key, text.map { Node.text($0) }) }
}

/// A model to the keys of its file, in the contract's order; what has its default is left out.
struct ModelWriter {
    let model: Model

    func pairs() -> [Node.Pair] {
        var pairs: [Node.Pair] = [.init("format", .plain("1")), .init("id", .plain(model.id))]
        pairs.add("title", model.title)
        pairs.add("about", model.about)
        pairs.add("base_year", .plain(String(model.baseYear)))
        if model.terrainShift { pairs.add("terrain_shift", .flag(true)) }
        pairs.add("reading", .plain(model.reading.rawValue))
        pairs.add("aggregation", .plain(model.aggregation.rawValue))
        pairs.add("sides", .list([model.firstSide, model.secondSide].map(side)))
        func add(_ key: String, _ nodes: [Node]) { if !nodes.isEmpty { pairs.add(key, .list(nodes)) } }
        add("claims", model.claims.map { .set([.init("id", .plain($0.id)), .init("text", .text($0.text))]) })
        add("dimensions", model.dimensions.map(dimension))
        add("dynamics", model.dynamics.map(dynamic))
        add("interactions", model.interactions.map(interaction))
        let scenarios = ScenarioWriter(model: model)
        add("scenarios", model.scenarios.map { .set(scenarios.pairs($0)) })
        add("takeaways", model.takeaways.map(takeaway))
        return pairs
    }

    private func side(_ side: SideDescription) -> Node {
        var pairs: [Node.Pair] = [.init("id", .plain(side.id)), .init("name", .text(side.name))]
        if side.short != side.name { pairs.add("short", side.short) }
        return .set(pairs)
    }

    private func dimension(_ dimension: Dimension) -> Node {
        var pairs: [Node.Pair] = [.init("id", .plain(dimension.id)), .init("name", .text(dimension.name))]
        pairs.add("short", dimension.short)
        pairs.add("summary", dimension.summary)
        pairs.add("points", .number(dimension.points))
        if dimension.shift != 0 { pairs.add("shift", .number(dimension.shift)) }
        pairs.add("thesis", thesis(dimension.thesis))
        if !dimension.indicators.isEmpty { pairs.add("indicators", .list(dimension.indicators.map(indicator))) }
        return .set(pairs)
    }

    private func thesis(_ thesis: Thesis) -> Node {
        var pairs: [Node.Pair] = []
        switch thesis.start {
        case .level(let level): pairs.add("level", .plain(String(level)))
        case .advantage(let advantage): pairs.add("advantage", .number(advantage))
        }
        pairs.add("momentum", .plain(String(thesis.momentum)))
        pairs.add("uncertainty", .number(thesis.uncertainty))
        pairs.add("drift_uncertainty", .number(thesis.driftUncertainty))
        pairs.add("claims", Node.claims(thesis.claims))
        pairs.add("rationale", thesis.rationale)
        return .set(pairs)
    }

    private func indicator(_ indicator: Indicator) -> Node {
        var pairs: [Node.Pair] = [.init("id", .plain(indicator.id)), .init("name", .text(indicator.name))]
        pairs.add("unit", indicator.unit)
        pairs.add("better", .plain(indicator.better.rawValue))
        if indicator.weight != 1 { pairs.add("weight", .number(indicator.weight)) }
        if !indicator.trend { pairs.add("trend", .flag(false)) }
        pairs.add("confidence", indicator.confidence.map { .plain($0.rawValue) })
        let values = indicator.observations.map { observation in
            Node.Pair(String(observation.year), .list([.number(observation.first), .number(observation.second)]))
        }
        pairs.add("values", .set(values))
        pairs.add("source", indicator.source.map(source))
        pairs.add("note", indicator.note)
        return .set(pairs)
    }

    func source(_ source: Source) -> Node {
        var pairs: [Node.Pair] = [.init("publisher", .quoted(source.publisher))]
        pairs.add("title", source.title.map { .quoted($0) })
        pairs.add("date", source.date.map { .plain($0) })
        pairs.add("url", source.url.map { .quoted($0) })
        return .set(pairs)
    }

    private func takeaway(_ takeaway: Takeaway) -> Node {
        var pairs: [Node.Pair] = [.init("id", .plain(takeaway.id)), .init("text", .text(takeaway.text))]
        pairs.add("detail", takeaway.detail)
        pairs.add("claims", Node.claims(takeaway.claims))
        let test = takeaway.test
        var tested: [Node.Pair] = [.init("measure", .plain(test.measure.id))]
        func dimension(_ index: Int) -> Node { .plain(model.dimensions[index].id) }
        func dynamic(_ index: Int) -> Node { .plain(model.dynamics[index].id) }
        switch test.measure {
        case .dimensionsNotLed, .effectiveDimensions, .yearsToParity: break
        case .dynamicCost(let index), .dynamicReversal(let index): tested.add("dynamic", dynamic(index))
        case .decidingPower(let index): tested.add("dimension", dimension(index))
        case .dynamicGrip(let index, let place):
            tested.add("dynamic", dynamic(index))
            tested.add("dimension", dimension(place))
        case .splitLead(let first, let second):
            tested.add("first", .list(first.map(dimension)))
            tested.add("second", .list(second.map(dimension)))
        }
        tested.add("years", test.years.map { .number($0) })
        tested.add("supported_at", .number(test.supportedAt))
        tested.add("contradicted_at", .number(test.contradictedAt))
        pairs.add("test", .set(tested))
        return .set(pairs)
    }
}

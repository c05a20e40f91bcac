import BalanceModel

/// What comes back when the program starts again.
public struct Session: Sendable, Hashable {
    public var settings: Settings
    /// What the interface wants to remember, in its own words: view, focus, theme and the like.
    public var interface: [String: String]

    public init(settings: Settings, interface: [String: String] = [:]) {
        self.settings = settings
        self.interface = interface
    }
}

/// The file of the last session (contract §4): what differs from the model, and the interface's own keys.
public enum SessionFile {
    static let keys = [
        "format", "model", "scenario", "points", "locked", "dynamics", "indicators", "score_change", "drift_change",
        "year", "reading", "confidence", "aggregation", "terrain_shift", "interface",
    ]

    /// Reads a session of `model`; throws all problems.
    public static func decode(_ bytes: some Sequence<UInt8>, for model: Model) throws(ProblemList) -> Session {
        let (root, problems) = try NodeComposer.root(of: bytes)
        let log = ProblemLog(problems)
        let fields = Fields(root, keys: keys, in: log)
        _ = fields.whole("format", 1...1)
        SavedFile.checkModel(fields, model)
        let references = References(model)
        let changes = ScenarioDecoder(log: log, references: references).changes(fields)
        var settings = Settings(model, scenario: changes.scenario)
        settings.scenario = fields["scenario"].map { log.id($0, key: "scenario") }
        settings.reading = fields.optionalChoice("reading") ?? settings.reading
        settings.aggregation = fields.optionalChoice("aggregation") ?? settings.aggregation
        settings.confidence = fields.optionalChoice("confidence") ?? settings.confidence
        settings.terrainShift = fields.optionalFlag("terrain_shift") ?? settings.terrainShift
        let locked = fields.optionalList("locked")
        Names.distinct(locked, log)
        for node in locked {
            if let index = references.dimensions.index(of: node, key: nil, log) { settings.locked[index] = true }
        }
        var interface: [String: String] = [:]
        for pair in fields.optionalMapping("interface") {
            if pair.value.text == nil { log.wrong(pair.value, .line, key: pair.key) }
            interface[pair.key] = pair.value.text ?? ""
        }
        return try log.finish(Session(settings: settings, interface: interface))
    }

    /// The file's text. Settings equal to the model's are left out.
    public static func yaml(_ session: Session, for model: Model) -> String {
        let settings = session.settings
        var pairs: [Node.Pair] = [.init("format", .plain("1")), .init("model", .plain(model.id))]
        pairs.add("scenario", settings.scenario.map { .plain($0) })
        let start = Settings(model)
        let writer = ScenarioWriter(model: model)
        func changed(_ now: [Double], _ before: [Double]) -> [Scenario.Change] {
            zip(now, before).enumerated().compactMap { $1.0 == $1.1 ? nil : Scenario.Change($0, $1.0) }
        }
        pairs.add("points", writer.dimensions(changed(settings.points, start.points)))
        let locked = settings.locked.indices.filter { settings.locked[$0] }
        pairs.add("locked", locked.isEmpty ? nil : .list(locked.map { .plain(model.dimensions[$0].id) }))
        pairs.add("dynamics", writer.dynamics(changed(settings.intensities, start.intensities)))
        pairs.add("indicators", writer.indicators(indicatorChanges(settings, start)))
        pairs.add("score_change", writer.dimensions(changed(settings.scoreChange, start.scoreChange)))
        pairs.add("drift_change", writer.dimensions(changed(settings.driftChange, start.driftChange)))
        if settings.year != start.year { pairs.add("year", .number(settings.year)) }
        if settings.reading != start.reading { pairs.add("reading", .plain(settings.reading.rawValue)) }
        if settings.confidence != start.confidence { pairs.add("confidence", .plain(settings.confidence.rawValue)) }
        if settings.aggregation != start.aggregation { pairs.add("aggregation", .plain(settings.aggregation.rawValue)) }
        if settings.terrainShift != start.terrainShift { pairs.add("terrain_shift", .flag(settings.terrainShift)) }
        let interface = session.interface.sorted { $0.key < $1.key }
        pairs.add("interface", interface.isEmpty ? nil : .set(interface.map { .init($0.key, .quoted($0.value)) }))
        return NodeWriter.text(pairs)
    }

    private static func indicatorChanges(_ now: Settings, _ start: Settings) -> [Scenario.IndicatorChange] {
        now.indicatorWeights.indices.flatMap { i in
            now.indicatorWeights[i].indices.compactMap { j in
                let weight = now.indicatorWeights[i][j]
                return weight == start.indicatorWeights[i][j]
                    ? nil : Scenario.IndicatorChange(dimension: i, indicator: j, weight: weight)
            }
        }
    }
}

extension ScenarioDecoder.Changes {
    /// As a scenario without a name, to apply to settings.
    fileprivate var scenario: Scenario {
        Scenario(
            id: "", name: LocalizedText(""), points: points, dynamics: dynamics, scoreChange: scoreChange,
            driftChange: driftChange, indicators: indicators, year: year)
    }
}

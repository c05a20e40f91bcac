extension Scenario {
    /// A scenario that holds exactly what settings have that the model's own have not: applied, it gives the same
    /// balance (contract §4).
    ///
    /// A scenario has no key for a minimum confidence: the indicators it leaves out get weight 0 instead, to the same
    /// effect. Locks are no part of a balance and are not kept.
    public init(id: String, name: LocalizedText, story: LocalizedText? = nil, _ settings: Settings, of model: Model) {
        let start = Settings(model)
        func changed(_ now: [Double], _ before: [Double]) -> [Change] {
            now.indices.filter { now[$0] != before[$0] }.map { Change($0, now[$0]) }
        }
        self.init(
            id: id, name: name, story: story, points: changed(settings.points, start.points),
            dynamics: changed(settings.intensities, start.intensities),
            scoreChange: changed(settings.scoreChange, start.scoreChange),
            driftChange: changed(settings.driftChange, start.driftChange),
            indicators: Self.indicatorChanges(settings, model),
            year: settings.year == start.year ? nil : settings.year,
            reading: settings.reading == start.reading ? nil : settings.reading,
            aggregation: settings.aggregation == start.aggregation ? nil : settings.aggregation,
            terrainShift: settings.terrainShift == start.terrainShift ? nil : settings.terrainShift)
    }

    private static func indicatorChanges(_ settings: Settings, _ model: Model) -> [IndicatorChange] {
        model.dimensions.indices.flatMap { i in
            model.dimensions[i].indicators.indices.compactMap { j in
                let indicator = model.dimensions[i].indicators[j]
                let counts = settings.counts(indicator)
                let weight = counts ? settings.indicatorWeights[i][j] : 0
                return weight == indicator.weight
                    ? nil : IndicatorChange(dimension: i, indicator: j, weight: weight)
            }
        }
    }
}

extension Settings {
    /// Whether an indicator reaches the minimum confidence; one without a confidence counts as low (method §2).
    public func counts(_ indicator: Indicator) -> Bool { (indicator.confidence ?? .low) >= confidence }

    /// How many indicators with a weight the minimum confidence leaves out.
    public func leftOutByConfidence(_ model: Model) -> Int {
        model.dimensions.indices.reduce(0) { count, i in
            count
                + model.dimensions[i].indicators.indices.filter {
                    indicatorWeights[i][$0] > 0 && !counts(model.dimensions[i].indicators[$0])
                }.count
        }
    }
}

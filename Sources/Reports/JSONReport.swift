import BalanceModel

/// The figures of a report under the names and in the order of contract §3; JSON and CSV both render this.
enum JSONReport {
    static func value(_ input: ReportInput) -> JSONValue {
        let balance = input.balance
        let model = input.model
        var members: KeyValuePairs<String, JSONValue> {
            [
                "format": .integer(1),
                "program": .string(input.program),
                "model": .object(["id": .string(model.id), "title": .string(model.title(input.language))]),
                "settings": settings(input),
                "balance": .object([
                    "value": .number(balance.value),
                    "leader": .string(balance.leader.map { model.description(of: $0).id }),
                    "verdict": .string(balance.verdict.rawValue),
                    "parity_year": .number(balance.yearsToParity.map { Double(model.baseYear) + $0 }),
                ]),
                "dimensions": .array(model.dimensions.indices.map { dimension($0, model, balance) }),
                "dynamics": .array(model.dynamics.indices.map { dynamic($0, model, balance) }),
                "robustness": robustness(balance.robustness, model),
                "uncertainty": uncertainty(input.simulation),
                "outlook": .array(balance.outlook.map { outlook($0, input.simulation?.band(in: $0.year)) }),
                "takeaways": .array(model.takeaways.indices.map { takeaway($0, model, balance) }),
            ]
        }
        guard case .object(var all) = JSONValue.object(members) else { return .null }
        if let sensitivity = input.sensitivity {
            all.append(.init(key: "sensitivity", value: .array(sensitivity.map(JSONReport.sensitivity))))
        }
        return .object(all)
    }

    private static func settings(_ input: ReportInput) -> JSONValue {
        let settings = input.settings
        return .object([
            "scenario": .string(settings.scenario),
            "year": .number(settings.year),
            "reading": .string(settings.reading.rawValue),
            "confidence": .string(settings.confidence.rawValue),
            "aggregation": .string(settings.aggregation.rawValue),
            "terrain_shift": .bool(settings.terrainShift),
            "points": .byID(input.model.dimensions.map(\.id), settings.points),
            "dynamics": .byID(input.model.dynamics.map(\.id), settings.intensities),
            "samples": .integer(UInt64(max(0, input.samples))),
            "seed": .integer(input.seed),
        ])
    }

    private static func dimension(_ i: Int, _ model: Model, _ balance: Balance) -> JSONValue {
        let result = balance.dimensions[i]
        return .object([
            "id": .string(model.dimensions[i].id),
            "points": .number(result.points),
            "weight": .number(result.weight),
            "log_ratio": .number(result.logRatio),
            "advantage": .number(result.advantage),
            "uncertainty": .number(result.reading.startDeviation),
            "drift": .number(result.reading.drift),
            "drift_uncertainty": .number(result.reading.driftDeviation),
            "reading": .string(result.reading.reading.rawValue),
            "contribution": .number(result.contribution),
            "tipping_weight": .number(result.tippingWeight),
            "tipping_advantage": .number(result.tippingAdvantage),
        ])
    }

    private static func dynamic(_ d: Int, _ model: Model, _ balance: Balance) -> JSONValue {
        let result = balance.dynamics[d]
        return .object([
            "id": .string(model.dynamics[d].id),
            "intensity": .number(result.intensity),
            "effect": .number(result.effect),
            "tipping_intensity": .number(result.tippingIntensity),
        ])
    }

    private static func robustness(_ robustness: Robustness, _ model: Model) -> JSONValue {
        let ids = model.dimensions.map(\.id)
        let flip = robustness.fewestPoints.map { flip in
            JSONValue.object([
                "points": .number(flip.weight * 100),
                "moves": .array(
                    flip.moves.map {
                        .object([
                            "from": .string(ids[$0.from]), "to": .string(ids[$0.to]),
                            "points": .number($0.weight * 100),
                        ])
                    }),
            ])
        }
        return .object([
            "acceptability": .number(robustness.acceptability),
            "near_my_weights": .number(robustness.nearMyWeights),
            "under_my_ranking": .number(robustness.underMyRanking),
            "fewest_points": flip ?? .null,
            "spread": .object([
                "q05": .number(robustness.spread.q05), "q50": .number(robustness.spread.q50),
                "q95": .number(robustness.spread.q95),
            ]),
            "central_weights": .byID(
                Side.allCases.map { side in
                    .init(
                        key: model.description(of: side).id,
                        value: robustness.central(side).map { .byID(ids, $0) } ?? .null)
                }),
        ])
    }

    private static func uncertainty(_ simulation: SimulationFigures?) -> JSONValue {
        guard let simulation else { return .null }
        return .object([
            "p_first_leads": .number(simulation.firstLeads),
            "standard_error": .number(simulation.standardError),
            "p_first_leads_any_weights": .number(simulation.firstLeadsAnyWeights),
        ])
    }

    private static func outlook(_ year: OutlookYear, _ band: SimulationFigures.Band?) -> JSONValue {
        .object([
            "year": .number(Double(year.year)),
            "balance": .number(year.balance),
            "acceptability": .number(year.acceptability),
            "q05": .number(band?.q05),
            "q25": .number(band?.q25),
            "q50": .number(band?.q50),
            "q75": .number(band?.q75),
            "q95": .number(band?.q95),
        ])
    }

    private static func takeaway(_ k: Int, _ model: Model, _ balance: Balance) -> JSONValue {
        .object([
            "id": .string(model.takeaways[k].id),
            "status": .string(balance.takeaways[k].status.rawValue),
            "value": .number(balance.takeaways[k].value),
        ])
    }

    private static func sensitivity(_ figure: SensitivityFigure) -> JSONValue {
        .object([
            "input": .string(figure.input),
            "first_order": .number(figure.firstOrder),
            "total": .number(figure.total),
        ])
    }

    /// A comparison (contract §3): terms in units of the index.
    static func value(_ input: ComparisonInput) -> JSONValue {
        let comparison = input.comparison
        let ids = input.model.dimensions.map(\.id)
        return .object([
            "from": .object([
                "name": .string(input.baseline), "balance": .number(comparison.from.value),
            ]),
            "to": .object(["balance": .number(comparison.to.value)]),
            "change": .number(comparison.change),
            "weights": .byID(ids, comparison.weights),
            "scores": .byID(ids, comparison.scores),
        ])
    }
}

import BalanceModel
import Testing

/// What holds for every model and every setting.
@Suite struct RandomModelTests {
    @Test(arguments: 0..<120) func everythingStaysInRange(seed: Int) throws {
        let (model, settings) = RandomModels.pair(seed)
        let result = evaluate(model, settings)
        #expect(abs(result.value) <= 1 && abs(result.valueToday) <= 1)
        #expect(close(result.dimensions.reduce(0) { $0 + $1.weight }, 1))
        #expect(close(result.dimensions.reduce(0) { $0 + $1.contribution }, result.index))
        for dimension in result.dimensions {
            #expect(dimension.weight >= 0 && dimension.weight <= 1)
            #expect(abs(dimension.logRatio) <= 3 && abs(dimension.advantage) < 1)
            #expect(dimension.reading.startDeviation > 0 && dimension.reading.driftDeviation > 0)
            if let tipping = dimension.tippingWeight { #expect(tipping >= 0 && tipping <= 1) }
            if let interval = dimension.stabilityInterval { #expect(interval.contains(dimension.weight)) }
            if let advantage = dimension.tippingAdvantage { #expect(abs(advantage) < 1) }
        }
        for dynamic in result.dynamics {
            if let tipping = dynamic.tippingIntensity { #expect(tipping >= 0 && tipping <= 100) }
        }
        if let years = result.yearsToParity { #expect(years > 0 && years <= 25) }
        let robustness = result.robustness
        for share in [robustness.acceptability, robustness.nearMyWeights, robustness.underMyRanking] {
            if let share { #expect(share >= 0 && share <= 1) }
        }
        for central in [robustness.centralFirst, robustness.centralSecond] {
            guard let central else { continue }
            #expect(central.allSatisfy { $0 >= 0 && $0 <= 1 })
            #expect(close(central.reduce(0, +), 1, within: 1e-10))
        }
        let spread = robustness.spread
        let x = result.dimensions.map(\.advantage)
        #expect(try #require(x.min()) <= spread.q05 && spread.q95 <= #require(x.max()))
        #expect(spread.q05 <= spread.q50 && spread.q50 <= spread.q95)
        #expect(result.takeaways.allSatisfy { !$0.value.isNaN })
    }

    @Test(arguments: 0..<60) func sharesOfBothSidesAddUp(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let x = evaluate(model, settings).dimensions.map(\.index)
        guard let first = Acceptability.share(x), let second = Acceptability.share(x.map { -$0 }) else { return }
        #expect(close(first + second, 1))
    }

    @Test(arguments: 0..<60) func undoingAChangeGivesTheIdenticalResult(seed: Int) throws {
        let (model, before) = RandomModels.pair(seed)
        let result = evaluate(model, before)
        var settings = before
        try settings.setPoints(0, to: settings.points[0] == 37.5 ? 38 : 37.5)
        settings.year = 2031
        settings.aggregation = settings.aggregation.other
        settings.reading = settings.reading.other
        _ = evaluate(model, settings)
        settings.points[0] = before.points[0]
        settings.year = before.year
        settings.aggregation = settings.aggregation.other
        settings.reading = settings.reading.other
        #expect(settings == before)
        #expect(evaluate(model, settings) == result)
    }

    /// Readings that differ by rounding only, so that all that follows from them can be compared.
    @Test(arguments: 0..<60) func permutingDimensionsPermutesTheResult(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        var random = SeededGenerator(seed + 1000)
        // order[k] is the old place of the new dimension k.
        let order = model.dimensions.indices.shuffled(using: &random)
        let (permuted, arranged) = Permutation(order).applied(to: model, settings)
        let a = evaluate(model, settings)
        let b = evaluate(permuted, arranged)
        #expect(close(a.value, b.value) && close(a.valueToday, b.valueToday) && close(a.index, b.index))
        #expect(close(a.yearsToParity, b.yearsToParity, within: 1e-3))
        let old = order.map { a.dimensions[$0] }
        #expect(old.map(\.reading) == b.dimensions.map(\.reading) && old.map(\.points) == b.dimensions.map(\.points))
        #expect(allClose(old.map(\.weight), b.dimensions.map(\.weight)))
        #expect(allClose(old.map(\.logRatio), b.dimensions.map(\.logRatio)))
        #expect(eachClose(old.map(\.tippingWeight), b.dimensions.map(\.tippingWeight), within: 1e-9))
        #expect(eachClose(old.map(\.tippingAdvantage), b.dimensions.map(\.tippingAdvantage), within: 1e-9))
        for (x, y) in zip(a.dynamics, b.dynamics) {
            #expect(close(x.effect, y.effect) && close(x.effectInTenYears, y.effectInTenYears))
            #expect(close(x.tippingIntensity, y.tippingIntensity, within: 1e-9))
        }
        #expect(close(a.robustness.acceptability, b.robustness.acceptability))
        #expect(close(a.robustness.nearMyWeights, b.robustness.nearMyWeights, within: 1e-10))
        #expect(close(a.robustness.underMyRanking, b.robustness.underMyRanking, within: 1e-10))
        #expect(close(a.robustness.fewestPoints?.weight, b.robustness.fewestPoints?.weight, within: 1e-10))
        #expect(close(a.robustness.spread.q50, b.robustness.spread.q50, within: 1e-11))
        let central = a.robustness.centralFirst.map { old in order.map { old[$0] } }
        #expect(allClose(central, b.robustness.centralFirst, within: 1e-9))
        #expect(allClose(a.takeaways.map(\.value), b.takeaways.map(\.value), within: 1e-3))
        #expect(a.takeaways.map(\.status) == b.takeaways.map(\.status))
    }

    @Test(arguments: 0..<60) func swappingTheSidesMirrorsEverything(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let (mirrored, turned) = Mirror(model, settings).result
        let a = evaluate(model, settings)
        let b = evaluate(mirrored, turned)
        #expect(close(a.value, -b.value) && close(a.valueToday, -b.valueToday))
        #expect(a.verdict == b.verdict)
        #expect(close(a.yearsToParity, b.yearsToParity, within: 1e-6))
        #expect(close(a.robustness.acceptability, b.robustness.acceptability.map { 1 - $0 }))
        #expect(close(a.robustness.nearMyWeights, b.robustness.nearMyWeights.map { 1 - $0 }, within: 1e-10))
        #expect(close(a.robustness.underMyRanking, b.robustness.underMyRanking.map { 1 - $0 }, within: 1e-10))
        #expect(close(a.robustness.spread.q05, -b.robustness.spread.q95, within: 1e-11))
        #expect(close(a.robustness.spread.q50, -b.robustness.spread.q50, within: 1e-11))
        #expect(allClose(a.robustness.centralFirst, b.robustness.centralSecond, within: 1e-9))
        #expect(allClose(a.robustness.centralSecond, b.robustness.centralFirst, within: 1e-9))
        #expect(close(a.robustness.fewestPoints?.weight, b.robustness.fewestPoints?.weight))
        #expect(eachClose(a.dimensions.map(\.tippingWeight), b.dimensions.map(\.tippingWeight), within: 1e-9))
        for (x, y) in zip(a.dimensions, b.dimensions) {
            #expect(close(x.tippingAdvantage, y.tippingAdvantage.map { -$0 }, within: 1e-9))
        }
        for (x, y) in zip(a.dynamics, b.dynamics) {
            #expect(close(x.effect, -y.effect))
            #expect(close(x.tippingIntensity, y.tippingIntensity, within: 1e-8))
        }
    }

    @Test(arguments: 0..<60) func pointsForWeightsRoundTrip(seed: Int) {
        let (model, before) = RandomModels.pair(seed)
        var random = SeededGenerator(seed + 2000)
        var settings = before
        let weights = RandomModels.weighting(model.dimensions.count, &random)
        settings.points = before.points(forWeights: weights, model: model, years: settings.year - 2025)
        #expect(settings.points.allSatisfy { $0 >= 0 && $0 <= 100 })
        #expect(allClose(evaluate(model, settings).dimensions.map(\.weight), weights))
        // Its own weights come back as its own points, as long as none was over 100.
        let own = evaluate(model, before).dimensions.map(\.weight)
        #expect(
            allClose(
                before.points(forWeights: own, model: model, years: before.year - 2025), before.points, within: 1e-11)
        )
    }

    @Test(arguments: 0..<60) func exchangingPointsKeepsTheirSum(seed: Int) {
        let (_, before) = RandomModels.pair(seed)
        var random = SeededGenerator(seed + 3000)
        var settings = before
        let sum = before.points.reduce(0, +)
        let locked = Int.random(in: 0..<before.points.count, using: &random)
        settings.locked[locked] = true
        for _ in 0..<30 {
            let i = Int.random(in: 0..<before.points.count, using: &random)
            let target = Double.random(in: -5...105, using: &random)
            try? settings.setPoints(i, to: target)
            #expect(close(settings.points.reduce(0, +), sum, within: 1e-10))
            #expect(settings.points.allSatisfy { $0 >= 0 && $0 <= 100 })
            #expect(settings.points[locked] == before.points[locked])
        }
    }
}

/// A model with its dimensions in another order.
struct Permutation {
    /// The old place of each new dimension, and the other way round.
    let order: [Int]
    let place: [Int]

    init(_ order: [Int]) {
        self.order = order
        var place = order
        for (new, old) in order.enumerated() { place[old] = new }
        self.place = place
    }

    func applied(to model: Model, _ settings: Settings) -> (Model, Settings) {
        var model = model
        model.dimensions = order.map { model.dimensions[$0] }
        for d in model.dynamics.indices {
            for k in model.dynamics[d].effects.indices {
                model.dynamics[d].effects[k].dimension = place[model.dynamics[d].effects[k].dimension]
            }
        }
        for d in model.interactions.indices {
            for k in model.interactions[d].effects.indices {
                model.interactions[d].effects[k].dimension = place[model.interactions[d].effects[k].dimension]
            }
        }
        for k in model.takeaways.indices {
            switch model.takeaways[k].test.measure {
            case .decidingPower(let i): model.takeaways[k].test.measure = .decidingPower(dimension: place[i])
            case .dynamicGrip(let d, let i):
                model.takeaways[k].test.measure = .dynamicGrip(dynamic: d, dimension: place[i])
            case .splitLead(let first, let second):
                model.takeaways[k].test.measure = .splitLead(
                    first: first.map { place[$0] }, second: second.map { place[$0] })
            default: break
            }
        }
        var settings = settings
        settings.points = order.map { settings.points[$0] }
        settings.locked = order.map { settings.locked[$0] }
        settings.indicatorWeights = order.map { settings.indicatorWeights[$0] }
        settings.scoreChange = order.map { settings.scoreChange[$0] }
        settings.driftChange = order.map { settings.driftChange[$0] }
        return (model, settings)
    }
}

/// A model with its two sides exchanged.
struct Mirror {
    let result: (Model, Settings)

    init(_ model: Model, _ settings: Settings) {
        var model = model
        var settings = settings
        for i in model.dimensions.indices {
            switch model.dimensions[i].thesis.start {
            case .level(let level): model.dimensions[i].thesis.start = .level(-level)
            case .advantage(let s): model.dimensions[i].thesis.start = .advantage(-s)
            }
            model.dimensions[i].thesis.momentum.negate()
            model.dimensions[i].indicators = model.dimensions[i].indicators.map { indicator in
                Indicator(
                    id: indicator.id, name: indicator.name, better: indicator.better, weight: indicator.weight,
                    trend: indicator.trend, confidence: indicator.confidence,
                    observations: indicator.observations.map {
                        .init(year: $0.year, first: $0.second, second: $0.first)
                    })
            }
        }
        for d in model.dynamics.indices {
            for k in model.dynamics[d].effects.indices {
                model.dynamics[d].effects[k].immediate.negate()
                model.dynamics[d].effects[k].delayed.negate()
            }
        }
        for d in model.interactions.indices {
            for k in model.interactions[d].effects.indices { model.interactions[d].effects[k].delayed.negate() }
        }
        settings.scoreChange = settings.scoreChange.map { -$0 }
        settings.driftChange = settings.driftChange.map { -$0 }
        result = (model, settings)
    }
}

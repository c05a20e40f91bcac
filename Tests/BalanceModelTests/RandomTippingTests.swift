import BalanceModel
import Testing

/// Method §6: what the result says would bring the balance to 0 does.
@Suite struct RandomTippingTests {
    /// Moves a flip's points, in the settings, and evaluates again.
    @Test(arguments: 0..<50) func movingTheFewestPointsGivesZero(seed: Int) throws {
        let (model, settings) = RandomModels.pair(seed)
        let before = evaluate(model, settings)
        let x = before.dimensions.map(\.index)
        guard let flip = before.robustness.fewestPoints else {
            // None: nobody favours the other side (or nothing is to be flipped).
            #expect(before.index == 0 || x.allSatisfy { before.index > 0 ? $0 >= 0 : $0 <= 0 })
            return
        }
        var weights = before.dimensions.map(\.weight)
        for move in flip.moves {
            #expect(move.weight > 0 && move.from != move.to)
            weights[move.from] -= move.weight
            weights[move.to] += move.weight
        }
        #expect(weights.allSatisfy { $0 >= -1e-15 })
        #expect(close(flip.weight, flip.moves.reduce(0) { $0 + $1.weight }))
        var moved = settings
        moved.points = settings.points(forWeights: weights, model: model, years: before.years)
        #expect(close(evaluate(model, moved).value, 0))
    }

    /// All weightings of three dimensions with B = 0 lie on a line through the triangle; the weight that must move to
    /// one of them is half the sum of the absolute differences.
    @Test(arguments: 0..<60) func noSmallerTotalFlipsThreeDimensions(seed: Int) {
        let (model, settings) = RandomModels.pair(seed, dimensions: 3...3)
        let result = evaluate(model, settings)
        guard let flip = result.robustness.fewestPoints else { return }
        let x = result.dimensions.map(\.index)
        let weights = result.dimensions.map(\.weight)
        var ends: [[Double]] = []
        for (i, j) in [(0, 1), (1, 2), (2, 0)] where x[i] * x[j] < 0 {
            var end = [0.0, 0, 0]
            end[i] = x[j] / (x[j] - x[i])
            end[j] = 1 - end[i]
            ends.append(end)
        }
        guard ends.count == 2 else { return }
        var least = Double.infinity
        for step in 0...4_000 {
            let along = Double(step) / 4_000
            let there = zip(ends[0], ends[1]).map { $0 + along * ($1 - $0) }
            least = min(least, zip(there, weights).reduce(0) { $0 + abs($1.0 - $1.1) } / 2)
        }
        #expect(flip.weight <= least + 1e-12)
        #expect(least - flip.weight < 1e-3)
    }

    @Test(arguments: 0..<50) func settingATippingWeightGivesZero(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let before = evaluate(model, settings)
        for i in model.dimensions.indices {
            guard let tipping = before.dimensions[i].tippingWeight else { continue }
            let rest = 1 - before.dimensions[i].weight
            let weights = before.dimensions.indices.map {
                $0 == i ? tipping : before.dimensions[$0].weight / rest * (1 - tipping)
            }
            var changed = settings
            changed.points = settings.points(forWeights: weights, model: model, years: before.years)
            #expect(close(evaluate(model, changed).value, 0))
        }
    }

    /// Where there is none, no weight from 0 to 1 changes the sign.
    @Test(arguments: 0..<60) func withoutATippingWeightTheVerdictHolds(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let before = evaluate(model, settings)
        let x = before.dimensions.map(\.index)
        for i in x.indices where before.dimensions[i].tippingWeight == nil && before.dimensions[i].weight < 1 {
            let rest = (before.index - before.dimensions[i].contribution) / (1 - before.dimensions[i].weight)
            #expect(rest * x[i] >= -1e-12)
        }
    }

    @Test(arguments: 0..<50) func settingATippingAdvantageGivesZero(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let before = evaluate(model, settings)
        let evaluator = Evaluator(model, settings)
        let shifts = evaluator.dynamicShifts(at: before.years, intensities: evaluator.intensities)
        for i in model.dimensions.indices {
            // Advantages beyond tanh 3 exist on the scale but no setting reaches them (method §1).
            guard let tipping = before.dimensions[i].tippingAdvantage, abs(tipping) < 0.995 else { continue }
            let reading = before.dimensions[i].reading
            var changed = settings
            changed.scoreChange[i] +=
                Advantage.logRatio(advantage: tipping) - (reading.start + reading.drift * before.years + shifts[i])
            let after = evaluate(model, changed)
            #expect(close(after.dimensions[i].advantage, tipping, within: 1e-10))
            #expect(close(after.value, 0))
        }
    }

    @Test(arguments: 0..<50) func settingATippingIntensityGivesZero(seed: Int) {
        let (model, settings) = RandomModels.pair(seed)
        let before = evaluate(model, settings)
        for d in model.dynamics.indices {
            guard let tipping = before.dynamics[d].tippingIntensity else { continue }
            var changed = settings
            changed.intensities[d] = tipping
            #expect(close(evaluate(model, changed).value, 0))
        }
    }

    /// A fine scan finds no root where none is reported, and none nearer to the intensity set.
    @Test(arguments: 0..<60) func noTippingIntensityIsMissed(seed: Int) {
        let (model, settings) = RandomModels.pair(seed, dimensions: 2...6)
        let evaluator = Evaluator(model, settings)
        for d in model.dynamics.indices {
            let tipping = evaluator.tippingIntensity(of: d)
            let set = settings.intensities[d] / 100
            let reach = tipping.map { abs($0 - set) } ?? 1
            let present = evaluator.balance(at: evaluator.years)
            for step in 0...500 {
                let intensity = Double(step) / 500
                guard abs(intensity - set) < reach - 1e-9 else { continue }
                let value = evaluator.balance(at: evaluator.years, dynamic: d, intensity: intensity)
                #expect(value * present >= 0, "\(intensity) is nearer than \(tipping ?? -1)")
            }
        }
    }
}

import BalanceModel
import Testing

/// The smallest move of one slider that gives a takeaway another status.
@Suite struct TakeawayFlipTests {
    /// Takeaways at every whole position of a slider, by moving it in the settings and evaluating everything.
    private func takeaways(_ slider: TakeawayFlip.Slider, _ model: Model, _ settings: Settings)
        -> [(position: Double, takeaways: [TakeawayResult])]
    {
        (slider == .year ? 2025...2050 : 0...100).compactMap { whole -> (Double, [TakeawayResult])? in
            let position = Double(whole)
            var moved = settings
            switch slider {
            case .points(let i):
                guard position != settings.points[i], (try? moved.setPoints(i, to: position)) != nil,
                    moved.points[i] == position
                else { return nil }
            case .intensity(let d): moved.intensities[d] = position
            case .year: moved.year = position
            }
            return (position, evaluate(model, moved).takeaways)
        }
    }

    private func position(_ slider: TakeawayFlip.Slider, _ settings: Settings) -> Double {
        switch slider {
        case .points(let i): settings.points[i]
        case .intensity(let d): settings.intensities[d]
        case .year: settings.year
        }
    }

    private func check(_ model: Model, _ settings: Settings) {
        let sliders: [TakeawayFlip.Slider] =
            model.dimensions.indices.map { .points(dimension: $0) }
            + model.dynamics.indices.map { .intensity(dynamic: $0) } + [.year]
        let present = evaluate(model, settings).takeaways
        let flips = model.takeaways.indices.map { TakeawayFlip.all(model, settings, takeaway: $0) }
        for slider in sliders {
            let now = position(slider, settings)
            let moves = takeaways(slider, model, settings)
            for k in model.takeaways.indices {
                let nearest = moves.filter { $0.takeaways[k].status != present[k].status }
                    .min { (abs($0.position - now), $0.position) < (abs($1.position - now), $1.position) }
                let flip = flips[k].first { $0.slider == slider }
                #expect(flip?.to == nearest?.position, "\(model.takeaways[k].test.measure.id) \(slider)")
                #expect(flip?.value == nearest?.takeaways[k].value)
                #expect(flip?.status == nearest?.takeaways[k].status)
                #expect(flip == nil || flip?.from == now)
            }
        }
    }

    @Test func isTheNearestPositionThatChangesTheWord() { check(CodingModel.model, Settings(CodingModel.model)) }

    @Test func holdsWithLocksAndLaterYears() {
        check(
            CodingModel.model,
            settings(CodingModel.model) {
                $0.locked[1] = true
                $0.year = 2031
                $0.points[0] = 12.5
                $0.terrainShift = true
            })
    }

    @Test(arguments: 0..<3) func holdsInRandomModels(seed: Int) {
        let (model, settings) = RandomModels.pair(seed, dimensions: 2...3)
        check(model, settings)
    }

    @Test func handCase() {
        // w₁ of two equal leads decides from w₁/(w₂·0.5) ≥ 1, that is from 2p₁ ≥ p₂: 10 points against 20 are enough.
        let test = Takeaway.Test(measure: .decidingPower(dimension: 0), supportedAt: 1, contradictedAt: 0.5)
        let model = makeModel(
            [dimension(0.2, points: 20), dimension(0.5, points: 20)],
            takeaways: [Takeaway(id: "K", text: LocalizedText("K"), test: test)])
        let flips = TakeawayFlip.all(model, Settings(model), takeaway: 0)
        #expect(flips.map(\.slider) == [.points(dimension: 0), .points(dimension: 1)])
        #expect(flips.map(\.to) == [9, 41])
        #expect(flips.map(\.status) == [.open, .open])
        #expect(TakeawayFlip.smallest(flips) == flips[0])
        #expect(flips[0].distance == 11)
    }

    @Test func aMeasureKnowsWhatItIsAbout() {
        let model = CodingModel.model
        let measures = model.takeaways.map(\.test.measure)
        #expect(measures[0].dimensions(model) == [0, 1, 2, 3, 4])
        #expect(measures[2].dimensions(model) == [0, 4])
        #expect(measures[5].dimensions(model) == [0])
        #expect(measures[7].dimensions(model) == [0, 1, 2, 3])
        #expect(measures.map(\.dynamic) == [nil, nil, 1, 0, nil, 1, nil, nil])
    }
}

import BalanceModel

/// Random numbers that are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
    var seed: UInt64

    mutating func next() -> UInt64 {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var z = seed
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    /// Settings a reader could come to: a scenario or none, then any change of any setting.
    mutating func settings(_ model: Model) -> Settings {
        var settings = Settings(model)
        if chance(0.5), let scenario = model.scenarios.randomElement(using: &self) {
            settings = Settings(model, scenario: scenario)
        }
        for i in settings.points.indices where chance(0.4) { settings.points[i] = .random(in: 0.5...100, using: &self) }
        for d in settings.intensities.indices where chance(0.4) {
            settings.intensities[d] = .random(in: 0...100, using: &self)
        }
        for i in settings.indicatorWeights.indices {
            for j in settings.indicatorWeights[i].indices where chance(0.3) {
                settings.indicatorWeights[i][j] = chance(0.5) ? 0 : .random(in: 0...10, using: &self)
            }
        }
        if chance(0.6) { settings.year = Double(model.baseYear) + .random(in: 0...25, using: &self) }
        settings.reading = chance(0.5) ? .evidence : .thesis
        settings.confidence = Confidence.allCases.randomElement(using: &self) ?? .low
        settings.aggregation = chance(0.5) ? .geometric : .arithmetic
        settings.terrainShift = chance(0.5)
        if chance(0.3) { settings.locked[0] = true }
        return settings
    }
}

/// A model of many dimensions and long side names, with nothing optional in it.
let wideModel = Model(
    id: "wide", title: LocalizedText("Two grids"), baseYear: 2020,
    firstSide: SideDescription(id: "a", name: LocalizedText("Renewable sources"), short: LocalizedText("Renewables")),
    secondSide: SideDescription(id: "b", name: LocalizedText("Fossil sources"), short: LocalizedText("Fossils")),
    dimensions: (0..<24).map { i in
        Dimension(
            id: "d\(i)", name: LocalizedText("A dimension with a long name, number \(i)"), points: Double(i % 5),
            thesis: Thesis(start: .level(i % 7 - 3), momentum: i % 7 - 3))
    })

import BalanceModel
import Testing

@testable import Wording

@Test("parts are rounded so that they add up, what is 0 staying 0")
func apportionsWithSigns() {
    #expect(RoundedSplit.apportioned([0.0014, 0.0014, 0.0014], to: 4) == [2, 1, 1])
    #expect(RoundedSplit.apportioned([0.0026, -0.0026, 0], to: 1) == [3, -2, 0])
    #expect(RoundedSplit.apportioned([0, 0.0004, 0], to: 1) == [0, 1, 0])
    #expect(RoundedSplit.apportioned([0, 0], to: 0) == [0, 0])
    #expect(RoundedSplit.apportioned([], to: 3) == [])
}

@Test("an id is plain, short, unique, and no name of a reading")
func makesIDs() {
    #expect(ScenarioID.make(from: "Été à l’œuvre !", taken: []) == "ete-a-l-oeuvre")
    #expect(ScenarioID.make(from: "  --  ", taken: []) == "scenario")
    #expect(ScenarioID.make(from: "中国", taken: ["scenario"]) == "scenario-2")
    #expect(ScenarioID.make(from: "Capture", taken: ["capture", "capture-2"]) == "capture-3")
    #expect(ScenarioID.make(from: "Thesis", taken: []) == "thesis-2")
    let long = String(repeating: "abc ", count: 30)
    #expect(ScenarioID.make(from: long, taken: []).count == 39)
    let second = ScenarioID.make(from: long, taken: [ScenarioID.make(from: long, taken: [])])
    #expect(second.count <= 40 && second.hasSuffix("-2"))
}

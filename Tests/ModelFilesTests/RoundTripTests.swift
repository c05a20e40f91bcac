import BalanceModel
import Testing

@testable import ModelFiles

@Suite struct RoundTripTests {
    @Test func theExampleComesBack() throws {
        let model = try Example.model()
        #expect(try ModelFile.decode(ModelFile.yaml(model).utf8) == model)
    }

    @Test(arguments: BundledModels.ids)
    func bundledModelsComeBack(_ id: String) throws {
        let model = try #require(BundledModels.model(id))
        let yaml = ModelFile.yaml(model)
        #expect(try ModelFile.decode(yaml.utf8) == model)
        let long = yaml.split(separator: "\n").filter { $0.unicodeScalars.count > 120 }
        #expect(long.filter { !$0.contains("url: ") } == [])
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func randomModelsComeBack(_ seed: UInt64) throws {
        var models = RandomModels(random: SplitMix(seed: seed))
        let model = models.model()
        let yaml = ModelFile.yaml(model)
        #expect(try ModelFile.decode(yaml.utf8) == model, "\(yaml)")
        #expect(try ModelFile.yaml(ModelFile.decode(yaml.utf8)) == yaml)
        for scenario in model.scenarios {
            let saved = ScenarioFile.yaml(scenario, for: model)
            #expect(try ScenarioFile.decode(saved.utf8, for: model) == scenario, "\(saved)")
        }
        let session = models.session(model)
        let saved = SessionFile.yaml(session, for: model)
        #expect(try SessionFile.decode(saved.utf8, for: model) == session, "\(saved)")
    }

    @Test func writesTextsAsOneWouldByHand() {
        let long = "Words that go on and on, " + String(repeating: "one after the other, ", count: 10) + "to the end."
        let pairs: [Node.Pair] = [
            .init("a", .quoted("x: \"y\"")), .init("b", .quoted(long + "\n\nA paragraph.")),
            .init("c", .quoted("  " + long)), .init("d", .quoted("\u{1}\u{2028}\t")),
        ]
        let yaml = NodeWriter.text(pairs)
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "a: \"x: \\\"y\\\"\"")
        #expect(lines[1] == "b: >-")
        #expect(lines[2].hasPrefix("  Words that go on") && lines[2].count <= 120)
        #expect(lines.contains("") && lines.contains("  A paragraph."))
        #expect(lines.contains { $0.hasPrefix("c: \"  Words") })
        #expect(lines.contains("d: \"\\u0001\\u2028\\t\""))
        let root = NodeComposer.compose(yaml.utf8).root
        #expect(root?["b"]?.text == long + "\n\nA paragraph.")
        #expect(root?["c"]?.text == "  " + long)
    }
}

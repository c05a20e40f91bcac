import BalanceModel
import CellGrid
import Explorer
import Testing

@testable import ModelFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Damaged files of every kind: always a result that is whole, or problems with places in the file. FULCRUM_FUZZ sets
/// how many files of each kind; a run that fails names the seed.
@Suite struct FuzzTests {
    private static let count = getenv("FULCRUM_FUZZ").flatMap { Int(String(cString: $0)) } ?? 800
    /// Seeds come in groups, so that tests run beside each other.
    private static let groups: [Range<Int>] = (0..<8).map { count * $0 / 8..<count * ($0 + 1) / 8 }

    private func run(
        _ seeds: Range<Int>, _ original: [UInt8], _ check: ([UInt8]) throws -> Void
    ) {
        for seed in seeds {
            var mutator = Mutator(random: SplitMix(seed: UInt64(seed)))
            let bytes = mutator.mutate(original)
            do {
                try check(bytes)
            } catch let list as ProblemList {
                expectPlaces(list, bytes, seed)
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
    }

    private func expectPlaces(_ list: ProblemList, _ bytes: [UInt8], _ seed: Int) {
        let lines = 2 + bytes.count { $0 == 0x0A || $0 == 0x0D }
        #expect(!list.problems.isEmpty, "seed \(seed)")
        for problem in list.problems {
            #expect((1...lines).contains(problem.line) && problem.column >= 1, "seed \(seed)")
            for language in Language.allCases {
                let text = problem.rendered(file: "f", language)
                #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "seed \(seed)")
                #expect(text.unicodeScalars.count < 1_000, "seed \(seed)")
            }
        }
    }

    private func checkModel(_ bytes: [UInt8]) throws {
        let model = try ModelFile.decode(bytes)
        #expect(try ModelFile.decode(ModelFile.yaml(model).utf8) == model)
        let settings = [Settings(model)] + model.scenarios.map { Settings(model, scenario: $0) }
        for settings in settings {
            let balance = evaluate(model, settings)
            #expect(balance.value.isFinite && abs(balance.value) <= 1)
        }
        draw(model, bytes.count)
    }

    /// What a file may say must be drawn as well, to the end of every list and with every item opened.
    private func draw(_ model: Model, _ seed: Int) {
        let sizes = [Size(80, 24), Size(120, 40), Size(40, 12), Size(61, 18), Size(200, 60)]
        let size = sizes[seed % sizes.count]
        var state = State(model: model, language: seed % 2 == 0 ? .en : .fr)
        _ = reduce(&state, .input(.resize(size)))
        for key in "123456" {
            _ = reduce(&state, .input(.key(.character(key))))
            for move in [Key.end, .tab, .enter, .escape, .down, .character("i"), .escape] {
                _ = reduce(&state, .input(.key(move)))
                let grid = Screen.render(state, size, theme: .standard).grid
                #expect(grid.cells.count == size.width * size.height)
            }
        }
    }

    @Test(arguments: groups) func models(_ seeds: Range<Int>) {
        run(seeds, Array(Example.yaml.utf8), checkModel)
    }

    @Test(arguments: BundledModels.ids) func bundledModels(_ id: String) throws {
        run(0..<max(10, Self.count / 50), try #require(BundledModels.yaml(id)), checkModel)
    }

    @Test(arguments: groups) func scenarios(_ seeds: Range<Int>) throws {
        let model = try Example.model()
        run(seeds, Array(ScenarioFile.yaml(model.scenarios[0], for: model).utf8)) { bytes in
            let scenario = try ScenarioFile.decode(bytes, for: model)
            #expect(try ScenarioFile.decode(ScenarioFile.yaml(scenario, for: model).utf8, for: model) == scenario)
            #expect(evaluate(model, Settings(model, scenario: scenario)).value.isFinite)
        }
    }

    @Test(arguments: groups) func sessions(_ seeds: Range<Int>) throws {
        let model = try Example.model()
        var settings = Settings(model, scenario: model.scenarios[0])
        settings.locked[1] = true
        settings.confidence = .high
        let session = Session(settings: settings, interface: ["view": "outlook", "focus": "compute"])
        run(seeds, Array(SessionFile.yaml(session, for: model).utf8)) { bytes in
            let session = try SessionFile.decode(bytes, for: model)
            #expect(try SessionFile.decode(SessionFile.yaml(session, for: model).utf8, for: model) == session)
            #expect(evaluate(model, session.settings).value.isFinite)
        }
    }

    @Test(arguments: groups) func configurations(_ seeds: Range<Int>) {
        let yaml = "language: fr\ntheme: dusk\nmouse: off\nkeys:\n  quit: Q\n  undo: [u, ctrl-z, \"~\"]\n  help: []\n"
        run(seeds, Array(yaml.utf8)) { _ = try ConfigFile.decode($0) }
    }
}

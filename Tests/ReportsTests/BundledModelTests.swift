import BalanceModel
import ModelFiles
import Testing
import Wording

@testable import Reports

/// The program's own model leaves the screen whole, in every scenario, reading and language.
@Suite struct BundledModelTests {
    static let inputs: [ReportInput] = {
        guard let model = BundledModels.model("ai-us-china") else { return [] }
        var start = Settings(model)
        var all = [start]
        start.reading = .evidence
        all.append(start)
        start.reading = .thesis
        start.year = 2031
        start.aggregation = .geometric
        all.append(start)
        all += model.scenarios.map { Settings(model, scenario: $0) }
        return Language.allCases.flatMap { language in
            all.map { settings in
                let balance = evaluate(model, settings)
                return ReportInput(
                    program: "fulcrum 1.0.0", model: model, balance: balance, simulation: Ports.simulation(balance),
                    language: language,
                    command: ReproducingCommand(
                        ["report", "--format", "svg"], model: model, settings: settings, language: language
                    ).arguments)
            }
        }
    }()

    @Test func thereAreSome() { #expect(Self.inputs.count > 10) }

    @Test(arguments: inputs.indices) func keepsPicturesInOrder(_ index: Int) {
        let picture = Picture(Self.inputs[index])
        let boxes = picture.canvas.textBoxes
        for (i, a) in boxes.enumerated() {
            #expect(a.left >= 0 && a.right <= Picture.width && a.bottom <= picture.height, "\(a)")
            #expect(!a.text.hasSuffix("…"), "\(a.text) is cut")
            for b in boxes[(i + 1)...] {
                let apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
                #expect(apart, "\(a) and \(b)")
            }
        }
    }

    @Test(arguments: inputs.indices) func readsBackAsJSON(_ index: Int) throws {
        let root = try ParsedJSON(report(Self.inputs[index], as: .json))
        #expect(root["balance"]?["value"]?.number == Self.inputs[index].balance.value)
    }

    @Test func writesReportsToLookAt() throws {
        try writeToLookAt(Self.inputs)
    }
}

import BalanceModel
import Testing

@testable import ModelFiles

/// What the program promises of every model it brings along.
@Suite struct BundledModelsTests {
    /// Texts of a model file and the keys that lead to them.
    private struct Texts {
        var complaints: [String] = []
        var french: [String] = []
        private static let prose: Set = ["about", "detail", "note", "period", "rationale", "story", "summary", "text"]
        private static let names: Set = ["name", "short", "title", "unit"]

        mutating func walk(_ node: Node, _ path: [String]) {
            switch node.content {
            case .sequence(let items):
                for (i, item) in items.enumerated() { walk(item, path + [item["id"]?.text ?? "\(i)"]) }
            case .mapping(let pairs):
                let languages = pairs.filter { $0.key == "en" || $0.key == "fr" }
                if !languages.isEmpty {
                    french += languages.filter { $0.key == "fr" }.compactMap(\.value.text)
                    if languages.count < 2 || languages.contains(where: { ($0.value.text ?? "").isEmpty }) {
                        complaints.append(path.joined(separator: "/"))
                    }
                } else {
                    for pair in pairs { walk(pair.value, path + [pair.key]) }
                }
            case .scalar(let text, _):
                guard let key = path.last, !path.contains("source") else { return }
                // A name of one word, such as a company’s, may be the same in every language.
                if Self.prose.contains(key) || Self.names.contains(key) && text.contains(" ") {
                    complaints.append(path.joined(separator: "/"))
                }
            case .unusable: complaints.append(path.joined(separator: "/"))
            }
        }

        init(_ root: Node) { walk(root, []) }
    }

    private func root(_ yaml: some Sequence<UInt8>) throws -> Node { try #require(NodeComposer.compose(yaml).root) }

    @Test func thereAreThree() { #expect(BundledModels.ids == ["ai-us-china", "two-bakeries", "airbus-boeing"]) }

    @Test(arguments: BundledModels.ids)
    func passesTheCheckUnderItsName(_ id: String) throws {
        #expect(try ModelFile.decode(#require(BundledModels.yaml(id))).id == id)
    }

    @Test(arguments: BundledModels.ids)
    func speaksBothLanguages(_ id: String) throws {
        let texts = Texts(try root(#require(BundledModels.yaml(id))))
        #expect(texts.complaints == [])
        #expect(texts.french.count > 15)
    }

    @Test func seesAMissingLanguage() throws {
        let texts = Texts(try root("sides: [{id: a, name: Two words}, {id: b, name: {en: B}}, {id: c, name: C}]".utf8))
        #expect(texts.complaints == ["sides/a/name", "sides/b/name"])
    }

    @Test(arguments: BundledModels.ids)
    func setsFrenchAsInPrint(_ id: String) throws {
        for text in Texts(try root(#require(BundledModels.yaml(id)))).french {
            #expect(!text.contains("'"), "\(text)")
            for mark in [" :", " ;", " !", " ?", " %", "« ", " »"] { #expect(!text.contains(mark), "\(text)") }
        }
    }

    /// The widths that the screen’s columns allow for.
    @Test(arguments: BundledModels.ids, Language.allCases)
    func fitsItsColumns(_ id: String, _ language: Language) throws {
        let model = try #require(BundledModels.model(id))
        for side in [model.firstSide, model.secondSide] { #expect(side.short(language).count <= 3, "\(side.id)") }
        for takeaway in model.takeaways { #expect(takeaway.text(language).count <= 35, "\(takeaway.id)") }
        for dimension in model.dimensions {
            #expect((dimension.short ?? dimension.name)(language).count <= 14, "\(dimension.id)")
        }
    }

    /// A scenario that changes nothing is a slip of the pen.
    @Test(arguments: BundledModels.ids)
    func everyScenarioMovesTheBalance(_ id: String) throws {
        let model = try #require(BundledModels.model(id))
        let start = evaluate(model, Settings(model)).value
        for scenario in model.scenarios {
            #expect(evaluate(model, Settings(model, scenario: scenario)).value != start, "\(scenario.id)")
        }
    }
}

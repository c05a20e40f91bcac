import BalanceModel
import Testing

@testable import ModelFiles

/// The complaints of a decoder, as `LINE:COLUMN: message`; none when it gives a result.
func complaints(_ language: Language = .en, _ decode: () throws -> Void) -> [String] {
    do {
        try decode()
        return []
    } catch let list as ProblemList {
        return list.problems.map { "\($0.line):\($0.column): \($0.message(language))" }
    } catch {
        return ["\(error)"]
    }
}

func modelComplaints(_ yaml: String, _ language: Language = .en) -> [String] {
    complaints(language) { _ = try ModelFile.decode(yaml.utf8) }
}

@Suite struct ModelFileTests {
    @Test func readsEveryKeyOfTheContract() throws {
        let model = try Example.model()
        #expect(model.id == "example")
        #expect(model.about?(.fr) == "Un petit modèle")
        #expect(model.dimensions.map(\.points) == [20, 12.5])
    }

    @Test func bundled() throws {
        let bytes = try #require(BundledModels.yaml("ai-us-china"))
        #expect(complaints { _ = try ModelFile.decode(bytes) } == [])
    }

    @Test func show() throws {
        let bad = Example.with("points: 20", "pionts: 20").replacingOccurrencesOnce("12.5", "1_2")
        for line in modelComplaints(bad) { print(line) }
        print(ModelFile.yaml(try Example.model()))
    }
}

extension String {
    func replacingOccurrencesOnce(_ a: String, _ b: String) -> String {
        firstRange(of: a).map { replacingCharacters(in: $0, with: b) } ?? self
    }
}

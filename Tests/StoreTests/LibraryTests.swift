import BalanceModel
import Foundation
import ModelFiles
import Testing
import Wording

@testable import Store

/// The reader's own files: what is broken is told of and kept.
@Suite struct LibraryTests {
    let folder: Folder
    let library: Library
    let model: Model

    init() throws {
        folder = try Folder()
        library = Library(try #require(Places(environment: ["HOME": folder.path])))
        model = try #require(BundledModels.model("ai-us-china"))
    }

    private static let scenarios = ".local/share/fulcrum/scenarios/"
    private static let session = ".local/state/fulcrum/ai-us-china.yaml"

    // MARK: Places

    @Test func followsTheXDGSpecification() {
        let places = Places(environment: [
            "HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "relative", "XDG_STATE_HOME": "",
        ])
        #expect(places?.configFile == "/c/fulcrum/config.yaml")
        #expect(places?.scenarioFile("x") == "/h/.local/share/fulcrum/scenarios/x.yaml")
        #expect(places?.sessionFile(model: "m") == "/h/.local/state/fulcrum/m.yaml")
        #expect(Places(environment: [:]) == nil && Places(environment: ["HOME": ""]) == nil)
    }

    // MARK: Session

    @Test func aSessionComesBack() throws {
        var settings = Settings(model)
        settings.points[1] = 100 / 3
        settings.reading = .evidence
        let session = Session(settings: settings, interface: ["view": "evidence"])
        try library.save(session, for: model)
        var notices: [Phrase] = []
        #expect(library.session(for: model, notices: &notices) == .init(session: session) && notices.isEmpty)
    }

    @Test func noSessionIsNothingToTell() {
        var notices: [Phrase] = []
        #expect(library.session(for: model, notices: &notices) == .init() && notices.isEmpty)
    }

    @Test(arguments: [
        "", "\u{0}", "format: 1\nmodel: other\n", "format: 1\nmodel: ai-us-china\npoints: {nowhere: 3}\n",
        "format: 9\nmodel: ai-us-china\n", "points: {compute: .nan}\n", "[[[[",
        "format: 1\nmodel: ai-us-china\nyear: 1\n",
    ])
    func aDamagedSessionIsSetAside(text: String) throws {
        try folder.write(text, Self.session)
        var notices: [Phrase] = []
        #expect(library.session(for: model, notices: &notices) == .init())
        #expect(notices.count == 1 && notices[0].en.contains("set aside"))
        #expect(folder.text(Self.session) == nil && folder.text(Self.session + ".damaged") == text)
        #expect(library.session(for: model, notices: &notices) == .init() && notices.count == 1)
    }

    @Test func whatIsNoFileIsLeftAlone() throws {
        try folder.write("", Self.session + "/inside")
        var notices: [Phrase] = []
        #expect(library.session(for: model, notices: &notices).obstacle?.reason == .kept)
        #expect(notices.count == 1 && notices[0].en.contains("left alone"))
        #expect(folder.text(Self.session + "/inside") == "")
    }

    // MARK: Scenarios

    private func scenario(_ id: String) -> Scenario {
        Scenario(id: id, name: LocalizedText("Mine"), points: [.init(0, 40)])
    }

    @Test func savesReadsAndDeletes() throws {
        try library.save(scenario("mine"), for: model)
        var notices: [Phrase] = []
        #expect(library.scenarios(for: model, notices: &notices) == [scenario("mine")] && notices.isEmpty)
        try library.deleteScenario(id: "mine")
        #expect(library.scenarios(for: model, notices: &notices).isEmpty && notices.isEmpty)
        #expect(throws: StoreProblem.self) { try library.deleteScenario(id: "mine") }
    }

    @Test func replacesItsOwn() throws {
        try library.save(scenario("mine"), for: model)
        var changed = scenario("mine")
        changed.year = 2030
        try library.save(changed, for: model)
        var notices: [Phrase] = []
        #expect(library.scenarios(for: model, notices: &notices) == [changed])
    }

    /// The folder is shared by all models: what another put there under the same name is not ours to replace.
    @Test(arguments: [
        "model: other\nid: mine\nname: Theirs\n", "model: ai-us-china\nid: mine\nname: [\n", "", "notes of mine\n",
        "model: ai-us-china\nid: mine\nname: Mine\npoints: {nowhere: 3}\n",
    ])
    func keepsAFileThatHoldsSomethingElse(text: String) throws {
        try folder.write(text, Self.scenarios + "mine.yaml")
        let path = library.places.scenarioFile("mine")
        let problem = StoreProblem(path: path, reason: .otherContent)
        #expect(throws: problem) { try library.save(scenario("mine"), for: model) }
        #expect(folder.text(Self.scenarios + "mine.yaml") == text)
        #expect(problem.exitCode == 73 && problem.english.contains("another name"))
    }

    @Test func tellsOfBrokenOnesAndPassesOverThoseOfOtherModels() throws {
        try library.save(scenario("mine"), for: model)
        let files = [
            "foreign.yaml": "model: other\nid: foreign\nname: Theirs\n",
            "unknown.yaml": "model: ai-us-china\nid: unknown\nname: U\npoints: {nowhere: 3}\n",
            "broken.yaml": "model: ai-us-china\nid: [\n",
            "wrong-name.yaml": "model: ai-us-china\nid: right\nname: R\n",
            "capture.yaml": "model: ai-us-china\nid: capture\nname: The model’s own id\n",
        ]
        for (name, text) in files { try folder.write(text, Self.scenarios + name) }
        try folder.write("", Self.scenarios + "folder.yaml/x")
        var notices: [Phrase] = []
        #expect(library.scenarios(for: model, notices: &notices).map(\.id) == ["mine"])
        #expect(notices.count == 5)
        for name in ["unknown", "broken", "wrong-name", "capture", "folder"] {
            #expect(notices.contains { $0.en.contains("/\(name).yaml") && $0.fr.contains("/\(name).yaml") }, "\(name)")
        }
        for (name, text) in files { #expect(folder.text(Self.scenarios + name) == text) }
    }

    @Test func sweepsBothFolders() throws {
        for place in [Self.scenarios, ".local/state/fulcrum/"] {
            let path = try folder.write("half", place + ".fulcrum-1-2.tmp")
            let old = Date().addingTimeInterval(-7200)
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
        }
        library.sweep()
        #expect(folder.text(Self.scenarios + ".fulcrum-1-2.tmp") == nil)
        #expect(folder.text(".local/state/fulcrum/.fulcrum-1-2.tmp") == nil)
    }
}

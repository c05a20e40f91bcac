import BalanceModel
import Testing
import Wording

@testable import Explorer

/// A reader who types lines.
private struct Talker {
    var state: State
    var reply = LinearReply(lines: [])

    init(_ language: Language = .en, saved: [Scenario] = []) {
        state = State(model: bundled, language: language, savedScenarios: saved)
    }

    @discardableResult
    mutating func say(_ line: String) -> String {
        reply = LinearDialogue.reply(to: line, &state)
        return reply.lines.joined(separator: "\n")
    }
}

@Suite("Line-by-line dialogue")
struct LinearTests {
    @Test("a change is answered by what changed, the verdict and how sure it is")
    func change() {
        var talker = Talker()
        let answer = talker.say("weight compute 30")
        var expected = Settings(bundled)
        expected.points[bundled.dimension(id: "compute") ?? 0] = 30
        let words = Words(bundled, .en)
        let balance = evaluate(bundled, expected)
        #expect(talker.state.balance == balance)
        #expect(answer.contains("30") && answer.contains(words.verdictSentence(balance.value)))
        #expect(answer.contains(words.robustnessInShort(balance)[1]))
        #expect(!answer.contains("\n") && !talker.reply.isRefusal)
    }

    @Test(
        "each command does what its key does",
        arguments: [
            ("+ compute 5", "points"), ("plus calcul", "points"), ("dynamic malaise 80", "intensity"),
            ("dynamique malaise=80", "intensity"), ("year 2031", "year"), ("année 2031", "year"), ("y", "year"),
            ("reading evidence", "reading"), ("lecture indicateurs", "reading"), ("t", "reading"),
            ("aggregation geo", "aggregation"), ("terrain on", "terrain"), ("confidence high", "confidence"),
            ("lock adoption", "lock"), ("verrouiller adoption", "lock"), ("toggle adoption", "lock"),
            ("even-out", "none"),
        ])
    func changes(line: String, what: String) {
        var talker = Talker()
        let start = talker.state.settings
        talker.say(line)
        let now = talker.state.settings
        let changed: [String] = [
            now.points != start.points ? "points" : nil, now.intensities != start.intensities ? "intensity" : nil,
            now.year != start.year ? "year" : nil, now.reading != start.reading ? "reading" : nil,
            now.aggregation != start.aggregation ? "aggregation" : nil,
            now.terrainShift != start.terrainShift ? "terrain" : nil,
            now.confidence != start.confidence ? "confidence" : nil, now.locked != start.locked ? "lock" : nil,
        ].compactMap { $0 }
        #expect(changed == (what == "none" ? [] : [what]), "\(line): \(talker.reply.lines)")
        #expect(!talker.reply.isRefusal && !talker.reply.lines.isEmpty)
        #expect(talker.state.overlays.isEmpty)
        guard what != "none" else { return }
        talker.say("undo")
        #expect(talker.state.settings == start)
        talker.say("refaire")
        #expect(talker.state.settings == now)
    }

    @Test("a scenario is set whole, by id or name in either language", arguments: Language.allCases)
    func scenario(language: Language) throws {
        let scenario = try #require(bundled.scenarios.last)
        for name in [scenario.id, scenario.name(.en), scenario.name(.fr).uppercased()] {
            var talker = Talker(language)
            talker.say("scenario \(name)")
            #expect(talker.state.settings == Settings(bundled, scenario: scenario), "\(name): \(talker.reply.lines)")
        }
    }

    @Test(
        "bad input is answered by one clear line and changes nothing",
        arguments: [
            "weight compute 300", "weight compute", "weight nosuch 3", "poids compute trente", "year 1999",
            "reading tea", "frobnicate", "re", "dynamic malaise -3", "export report.docx", "export", "undo",
            "compare qqq",
            "scenario zzz", "mouse", "down", "left", "next-panel", "undo 3", "find", "lock", "weight compute nan",
            "list nothing", "u\u{1B}[2J",
        ], Language.allCases)
    func refusals(line: String, language: Language) {
        var talker = Talker(language)
        let start = talker.state.settings
        let answer = talker.say(line)
        #expect(talker.reply.isRefusal && talker.reply.lines.count == 1 && talker.reply.effects.isEmpty, "\(answer)")
        #expect(!answer.unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect(talker.state.settings == start && talker.state.overlays.isEmpty)
    }

    @Test("the last points can't go", arguments: Language.allCases)
    func lastPoints(language: Language) {
        var talker = Talker(language)
        for dimension in bundled.dimensions { talker.say("weight \(dimension.id) 0") }
        #expect(talker.reply.isRefusal)
        #expect(talker.state.settings.points.contains { $0 > 0 })
    }

    @Test(
        "questions are answered in lines without drawings, and change nothing",
        arguments: [
            "", "status", "list", "list indicators", "list scenarios", "list claims", "takeaways", "why compute",
            "why K1", "why malaise", "sure", "flip", "outlook", "figures compute", "claims", "claims compute",
            "compare evidence", "compare thesis", "find compute", "help", "help weight", "help undo", "scenarios", "?",
            "2", "3", "4", "5", "6", "i",
        ], Language.allCases)
    func questions(line: String, language: Language) {
        var talker = Talker(language)
        let start = talker.state.settings
        let answer = talker.say(line)
        #expect(!talker.reply.isRefusal && !answer.isEmpty, "\(line): \(answer)")
        #expect(talker.state.settings == start && talker.state.overlays.isEmpty)
        let drawn = answer.unicodeScalars.filter {
            (0x2500...0x259F).contains($0.value) || (0x2800...0x28FF).contains($0.value)
        }
        #expect(drawn.isEmpty)
        #expect(talker.reply.lines.allSatisfy { !$0.contains("\n") && !$0.isEmpty })
    }

    @Test("every command of the table is answered, by name and by key", arguments: CommandID.allCases)
    func everyCommand(id: CommandID) {
        for line in [id.rawValue, Command[id].title.en, Command[id].title.fr] {
            var talker = Talker()
            talker.say(line)
            #expect(!talker.reply.lines.isEmpty || !talker.reply.effects.isEmpty, "\(line)")
            #expect(talker.state.overlays.isEmpty)
        }
    }

    @Test("no verb hides another, and each has its own words")
    func names() {
        let names = LinearVerb.table.flatMap { verb in Set((verb.english + verb.french).map { folded($0) }) }
        #expect(Set(names).count == names.count)
        #expect(LinearTarget.find(["quit"], .standard) == .one(.command(.quit), rest: []))
        #expect(LinearTarget.find(["quitter"], .standard) == .one(.command(.quit), rest: []))
        #expect(LinearTarget.find(["tout", "rétablir"], .standard) == .one(.command(.resetAll), rest: []))
    }

    @Test("an export is an effect; an existing file is asked about")
    func export() {
        var talker = Talker(.fr)
        talker.say("exporter note finale.md")
        #expect(talker.reply.effects == [.export(.markdown, path: "note finale.md", overwrite: false)])
        _ = reduce(&talker.state, .exportExists(.markdown, path: "note finale.md"))
        #expect(LinearDialogue.news(&talker.state).first?.contains("(oui ou non)") == true)
        var other = talker
        talker.say("oui")
        #expect(talker.reply.effects == [.export(.markdown, path: "note finale.md", overwrite: true)])
        #expect(talker.state.overlays.isEmpty)
        other.say("année 2030")
        #expect(other.reply.effects.isEmpty && other.state.overlays.isEmpty && other.state.settings.year == 2030)
    }

    @Test("the present settings are saved as a scenario, replaced only after a yes, deleted likewise")
    func ownScenarios() throws {
        var talker = Talker()
        talker.say("weight compute 50")
        talker.say("save My view")
        guard case .saveScenario(let scenario)? = talker.reply.effects.first else {
            Issue.record("no scenario to save: \(talker.reply)")
            return
        }
        _ = reduce(&talker.state, .scenariosLoaded([scenario]))
        let question = talker.say("save my view")
        #expect(question.contains("(yes or no)") && talker.reply.effects.isEmpty)
        talker.say("no")
        #expect(talker.reply.effects.isEmpty && talker.state.overlays.isEmpty)
        talker.say("delete my view")
        talker.say("y")
        #expect(talker.reply.effects == [.deleteScenario(id: scenario.id)])
    }

    @Test("the balance is brought to parity by name, and what was said is not said again")
    func flip() {
        var talker = Talker()
        talker.say("year 2031")
        #expect(talker.state.balance.favoured == .second)
        talker.say("bring to parity")
        #expect(abs(talker.state.balance.value) < 1e-9 && talker.reply.lines.count == 1)
        #expect(LinearDialogue.news(&talker.state).isEmpty)
    }

    @Test("the language changes by name, and the words with it")
    func language() {
        var talker = Talker()
        #expect(talker.say("language fr") == "Français.")
        #expect(talker.say("status").contains("Nette avance"))
        talker.say("langue anglais")
        #expect(talker.state.language == .en)
    }

    @Test("a name that fits several says which")
    func ambiguous() {
        var talker = Talker()
        let commands = talker.say("re")
        #expect(talker.reply.isRefusal && commands.contains("reading") && commands.contains("redo"))
        let items = talker.say("weight a 3")
        #expect(talker.reply.isRefusal || talker.state.settings.points.contains(3), "\(items)")
    }

    @Test("random lines never trap and are always answered")
    func noise() {
        var dice = Dice(seed: 7)
        let parts =
            [
                "weight", "poids", "+", "-", "compute", "malaise", "30", "1e9", "=", "u", "redo", "lock", "scenario",
                "yes", "x", "s", "S", "e", "é", "«", "why", "K1",
            ]
            + CommandID.allCases.map(\.rawValue)
        var talker = Talker()
        for _ in 0..<600 {
            let count = Int(dice.next() % 4)
            let line = (0...count).map { _ in parts[Int(dice.next() % UInt64(parts.count))] }.joined(separator: " ")
            talker.say(line)
            #expect(!talker.reply.lines.isEmpty || !talker.reply.effects.isEmpty, "\(line)")
        }
    }
}

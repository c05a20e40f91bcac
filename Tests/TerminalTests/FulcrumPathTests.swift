import Foundation
import Testing

/// The paths a reader takes through views and dialogues.
@Suite(.serialized) struct FulcrumPathTests {
    let home: Home
    init() throws { home = try Home() }

    @Test func leavesEvidenceOutSavesItAsAScenarioAndComesBackToIt() throws {
        let indicator = try firstIndicator()
        let changed = try home.balance(["--reading", "evidence", "--indicator", indicator + "=0"])
        let before = try home.balance(["--reading", "evidence"])
        #expect(changed != before)

        var session = try home.open()
        session.press("t")
        try session.waitFor(balance: before)
        session.press("2")
        try session.waitFor("· Evidence")
        session.press(" ")
        try session.waitFor("left out: weight 0")
        session.press("1")
        try session.waitFor(balance: changed)
        session.press("S")
        try session.waitFor("Save the present settings")
        session.press("Été d’essai\r")
        try session.waitFor("saved: Été d’essai")
        let names = home.names.filter { $0.hasPrefix(Home.scenarios) }
        #expect(names == [Home.scenarios + "ete-d-essai.yaml"])
        _ = try session.quit()

        session = try home.open("--fresh")
        session.press("s")
        try session.waitFor("Enter applies it")
        session.press("\u{1B}[F\u{1B}OF")
        try session.waitFor("Été d’essai (yours)")
        session.press(Keys.enter)
        try session.waitFor(balance: changed)
        #expect(session.screen.row(0).contains("Été d’essai"))
        let command = try session.quit()
        #expect(command == ["--scenario", "ete-d-essai"])
        #expect(try home.balance(command) == changed)
        #expect(try home.run(["scenarios"]).output.hasSuffix("ete-d-essai\tÉté d’essai\n"))
    }

    /// The first indicator of the model's first dimension, as `fulcrum model` has it.
    private func firstIndicator() throws -> String {
        let lines = try home.run(["model"]).output.split(separator: "\n").map { $0.drop { $0 == " " } }
        let place = try #require(lines.firstIndex { $0.hasPrefix("indicators:") })
        let line = try #require(lines[place...].first { $0.hasPrefix("- id: ") || $0.hasPrefix("- {id: ") })
        return String(line.drop { $0 != ":" }.dropFirst().drop { $0 == " " }.prefix { $0 != "," && $0 != " " })
    }

    @Test func aScenarioOfAnotherModelIsNotReplaced() throws {
        let foreign = "model: another\nid: autumn\nname: Theirs\n"
        try home.write(foreign, Home.scenarios + "autumn.yaml")
        let session = try home.open("--year", "2030")
        session.press("S")
        try session.waitFor("Save the present settings")
        session.press("Autumn\r")
        try session.waitFor(String(home.path.prefix(20)))
        #expect(home.text(Home.scenarios + "autumn.yaml") == foreign)
        session.press("S")
        try session.waitFor("Save the present settings")
        session.press("Late autumn\r")
        try session.waitFor("saved: Late autumn")
        #expect(home.exists(Home.scenarios + "late-autumn.yaml"))
    }

    /// Keys of the reader's own, in dialogues too: none of them may type, edit or answer.
    @Test(arguments: [
        ("quit: [q, f10, ctrl-q]\n  help: [y, f1]", "\u{11}", "F1 help  F10 quit"),
        ("quit: [q, backspace, enter]\n  help: y", "\u{3}", "Ctrl-C quit"), ("quit: escape", "\u{3}", "Ctrl-C quit"),
        ("quit: []\n  undo: []", "\u{11}", "F1 help  Ctrl-Q quit"),
    ])
    func aReadersOwnKeysInDialogues(keys: String, leaving: String, footer: String) throws {
        try home.write("keys:\n  \(keys)\n", ".config/fulcrum/config.yaml")
        try home.write("mine\n", "fulcrum-2025.md")
        let session = try home.start(["--samples", "1000"])
        try session.waitFor("Fulcrum")
        session.press("e")
        try session.waitFor("Export")
        #expect(session.screen.row(23).contains(footer), "\(session.screen.row(23))")
        session.press("x\u{7F}\r")
        try session.waitFor("exists already. Replace it?")
        session.press("y")
        try session.waitFor("written: fulcrum-2025.md")
        session.press(":")
        try session.waitFor("Commands")
        session.press(leaving)
        #expect(session.waitForEnd() == (leaving == "\u{3}" ? .killed(SIGINT) : .exited(0)))
        #expect(session.screen.isGivenBack && home.text("fulcrum-2025.md") != "mine\n")
    }

    @Test(arguments: ["ctrl-c", "ctrl-z", "ctrl-h", "ctrl-i", "ctrl-j", "ctrl-m"])
    func aKeyThatNeverArrivesIsRefused(key: String) throws {
        try home.write("keys:\n  quit: \(key)\n", ".config/fulcrum/config.yaml")
        let session = try home.start(columns: 250)
        #expect(session.waitForEnd() == .exited(65))
        #expect(session.screen.text.contains("config.yaml:2:9: error: “\(key)” is no key"), "\(session.screen.row(0))")
    }

    @Test func anExportAsksBeforeItReplaces() throws {
        try home.write("mine\n", "fulcrum-2025.md")
        let session = try home.start(["--samples", "1000"])
        try session.waitFor("Fulcrum")
        session.press("e")
        try session.waitFor("Export the report")
        session.press("\r")
        try session.waitFor("exists already. Replace it?")
        #expect(home.text("fulcrum-2025.md") == "mine\n")
        session.press("n")
        try session.waitUntil("the question gone") { !$0.contains("Replace it?") }
        #expect(home.text("fulcrum-2025.md") == "mine\n")
        session.press("\r")
        try session.waitFor("exists already. Replace it?")
        session.press("y")
        try session.waitFor("written: fulcrum-2025.md")
        #expect(home.text("fulcrum-2025.md")?.contains("United States") == true)
        #expect(home.names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".tmp") } == ["fulcrum-2025.md"])
    }

    @Test(arguments: [
        ("dumb", "TERM is dumb"), ("no-such", "TERM is no-such"), ("", "TERM is not set"), (nil, "TERM is not set"),
    ])
    func aTerminalThatWillNotDoIsNamed(term: String?, message: String) throws {
        let session = try home.start(columns: 250, environment: ["TERM": term])
        #expect(session.waitForEnd() == .exited(64))
        expectOneLine(session, message)
    }

    @Test(arguments: [
        (["--year", "1999"], "--year 1999: a number from 2025 to 2050 is expected"),
        (["--theme", "pink"], "--theme pink: unknown"), (["--weight", "nowhere=3"], "--weight nowhere: unknown"),
        (["--scenario", "none"], "--scenario none: unknown"), (["--nonsense"], "Unknown option '--nonsense'"),
    ])
    func aBadOptionIsNamedBeforeTheScreenIsTaken(arguments: [String], message: String) throws {
        let session = try home.start(arguments, columns: 250)
        #expect(session.waitForEnd() == .exited(64))
        expectOneLine(session, message)
    }

    /// One line, no control sequence, no file.
    private func expectOneLine(
        _ session: Session, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(session.screen.row(0).hasPrefix("fulcrum: " + message), sourceLocation: sourceLocation)
        #expect(session.output.count(where: { $0 == 0x0A }) == 1, sourceLocation: sourceLocation)
        #expect(!session.output.contains(0x1B), sourceLocation: sourceLocation)
        #expect(session.screen.isGivenBack, sourceLocation: sourceLocation)
        #expect(home.names.isEmpty, sourceLocation: sourceLocation)
    }
}

/// Keys struck at random at the real program.
@Suite(.serialized) struct FulcrumMonkeyTests {
    private static let isLong = ProcessInfo.processInfo.environment["FULCRUM_LONG"] == "1"

    @Test func survivesRandomKeys() throws {
        let home = try Home()
        var dice = SystemRandomNumberGenerator()
        var session = try home.start(["--samples", "1000"])
        try session.waitFor("Fulcrum")
        var struck: [String] = []
        for round in 1...(Self.isLong ? 10_000 : 300) {
            let key = Self.key(&dice)
            struck.append(key)
            session.press(key)
            guard round % 20 == 0 else { continue }
            session.settle(quietMilliseconds: 30)
            if round % 100 == 0 {
                session.resize(columns: .random(in: 1...130, using: &dice), rows: .random(in: 1...45, using: &dice))
            }
            switch session.end() {
            case .running: continue
            case .exited(0):
                #expect(session.screen.isGivenBack)
                session = try home.start(["--samples", "1000"])
                try session.waitUntil("a screen") { $0.isAlternate }
            case let end: throw Session.Missing(description: "\(end) after \(struck.suffix(60))")
            }
        }
        if session.end() != .running { session = try home.start(["--samples", "1000"]) }
        try checkHistory(session, struck)
        try checkCommand(session, home, struck)
        #expect(!home.exists(Home.session + ".damaged"))
        #expect(!home.names.contains { $0.hasSuffix(".tmp") })
    }

    /// Out of every dialogue, on the main view.
    private func goHome(_ session: Session) throws {
        session.resize(columns: 80, rows: 24)
        // An Escape and what comes with it would be one key.
        for _ in 0..<40 {
            session.press(Keys.escape)
            session.settle(quietMilliseconds: 200)
            if session.screen.row(23).contains("q quit") { break }
        }
        session.press("1")
        try session.waitUntil("the main view") {
            $0.row(23).contains("q quit") && $0.row(2).contains { !$0.isWhitespace }
        }
        session.settle(quietMilliseconds: 300)
    }

    /// Undo to the start and redo to the end show the same again.
    private func checkHistory(_ session: Session, _ struck: [String]) throws {
        try goHome(session)
        let before = session.screen.row(2)
        session.press(String(repeating: "u", count: 3000))
        session.settle(quietMilliseconds: 400)
        let start = session.screen.row(2)
        session.press(String(repeating: "U", count: 3000))
        session.settle(quietMilliseconds: 400)
        #expect(session.screen.row(2) == before, "undone to \(start) after \(struck.suffix(60))")
    }

    /// `report` with the command printed on leaving gives what the screen showed.
    private func checkCommand(_ session: Session, _ home: Home, _ struck: [String]) throws {
        let verdict = session.screen.row(2).replacing(",", with: ".")
        let command = try session.quit()
        let balance = try home.balance(command)
        guard abs(balance) >= 0.02 else { return }
        let shown = String(format: "%.2f", abs(balance))
        #expect(verdict.contains(shown), "\(verdict); \(command); after \(struck.suffix(60))")
    }

    private static func key(_ dice: inout SystemRandomNumberGenerator) -> String {
        let special = [
            Keys.up, Keys.down, Keys.left, Keys.right, Keys.pageUp, Keys.pageDown, Keys.enter, Keys.escape, Keys.tab,
            "\u{1B}[Z", "\u{1B}[H", "\u{1B}[F", "\u{7F}", "\u{1B}[3~", "\u{12}", "\u{0C}", "é", "界", "e\u{301}",
            "\u{1B}[<64;20;10M", "\u{1B}[<65;20;10M", "\u{1B}[200~", "\u{1B}[", "\u{1B}O",
        ]
        switch Int.random(in: 0..<10, using: &dice) {
        case 0..<4: return special.randomElement(using: &dice) ?? ""
        case 4:
            let kind = [0, 0, 32, 64, 65].randomElement(using: &dice) ?? 0
            let (x, y) = (Int.random(in: 1...130, using: &dice), Int.random(in: 1...45, using: &dice))
            return "\u{1B}[<\(kind);\(x);\(y)\(Bool.random(using: &dice) ? "M" : "m")"
        default:
            // Leaving at once all the time would try little else.
            let code = UInt8.random(in: 0x20...0x7E, using: &dice)
            let leaves = code == UInt8(ascii: "q") && Int.random(in: 0..<4, using: &dice) > 0
            // With a slash the name of an export could lead out of the home.
            return leaves || code == UInt8(ascii: "/") ? "+" : String(UnicodeScalar(code))
        }
    }
}

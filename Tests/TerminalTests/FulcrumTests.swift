import Foundation
import Testing

/// The real program as its reader meets it, from the first screen to the shell's prompt.
@Suite(.serialized) struct FulcrumTests {
    let home: Home
    init() throws { home = try Home() }

    @Test func opensChangesUndoesResizesAndQuits() throws {
        let session = try home.open()
        let start = try home.balance([])
        try session.waitFor(balance: start)
        #expect(session.screen.isAlternate && session.screen.row(23).contains("q quit"))

        session.press(Keys.down + Keys.pageUp + Keys.pageUp + Keys.pageUp + "+")
        let changed = try home.balance(["--weight", "compute=51"])
        #expect(abs(changed - start) > 0.03)
        try session.waitFor(balance: changed)
        session.press("uuuu")
        try session.waitFor(balance: start)

        for (columns, rows) in [(120, 40), (39, 9), (1, 1), (200, 60), (80, 24)] {
            session.resize(columns: columns, rows: rows)
            let needed = "\(columns)×\(rows)"
            try session.waitUntil("the screen at \(needed)") { screen in
                columns < 40
                    ? screen.text.filter { !$0.isWhitespace }.hasPrefix("F") || columns == 1
                    : screen.row(rows - 1).contains("q quit")
            }
        }
        try session.waitFor(balance: start)
        let command = try session.quit()
        #expect(try home.balance(command) == start)
    }

    @Test func theCommandPrintedOnLeavingGivesTheSameBalance() throws {
        let session = try home.open()
        session.press("+" + Keys.down + Keys.pageUp + Keys.down + "---" + "yyyygt")
        session.press("cc")
        let arguments = [
            "--weight", "innovation=21", "--weight", "compute=30", "--weight", "deployment=17", "--year", "2029",
            "--reading", "evidence", "--confidence", "high", "--aggregation", "geometric",
        ]
        let balance = try home.balance(arguments)
        try session.waitFor(balance: balance)
        let printed = try session.quit()
        #expect(printed == arguments)
        #expect(try home.balance(printed) == balance)
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func aSignalKeepsTheSessionAndGivesTheTerminalBack(signal: Int32) throws {
        let session = try home.open()
        session.press(Keys.down + Keys.pageUp)
        try session.waitFor(balance: try home.balance(["--weight", "compute=30"]))
        session.signal(signal)
        #expect(session.waitForEnd() == .killed(signal))
        #expect(session.screen.isGivenBack)
        #expect(home.text(Home.session)?.contains("compute: 30") == true)
    }

    @Test func aClosedWindowKeepsTheSession() throws {
        let session = try home.open()
        session.press(Keys.down + Keys.pageUp)
        try session.waitFor(balance: try home.balance(["--weight", "compute=30"]))
        session.hangUp()
        #expect(session.waitForEnd() != .running)
        #expect(home.text(Home.session)?.contains("compute: 30") == true)
    }

    @Test(arguments: [SIGILL, SIGSEGV, SIGTRAP]) func aTrapGivesTheTerminalBack(signal: Int32) throws {
        let session = try home.open()
        session.signal(signal)
        #expect(session.waitForEnd() == .killed(signal))
        #expect(session.screen.isGivenBack)
    }

    @Test func speaksFrenchWithItsAccents() throws {
        let session = try home.open("--lang", "fr", waitingFor: "États-Unis")
        #expect(session.screen.contains("Nette avance\u{A0}: États-Unis, de 0,20"))
        #expect(session.screen.row(23).contains("q quitter"))
        #expect(try session.quit().isEmpty)
    }

    @Test func theLocaleChoosesTheLanguage() throws {
        let session = try home.start(environment: ["LANG": "fr_FR.UTF-8"])
        try session.waitFor("Dimensions")
        #expect(session.screen.contains("Déploiement"))
    }
}

/// What comes back the next time, and what of it is broken.
@Suite(.serialized) struct FulcrumSessionTests {
    let home: Home
    init() throws { home = try Home() }

    @Test func theSessionComesBackUnlessFresh() throws {
        let changed = try home.balance(["--weight", "compute=40", "--year", "2026"])
        let start = try home.balance([])
        var session = try home.open()
        session.press(Keys.down + Keys.pageUp + Keys.pageUp + "y")
        try session.waitFor(balance: changed)
        session.press("2")
        try session.waitFor("· Evidence")
        _ = try session.quit()

        session = try home.open(waitingFor: "· Evidence")
        session.press("1")
        try session.waitFor(balance: changed)
        _ = try session.quit()

        session = try home.open("--fresh")
        try session.waitFor(balance: start)
        session.signal(SIGTERM)
        _ = session.waitForEnd()
    }

    @Test func optionsChangeTheSessionAndUndoTakesThemBack() throws {
        try home.write("format: 1\nmodel: ai-us-china\npoints: {compute: 40}\n", Home.session)
        let session = try home.open("--year", "2030")
        try session.waitFor(balance: try home.balance(["--weight", "compute=40", "--year", "2030"]))
        session.press("u")
        try session.waitFor(balance: try home.balance(["--weight", "compute=40"]))
    }

    @Test(arguments: [
        "points: [", "format: 1\nmodel: another\n", "format: 1\nmodel: ai-us-china\npoints: {nowhere: 3}\n", "",
    ])
    func aDamagedSessionIsSetAside(text: String) throws {
        try home.write(text, Home.session)
        let session = try home.open()
        #expect(home.text(Home.session + ".damaged") == text && !home.exists(Home.session))
        #expect(session.screen.contains(String(home.path.prefix(20))))
        session.press("y")
        try session.waitFor(balance: try home.balance(["--year", "2026"]))
        _ = try session.quit()
        #expect(session.outputText.contains("the last session was set aside as "))
        #expect(home.text(Home.session)?.contains("year: 2026") == true)
    }

    @Test func scenariosThatWillNotDoAreKeptAndToldOf() throws {
        let files = [
            "foreign.yaml": "model: another\nid: foreign\nname: Theirs\n",
            "unknown.yaml": "model: ai-us-china\nid: unknown\nname: U\npoints: {nowhere: 3}\n",
            "broken.yaml": "name: [\n",
        ]
        for (name, text) in files { try home.write(text, Home.scenarios + name) }
        let session = try home.open()
        #expect(session.screen.contains(String(home.path.prefix(20))))
        session.press("s")
        try session.waitFor("Scenarios")
        #expect(!session.screen.contains("Theirs"))
        session.press(Keys.escape)
        try session.waitFor("q quit")
        _ = try session.quit()
        #expect(session.outputText.contains("unknown.yaml") && session.outputText.contains("broken.yaml"))
        #expect(!session.outputText.contains("foreign.yaml"))
        for (name, text) in files { #expect(home.text(Home.scenarios + name) == text) }
        let report = try home.run(["report", "--scenario", "foreign"])
        #expect(report.status == 64 && report.complaints.last?.contains("--scenario foreign: unknown") == true)
    }

    @Test func aSessionThatCannotBeKeptIsToldOf() throws {
        try home.write("", ".local/state")
        let session = try home.open()
        session.press("y")
        try session.waitFor(balance: try home.balance(["--year", "2026"]))
        session.press("q")
        #expect(session.waitForEnd() == .exited(73))
        #expect(session.screen.isGivenBack)
        #expect(session.outputText.contains("Again: fulcrum explore --fresh --year 2026"))
        #expect(session.screen.text.contains("a part of the path is no directory"))
    }

    @Test func twoAtOnceLeaveAWholeSession() throws {
        let first = try home.open()
        let second = try home.open()
        for _ in 0..<3 {
            first.press("y")
            second.press(Keys.down + "+")
            usleep(1_600_000)
            first.settle()
            second.settle()
        }
        first.press("q")
        second.press("q")
        #expect(first.waitForEnd() == .exited(0))
        #expect(second.waitForEnd() == .exited(0))
        let third = try home.open()
        try third.waitFor("innovation".capitalized)
        #expect(!home.exists(Home.session + ".damaged") && home.exists(Home.session))
        #expect(!home.names.contains { $0.hasSuffix(".tmp") })
        third.signal(SIGTERM)
        _ = third.waitForEnd()
    }

    /// Whatever moment it is killed at, what is on disk is one whole session or another.
    @Test func killedOutrightTheSessionFileIsWhole() throws {
        for round in 0..<4 {
            let session = try home.open()
            #expect(!home.exists(Home.session + ".damaged"))
            session.press("y")
            session.settle()
            usleep(1_490_000 + UInt32(round) * 8_000)
            session.signal(SIGKILL)
            #expect(session.waitForEnd() == .killed(SIGKILL))
            if let text = home.text(Home.session) {
                #expect(text.hasPrefix("format: 1\n") && text.hasSuffix("\n"))
            }
        }
        let last = try home.open()
        #expect(!home.exists(Home.session + ".damaged"))
        last.signal(SIGTERM)
        _ = last.waitForEnd()
    }
}

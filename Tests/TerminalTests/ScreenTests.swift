import CellGrid
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Keys, sizes, colours and texts in a real terminal emulator.
@Suite struct InputTests {
    @Test func keysArriveDecoded() throws {
        let session = try Session()
        for (count, (bytes, name)) in [
            ("a", "character(\"a\")"), ("é", "character(\"é\")"), ("\u{1B}[A", "up"), ("\u{1B}OB", "down"),
            ("\u{1B}[Z", "backTab"), ("\u{1B}[5~", "pageUp"), ("\u{1B}[6~", "pageDown"), ("\u{1B}OP", "function(1)"),
            ("\r", "enter"), ("\u{12}", "control(\"r\")"), ("\u{13}", "control(\"s\")"), ("\u{16}", "control(\"v\")"),
            ("\u{7F}", "backspace"),
        ].enumerated() {
            session.press(bytes)
            try session.waitFor("keys \(count + 1) ")
            #expect(session.screen.contains("last \(name) "), "\(session.screen.row(2))")
        }
    }

    @Test func anEscapeActsWithoutAnotherKey() throws {
        let session = try Session()
        session.press("\u{1B}")
        try session.waitFor("last escape")
    }

    @Test func anEscapeActsThoughTheLoopTicks() throws {
        let session = try Session(environment: ["PROBE_TICK": "2", "ESCDELAY": "500"])
        session.press("\u{1B}")
        try session.waitFor("last escape")
    }

    @Test func aSetEscapeDelayWins() throws {
        let session = try Session(environment: ["ESCDELAY": "30000"])
        session.press("\u{1B}")
        session.settle()
        #expect(session.screen.contains("keys 0"))
        session.press("[A")
        try session.waitFor("last up")
        #expect(session.screen.contains("keys 1 "))
    }

    @Test func unknownSequencesAreNeverTyped() throws {
        let session = try Session()
        session.press("\u{1B}[99~\u{1B}[1;5C\u{1B}x\u{1B}[?62;c")
        session.settle()
        #expect(session.screen.contains("keys 0"))
        session.press("y")
        try session.waitFor("last character(\"y\")")
        #expect(session.screen.contains("keys 1 "))
    }

    @Test func theMouseSpeaksOnceAsked() throws {
        let session = try Session()
        session.press("m")
        try session.waitFor("keys 1")
        #expect(session.screen.mouse == 2)
        session.press("\u{1B}[<0;11;6M")
        try session.waitFor("press")
        #expect(session.screen.contains("last press 10,5 "))
        session.press("\u{1B}[<32;12;6M")
        try session.waitFor("drag")
        session.press("m")
        try session.waitFor("last character(\"m\")")
        #expect(session.screen.mouse == 0)
    }

    @Test func twoThousandKeysAreDrained() throws {
        let session = try Session()
        for _ in 0..<20 { session.press(String(repeating: "aé\u{1B}[A\u{1B}OB", count: 25)) }
        try session.waitFor("keys 2000 ")
        #expect(session.screen.contains("last down"))
    }

    @Test func keysThatCameMeanwhileAreOneFrame() throws {
        let session = try Session()
        session.press("z" + String(repeating: "a\u{1B}[A", count: 200))
        try session.waitFor("keys 401 ")
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        // One at the start, one that may precede the pause, one for all the keys, and one to spare.
        let frames = (1...4).map { "bye 402 keys, \($0) frames" }
        #expect(frames.contains { session.screen.contains($0) }, "\(session.screen.text)")
    }

    @Test func anotherThreadWakesTheLoop() throws {
        let session = try Session()
        session.press("w")
        try session.waitFor("note woken")
    }

    @Test func itSleepsWhileNothingHappens() throws {
        let session = try Session()
        session.settle(quietMilliseconds: 300)
        let before = (session.contextSwitches, session.output.count)
        session.settle(quietMilliseconds: 1000)
        #expect(session.contextSwitches - before.0 == 0)
        #expect(session.output.count == before.1)
    }

    @Test func theClipboardAndTheBell() throws {
        let session = try Session()
        session.press("c")
        try session.waitFor("copied true")
        #expect(session.outputText.contains("\u{1B}]52;c;w6kgw6l0w6k=\u{7}"))
        #expect(!session.outputText.contains("Ptmux"))
        session.press("b")
        try session.waitFor("keys 2")
        #expect(session.screen.bells == 1)
    }

    @Test func inTmuxTheClipboardIsPassedOn() throws {
        let session = try Session(environment: ["TMUX": "/tmp/tmux-0/default,1,0", "TERM": "tmux-256color"])
        session.press("c")
        try session.waitFor("copied true")
        #expect(session.outputText.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;w6kgw6l0w6k=\u{7}\u{1B}\\"))
    }

    @Test func withoutAClipboardItSaysSo() throws {
        let session = try Session(environment: ["TERM": "vt100"])
        session.press("c")
        try session.waitFor("copied false")
    }
}

@Suite struct SizeTests {
    @Test(arguments: [(1, 1), (2, 1), (1, 2), (3, 3), (10, 5), (40, 10), (80, 24), (300, 100)])
    func everySizeIsShown(columns: Int, rows: Int) throws {
        let session = try Session(starting: Session.Options(columns: columns, rows: rows))
        try session.waitUntil("a screen") { $0.cell(0, 0).text != " " }
        session.settle()
        #expect(session.screen.cell(0, 0).text == (columns < 2 || rows < 2 ? "0" : "╭"))
        session.resize(columns: 80, rows: 24)
        try session.waitFor("size 80x24")
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(session.screen.isGivenBack)
    }

    @Test func aStormOfResizesEndsInTheScreenOfAFreshStart() throws {
        let fresh = try Session(columns: 97, rows: 31).screen
        let session = try Session(columns: 97, rows: 31)
        var generator = SplitMix(state: 11)
        for step in 0..<300 {
            session.resize(
                columns: Int.random(in: 1...300, using: &generator), rows: Int.random(in: 1...100, using: &generator))
            if step % 3 == 0 { session.settle(quietMilliseconds: 1) }
            if step % 50 == 0 { session.press("\u{1B}[99~") }
        }
        session.resize(columns: 97, rows: 31)
        try session.waitFor("size 97x31")
        session.settle(quietMilliseconds: 300)
        #expect(session.screen == fresh)
    }

    @Test func aResizeToTheSameSizeShowsAllAgain() throws {
        let session = try Session()
        let before = (session.screen, session.output.count)
        session.signal(SIGWINCH)
        session.settle()
        #expect(session.screen == before.0)
        #expect(session.output.count >= 2 * before.1 - 200)
    }

    @Test func keysInAStormAreNotTornApart() throws {
        let session = try Session()
        for step in 0..<100 {
            session.resize(columns: 80 + step % 7, rows: 24 + step % 5)
            session.press("\u{1B}[A")
        }
        try session.waitFor("keys 100 ")
        #expect(session.screen.contains("last up"))
    }

    @Test func theWindowsSizeBeatsTheEnvironments() throws {
        let session = try Session(environment: ["LINES": "10", "COLUMNS": "20"], waitingFor: "size 80x24")
        #expect(session.screen.cell(79, 23).text == "╯")
    }
}

@Suite struct DrawingTests {
    @Test func changesAreSentAlone() throws {
        let session = try Session()
        session.settle()
        let before = session.output.count
        session.press("h")
        try session.waitUntil("the cursor gone") { !$0.isCursorVisible }
        session.settle()
        let hidden = session.output.count - before
        session.resize(columns: 81, rows: 24)
        try session.waitFor("size 81x24")
        #expect(hidden > 0)
        #expect(session.screen.contains("last character(\"h\")"))
    }

    @Test func theCursorFollowsTheFocus() throws {
        let session = try Session()
        #expect(session.screen.cursor == (2, 1))
        #expect(session.screen.isCursorVisible)
    }

    @Test func coloursAndAttributesFollowTheTheme() throws {
        let session = try Session()
        let first = Theme.standard.paint(.firstSide, .indexed256)
        #expect(session.screen.cells.contains { $0.foreground == Int(first.foreground) })
        #expect(session.screen.cell(2, 9).bold && !session.screen.cell(2, 1).bold)
        for theme in Theme.all.dropFirst() {
            session.press("t")
            try session.waitFor("theme \(theme.id) ")
            let paint = theme.paint(.text, .indexed256)
            let cell = session.screen.cell(3, 1)
            #expect(cell.foreground == Int(paint.foreground), "\(theme.id)")
            #expect(cell.background == Int(paint.background), "\(theme.id)")
        }
    }

    @Test func everyGlyphKeepsItsColumns() throws {
        let session = try Session(rows: 40)
        session.press("u")
        try session.waitFor("keys 1")
        let screen = session.screen
        for row in 11..<21 { #expect(screen.cell(30, row).text == "|", "\(screen.row(row))") }
        let expected = [
            (11, 4, "|"), (12, 8, "|"), (13, 6, "|"), (14, 6, "|"), (15, 4, "|"), (16, 6, "|"), (18, 4, "|"),
        ]
        for (row, column, text) in expected { #expect(screen.cell(column, row).text == text, "\(screen.row(row))") }
        #expect(screen.cell(2, 11).text == "e\u{301}")
        #expect(screen.row(14).contains("FRUS|"))
        #expect(!session.outputText.contains("\u{1B}[31mr") && !session.output.contains(0x01))
    }
}

@Suite struct EnvironmentTests {
    @Test(arguments: [
        ("xterm-256color", "indexed256"), ("xterm", "eight"), ("screen", "eight"), ("screen-256color", "indexed256"),
        ("tmux", "eight"), ("tmux-256color", "indexed256"), ("linux", "eight"), ("rxvt", "eight"), ("vt100", "none"),
        ("vt220", "none"),
    ])
    func everyTerminalShowsTheSame(term: String, depth: String) throws {
        let reference = try Session().screen
        let session = try Session(environment: ["TERM": term])
        #expect(session.screen.contains("depth \(depth) "))
        for row in [0, 1, 2, 3, 9, 12, 23] { #expect(session.screen.row(row) == reference.row(row)) }
        session.press("\u{1B}[Aé")
        try session.waitFor("keys 2 ")
        #expect(session.screen.contains("last character(\"é\")"))
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(session.screen.isGivenBack)
    }

    @Test(arguments: [("1", true), ("", false), (nil, false)])
    func noColourMeansNone(value: String?, isNone: Bool) throws {
        let session = try Session(environment: ["NO_COLOR": value])
        #expect(session.screen.contains(isNone ? "depth none" : "depth indexed256"))
        let coloured = session.screen.cells.contains { $0.foreground != -1 || $0.background != -1 }
        #expect(coloured == !isNone)
    }

    @Test(arguments: [
        ["LANG": "fr_FR.UTF-8"], ["LANG": "C.UTF-8"], ["LC_ALL": "xx_YY.utf8", "LANG": "C"],
        ["LC_CTYPE": "C.UTF-8", "LANG": "C"], ["LANG": "de_AT.UTF-8@euro"],
    ])
    func aMissingLocaleStillShowsAccents(environment: [String: String]) throws {
        let session = try Session(environment: ["LANG": nil].merging(environment) { $1 })
        #expect(session.screen.contains("utf8 true"))
        #expect(session.screen.contains("été — « œuvre » ▏▌█ ●▸✓ ⣿⠁ ─│┼ …"))
        session.press("é")
        try session.waitFor("last character(\"é\")")
    }

    @Test(arguments: [
        ["LANG": "C"], ["LC_ALL": "POSIX", "LANG": "C.UTF-8"], ["LANG": nil], ["LANG": "fr_FR.ISO-8859-1"],
    ])
    func withoutUTF8ItIsCleanASCII(environment: [String: String?]) throws {
        let session = try Session(environment: environment)
        #expect(session.screen.contains("utf8 false"))
        #expect(session.screen.contains("ete - \" ouvre \"  ## *>+ :. -|+ ~"))
        #expect(session.screen.cell(0, 0).text == "+" && session.screen.cell(1, 0).text == "-")
        #expect(session.output.allSatisfy { $0 < 0x80 })
        session.press("éa")
        try session.waitFor("last character(\"a\")")
        #expect(session.screen.contains("keys 1 "))
    }
}

import Foundation
import Testing

/// Texts of readers' own, whatever script they are in.
@Suite(.serialized) struct FulcrumTextTests {
    let home: Home
    init() throws { home = try Home() }

    /// Marks, wide glyphs, joined emoji, flags, letters from right to left, signs that turn a line around.
    private static let names = [
        "e\u{301}\u{323}\u{308}te\u{301} compose\u{301}", "日本語の名前はとても長いので切られる", "👩‍🚀👨‍👩‍👧‍👦 crew 🇫🇷🇺🇸 ❤️👍🏽",
        "שלום עולם ארוך מאוד", "x\u{202E}turned\u{202C} \u{2066}kept\u{2069}\u{200F}",
        "a\u{200B}\u{200D}bc\u{AD}d",
        "\u{301}starts with a mark", "한국어 이름 ｆｕｌｌ", "ไทย ภาษาไทยยาวมาก", String(repeating: "界", count: 120),
        String(repeating: "very-long-without-a-break", count: 8), "ﷺ 𒐫 ꧅",
    ]

    private func model() -> String {
        var lines = [
            "format: 1", "id: hostile", "title: \"\(Self.names[2])\"", "base_year: 2025",
            "sides:", "  - {id: one, name: \"\(Self.names[1])\", short: \"日本\"}",
            "  - {id: two, name: \"\(Self.names[3])\", short: \"ש\u{5B8}\"}", "dimensions:",
        ]
        for (i, name) in Self.names.enumerated() {
            lines += [
                "  - id: d\(i)", "    name: \"\(name)\"", "    summary: \"\(name) \(name)\"",
                "    points: \(10 + i)", "    thesis: {level: \(i % 7 - 3), momentum: \(i % 5 - 2)}",
            ]
        }
        lines += ["scenarios:"]
        for (i, name) in Self.names.enumerated() {
            lines += ["  - {id: s\(i), name: \"\(name)\", story: \"\(name)\", points: {d\(i): 60}}"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What a program may send besides text: line ends, and sequences that begin with an Escape.
    private func expectClean(_ output: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        let text = String(decoding: output, as: UTF8.self)
        let raw = text.unicodeScalars.filter {
            $0.properties.generalCategory == .control && !["\r", "\n", "\u{1B}", "\u{7}", "\u{8}", "\t"].contains($0)
                || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
        }
        #expect(raw.isEmpty, "\(raw.prefix(5))", sourceLocation: sourceLocation)
        #expect(!text.contains("\u{1B}[31mred"), sourceLocation: sourceLocation)
    }

    /// Where the program and the terminal disagree on a width, what changes lands beside its place, and a screen drawn
    /// anew differs from one drawn change by change.
    @Test(arguments: [(80, 24), (120, 40), (61, 18), (40, 12)])
    func namesOfAnyScriptKeepTheirColumns(columns: Int, rows: Int) throws {
        try home.write(model(), "hostile.yaml")
        #expect(try home.run(["check", "hostile.yaml"]).status == 0)
        let session = try home.start(["--model", "hostile.yaml", "--samples", "1000"], columns: columns, rows: rows)
        try session.waitUntil("a screen") { $0.row(rows - 1).contains("q quit") }
        for key in ["1", "2", "3", "4", "5", "6", "s", "?", "i", ":", "/"] {
            session.press(key)
            for _ in 0..<4 {
                session.press(Keys.down + Keys.down + Keys.right)
                session.settle(quietMilliseconds: 30)
            }
            // Until the simulation has nothing more to say.
            session.settle(quietMilliseconds: 700)
            let before = session.screen
            session.press("\u{0C}")
            session.settle(quietMilliseconds: 150)
            let after = session.screen
            #expect(after == before, "\(key): \(after.differences(from: before))")
            expectAligned(session.screen, key)
            if !("1"..."6").contains(key) { session.press(Keys.escape) }
            session.settle(quietMilliseconds: 150)
        }
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        expectClean(session.output)
    }

    /// A frame that is open on a line is closed on it, in the same column as on the line above.
    private func expectAligned(_ screen: Screen, _ key: String) {
        var edges: [Int: Int] = [:]
        for row in 0..<screen.rows {
            for column in 0..<screen.columns {
                let text = screen.cell(column, row).text
                if text == "╮" { edges[column] = row }
                if text == "╯" { edges[column] = nil }
                if let top = edges[column], row > top {
                    #expect(["│", "┤", "╯", "┃"].contains(text), "\(key): \(column),\(row)\n\(screen.text)")
                }
            }
        }
    }

    @Test func aScenariosNameOfAnyKindIsKeptAndShown() throws {
        let session = try home.open()
        for name in [Self.names[0], "名前👩‍🚀", "שלום", "a'b\"c\\d: {x} #y", "- ? : | > & * ! %"] {
            session.press("S")
            try session.waitFor("Save the present settings")
            session.press(name + "\r")
            try session.waitUntil("it saved") { $0.row(23).contains("saved:") || $0.row(23).contains("exists") }
            session.press("y")
            session.settle()
        }
        session.press("s")
        try session.waitFor("Scenarios")
        session.settle()
        let before = session.screen
        session.press("\u{0C}")
        session.settle(quietMilliseconds: 150)
        #expect(session.screen == before)
        session.press(Keys.escape)
        session.settle()
        _ = try session.quit()
        expectClean(session.output)
        let listed = try home.run(["scenarios"]).output
        for name in ["名前👩‍🚀", "שלום", "a'b\"c\\d: {x} #y"] { #expect(listed.contains(name), "\(name)\n\(listed)") }
    }

    @Test(arguments: ["\\u001b[31mred", "\\u009b5m", "\\x07bell", "a\\0b", "tab\\there", "\\u0085"])
    func controlCharactersAreRefusedAndNeverSent(escape: String) throws {
        try home.write(model().replacingOccurrences(of: "title: \"", with: "title: \"\(escape)"), "hostile.yaml")
        let session = try home.start(["--model", "hostile.yaml"], columns: 200)
        #expect(session.waitForEnd() == .exited(65))
        #expect(session.screen.row(0).hasPrefix("hostile.yaml:3:"))
        #expect(!session.output.contains(0x1B) && !session.output.contains(7))
        expectClean(session.output)
    }
}

import Testing

@testable import ModelFiles

/// Files made to make the program slow, large or trap.
@Suite struct BombTests {
    private func problems(_ text: String) -> [String] {
        NodeComposer.compose(text.utf8).problems.map { "\($0.line):\($0.column): \($0.message(.en))" }
    }

    @Test func limitsTheFile() {
        let limit = ModelFile.largestFile
        let comment = "a: 1 #" + String(repeating: "x", count: limit - 6)
        #expect(problems(comment) == [])
        #expect(problems(comment + "x") == ["1:1: the file is over 4 MiB, the most that is read"])
    }

    @Test func limitsAliases() {
        var laughs = "a0: &a0 [ha, ha]\n"
        for i in 1...40 { laughs += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1)]\n" }
        #expect(problems(laughs) == ["16:12: aliases multiply the file to over 8 MiB; repeat less"])
        let text =
            "a: &a " + String(repeating: "x", count: 1 << 20) + "\nb: [" + String(repeating: "*a, ", count: 9) + "]"
        #expect(problems(text) == ["2:29: aliases multiply the file to over 8 MiB; repeat less"])
        // A key that is an alias to a bomb; nothing may compare or hash it.
        #expect(problems(laughs + "? *a30\n: 1").count == 1)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "[a, {b: "])
    func limitsDepth(_ opening: String) {
        let text = String(repeating: opening, count: 100_000)
        let found = problems(text)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("lists and keys are nested more than 32 deep") == true)
    }

    @Test func limitsDepthByIndentation() {
        let text = (0..<2_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
        #expect(problems(text) == ["32:32: lists and keys are nested more than 32 deep"])
    }

    @Test func limitsValues() {
        let text = "a: [" + String(repeating: "1,", count: 2_000_000) + "]"
        #expect(problems(text).map { $0.contains("too many values") } == [true])
    }

    @Test func limitsDirectives() {
        let text = (0..<200_000).map { "%TAG !a\($0)! b" }.joined(separator: "\n") + "\n---\na: 1"
        #expect(problems(text) == ["9:1: directives (lines that begin with %) aren’t needed here; remove them"])
    }

    @Test func staysQuickWhereEverythingIsWrong() {
        let keys = (0..<50_000).map { "titel\($0): 1" }.joined(separator: "\n")
        #expect(modelComplaints(keys).count == 50_000 + 6)
        let long = String(repeating: "9", count: 1 << 20)
        #expect(modelComplaints(Example.with("points: 20", "points: " + long)).count == 1)
        let word = String(repeating: "\u{301}", count: 1 << 20)
        #expect(modelComplaints(Example.with("title:", word + ":")).count == 1)
    }
}

import Testing

@testable import ModelFiles

/// What is wrong before any key is looked at: characters, YAML syntax, sizes.
@Suite struct NotationTests {
    private func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }

    private func problems(_ bytes: [UInt8]) -> [String] {
        NodeComposer.compose(bytes).problems.map { "\($0.line):\($0.column): \($0.message(.en))" }
    }

    @Test func countsColumnsInCharactersAndLinesByEveryLineEnd() {
        let problem = ": byte 0xFF isn’t UTF-8 text; save the file as UTF-8"
        #expect(problems(Array("a: é\r\nb: 💥e\u{301}x".utf8) + [0xFF]) == ["2:8" + problem])
        #expect(problems(Array("a: 1\rb: 2\nc: ".utf8) + [0xFF]) == ["3:4" + problem])
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE],
        ] as [[UInt8]])
    func refusesEveryKindOfBadUTF8(_ bytes: [UInt8]) {
        #expect(problems(Array("a: ".utf8) + bytes).map { String($0.prefix(11)) } == ["1:4: byte 0"])
    }

    @Test func agreesWithTheStandardLibraryOnUTF8() {
        // Every first and second byte, followed by continuation bytes.
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                let bytes = [first, second, 0x80, 0x80]
                let expected = (1...4).first {
                    String(validating: bytes[..<$0], as: UTF8.self)?.unicodeScalars.count == 1
                }
                #expect(bytes.withUnsafeBufferPointer { UTF8Scan.length(in: $0, at: 0) } == expected)
            }
        }
    }

    @Test func namesOtherEncodings() {
        #expect(problems([0xFF, 0xFE, 0x61, 0]) == ["1:1: the file is UTF-16; save it as UTF-8"])
        #expect(problems([0xFE, 0xFF, 0, 0x61]) == ["1:1: the file is UTF-16; save it as UTF-8"])
        #expect(problems([0xEF, 0xBB, 0xBF] + Array("a: [1, é]".utf8)) == [])
    }

    @Test func findsControlCharactersRawAndEscaped() {
        let words = "; text has none but line breaks"
        #expect(
            problems("a: x\u{7}y\nb: \u{85}\nc: [\u{2028}]") == [
                "1:5: control character U+0007" + words, "2:4: control character U+0085" + words,
                "3:5: control character U+2028" + words,
            ])
        #expect(
            problems("a: \"\\0\"\nb: \"\\x1b\"\nc: \"\\P\"\nd: \"\\uFEFF\"").map { String($0.prefix(29)) } == [
                "1:4: control character U+0000", "2:4: control character U+001B", "3:4: control character U+2029",
                "4:4: control character U+FEFF",
            ])
        #expect(problems("a: x\ty") == ["1:4: control character U+0009" + words])
        #expect(problems("a:\tx # a tab\tapart") == [])
        #expect(problems("a: \u{0}") == ["1:4: control character U+0000" + words])
    }

    @Test func findsRepeatedKeysInEveryMapping() {
        #expect(
            problems("a: {x: 1, y: 2, \"x\": 3}\nb: {z: {q: 1, q: 2}}\na: 4") == [
                "1:17: key “x” stands twice, first on line 1; once is expected",
                "2:15: key “q” stands twice, first on line 2; once is expected",
                "3:1: key “a” stands twice, first on line 1; once is expected",
            ])
        #expect(problems("? [a]\n: 1\n{b: c}: 2") == ["1:3: a key must be text", "3:1: a key must be text"])
    }

    @Test func resolvesAliases() {
        let result = NodeComposer.compose("a: &x {p: [1, &y 2]}\nb: *x\nc: *y".utf8)
        #expect(result.problems.isEmpty)
        #expect(result.root?["b"]?["p"]?.place == result.root?["a"]?["p"]?.place)
        #expect(result.root?["c"]?.text == "2")
        #expect(problems("a: *x\nb: &x 1").map { String($0.prefix(14)) } == ["1:4: alias “*x"])
        #expect(problems("a: &x [*x]").map { String($0.prefix(14)) } == ["1:8: alias “*x"])
    }

    @Test func refusesTagsAndDocuments() {
        #expect(problems("a: !!str 1\nb: !x [1]").map { String($0.prefix(8)) } == ["1:4: tag", "2:4: tag"])
        #expect(problems("a: 1\n---\nb: 2") == ["2:1: a second document begins here; one is expected"])
        #expect(problems("---\na: 1\n...\n") == [])
    }

    @Test(arguments: [
        ("a: [1, 2", "2:1: “,” or “]” is expected in what is in brackets that begins at 1:4"),
        ("a: {b: 1\nc: 2", "2:2: “,” or “}” is expected in what is in brackets that begins at 1:4"),
        ("a: \"open", "2:1: the quoted text that begins at 1:4 has no end"),
        (
            "a: 1\n b: 2",
            "2:3: no “:” can stand here; check the indentation, or quote text that has “: ” in it"
        ),
        (
            "a: b: c", "1:5: no “:” can stand here; check the indentation, or quote text that has “: ” in it"
        ),
        (
            "a:\n  b: 1\n c: 2",
            "3:2: a key is expected here, in line with those of the set that begins at 1:1; check indentation and quotes"
        ),
        ("a:\n\tb: 1", "2:1: a tab can’t indent; use spaces"),
        ("a: @b", "1:4: no value begins with this character; put the text in quotes"),
        ("a: %b", "1:4: no value begins with this character; put the text in quotes"),
        (
            "a: \"\\q\"",
            "1:5: unknown escape; after “\\” in double quotes comes n, \", \\, x and 2 or u and 4 hexadecimal digits"
        ),
        ("a: * b", "1:5: a name is expected after & or *; quote text that begins with one"),
        ("a: |x\n b", "1:5: a line break is expected after | or >; quote text that begins with one"),
        ("a: 1\nb", "3:1: “:” is expected after the key"),
        ("a: - b", "1:4: no list can begin here; check the indentation"),
        ("%YAML 3.0\n---\na: 1", "1:1: directives (lines that begin with %) aren’t needed here; remove them"),
        ("a: !<x", "1:7: tags aren’t used here; quote text that begins with !"),
    ])
    func locatesSyntaxErrors(_ text: String, _ expected: String) {
        #expect(problems(text + "\n") == [expected])
    }

    @Test func tellsAnEmptyFile() {
        for text in ["", "\n\n", "# a comment\n", "---\n", "~"] {
            #expect(modelComplaints(text) == ["1:1: the file says nothing; keys are expected"])
        }
        #expect(modelComplaints("a text") == ["1:1: this must be a set of keys and values, not “a text”"])
    }

    @Test func dropsTheLineEndOfBlocksOnly() {
        let root = NodeComposer.compose("a: |\n  x\n  y\nb: >-\n  x\n  y\nc: \"x\\n\"".utf8).root
        #expect(["a", "b", "c"].map { root?[$0]?.text } == ["x\ny", "x y", "x\n"])
    }
}

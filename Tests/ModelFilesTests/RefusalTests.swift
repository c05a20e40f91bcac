import Testing

@testable import ModelFiles

/// One change to the example and every line the check then prints.
struct Refusal: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var expected: [String]

    init(_ old: String, _ new: String, _ expected: String...) {
        self.old = old
        self.new = new
        self.expected = expected
    }

    var testDescription: String { new }

    func check(_ location: SourceLocation = #_sourceLocation) {
        #expect(modelComplaints(Example.with(old, new)) == expected, sourceLocation: location)
    }
}

@Suite struct ModelRefusals {
    @Test(
        arguments: [
            Refusal(
                "format: 1", "format: 2",
                "1:9: “format” must be 1, not 2"),
            Refusal(
                "format: 1", "format: '1'",
                "1:9: “format” must be 1, not the text “1”"),
            Refusal(
                "format: 1\n", "",
                "1:1: key “format” is missing: it must be 1"),
            Refusal(
                "title: Example", "title: Example\ncolour: blue",
                "4:1: unknown key “colour”; expected: format, id, title, about, base_year, terrain_shift, reading, aggregation, sides, claims, dimensions, dynamics, interactions, scenarios or takeaways"
            ),
            Refusal(
                "claims: [D1], rationale", "claims: [D1], rationnale",
                "22:98: unknown key “rationnale”; did you mean “rationale”?"),
            Refusal(
                "id: example", "id: my model",
                "2:5: “my model” is no id; expected: an id of ASCII letters, digits and hyphens, 40 at most"),
            Refusal(
                "id: example", "id: é",
                "2:5: “é” is no id; expected: an id of ASCII letters, digits and hyphens, 40 at most"),
            Refusal(
                "id: example", "id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "2:5: “aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa” is no id; expected: an id of ASCII letters, digits and hyphens, 40 at most"
            ),
            Refusal(
                "id: example", "id: [a]",
                "2:5: “id” must be an id of ASCII letters, digits and hyphens, 40 at most, not a list"),
            Refusal(
                "title: Example", "title: [a]",
                "3:8: “title” must be text, or texts by language, not a list"),
            Refusal(
                "title: Example", "title:",
                "3:7: “title” is empty; text is expected"),
            Refusal(
                "title: Example", "title: ~",
                "3:8: “title” must be text, or texts by language; nothing stands here"),
            Refusal(
                "title: Example", "title: ''",
                "3:8: “title” is empty; text is expected"),
            Refusal(
                "title: Example", "title: '  '",
                "3:8: “title” is empty; text is expected"),
            Refusal(
                "title: Example", "title: {}",
                "3:8: “title” is empty; text is expected"),
            Refusal(
                "title: Example", "title: {en: '', fr: Exemple}",
                "3:13: “en” is empty; text is expected"),
            Refusal(
                "title: Example", "title: {English: Example}",
                "3:9: “English” is no language; a lower-case code is expected, such as en or fr"),
            Refusal(
                "title: Example", "title: {en: [a], fr: Exemple}",
                "3:13: “en” must be text, not a list"),
            Refusal(
                "title: Example", "title: \"a\\nb\"",
                "3:8: “title” has a line break; one line is expected"),
            Refusal(
                "title: Example", "title: \"a\\eb\"",
                "3:8: control character U+001B; text has none but line breaks"),
            Refusal(
                "base_year: 2025", "base_year: 1899",
                "5:12: “base_year” must be a whole number from 1900 to 2200, not 1899"),
            Refusal(
                "base_year: 2025", "base_year: 2025.5",
                "5:12: “base_year” must be a whole number from 1900 to 2200, not 2025.5"),
            Refusal(
                "base_year: 2025", "base_year: next",
                "5:12: “base_year” must be a whole number from 1900 to 2200, not “next”"),
            Refusal(
                "terrain_shift: off", "terrain_shift: perhaps",
                "6:16: “terrain_shift” must be on or off, not “perhaps”"),
            Refusal(
                "reading: thesis", "reading: these",
                "7:10: “reading” must be thesis or evidence, not “these”"),
            Refusal(
                "aggregation: arithmetic", "aggregation: 1",
                "8:14: “aggregation” must be arithmetic or geometric, not 1"),
            Refusal(
                "  - {id: cn, name: China, short: CN}\n", "",
                "10:3: “sides” has 1 entry; expected: exactly 2"),
            Refusal(
                "  - {id: cn, name: China, short: CN}", "  - {id: cn, name: China}\n  - {id: eu, name: Europe}",
                "10:3: “sides” has 3 entries; expected: exactly 2"),
            Refusal(
                "{id: cn,", "{id: us,",
                "11:10: side “us” is defined twice, first on line 10; ids must differ"),
            Refusal(
                "  - {id: us, name: {en: United States, fr: États-Unis}, short: US}", "  - us",
                "10:5: this must be a set of keys and values, not “us”"),
            Refusal(
                "{id: T1, text: \"One: a claim\"}", "{id: T1}",
                "13:5: key “text” is missing: it must be text, or texts by language"),
            Refusal(
                "{id: D1, text: {en", "{id: T1, text: {en",
                "14:10: claim “T1” is defined twice, first on line 13; ids must differ",
                "22:93: claim “D1” is not defined; expected: T1",
                "71:18: claim “D1” is not defined; expected: T1"),
            Refusal(
                "claims: [D1], rationale", "claims: [D2], rationale",
                "22:93: claim “D2” is not defined; expected: T1 or D1"),
            Refusal(
                "claims: [D1], rationale", "claims: [D1, D1], rationale",
                "22:97: “D1” stands twice in this list; once is expected"),
            Refusal(
                "claims: [D1], rationale", "claims: D1, rationale",
                "22:92: “claims” must be a list, not “D1”"),
            Refusal(
                "claims: [D1], rationale", "claims: [[D1]], rationale",
                "22:93: this must be the id of a claim, not a list"),
            Refusal(
                "claims:\n  - {id: T1, text: \"One: a claim\"}\n  - {id: D1, text: {en: Another, fr: Une autre}}\n", "",
                "19:93: claim “D1” is not defined: the model has no key “claims”",
                "42:14: claim “T1” is not defined: the model has no key “claims”",
                "49:85: claim “T1” is not defined: the model has no key “claims”",
                "54:14: claim “T1” is not defined: the model has no key “claims”",
                "68:14: claim “T1” is not defined: the model has no key “claims”",
                "68:18: claim “D1” is not defined: the model has no key “claims”"),
        ])
    func head(_ refusal: Refusal) { refusal.check() }
}

import BalanceModel
import Testing

@testable import ModelFiles

@Suite struct ComplaintWordsTests {
    private static let kinds: [IDKind] = [
        .side, .claim, .dimension, .indicator, .dynamic, .fact, .scenario, .takeaway,
    ]

    private static let expected: [Expected] =
        [
            .text, .line, .id, .number(.any), .number(.within(0...1)), .number(.between(-1, 1)), .number(.above(0)),
            .number(.notNegative), .whole(-3...3), .whole(1...1), .flag, .choice(["a", "b"]), .list, .mapping, .date,
            .pair, .keyList,
        ] + kinds.map { .reference($0) }

    private static let found: [Found] = [.nothing, .plain("x"), .plain("-1.5"), .quoted("x"), .list, .mapping]

    private static let place = Place(line: 3, column: 4)

    private static let syntax: [YamlSyntax] = [
        .openBracket(closing: "]", begin: place), .openQuote(begin: place), .keyExpected(begin: place),
        .itemExpected(begin: nil), .valueExpected, .colonExpected, .colonNotPossible, .itemNotPossible, .tab,
        .characterNotPossible, .escape, .nameExpected, .blockHeader, .secondValue, .directive, .tag, .tooDeep, .other,
    ]

    private static let all: [Complaint] =
        [
            .tooLarge, .utf16, .notUTF8(3), .controlCharacter(7), .notText(more: 90), .empty, .severalDocuments,
            .tooDeep, .tooManyValues,
            .aliasesBlowUp, .tooManyDirectives, .undefinedAlias("x"), .tag("!x"), .keyNotText, .keyTwice("x", line: 2),
            .unknownKey("x", nearest: "y", known: []), .unknownKey("x", nearest: nil, known: ["y", "z"]),
            .emptyText(key: nil), .lineBreak(key: "x"), .languageCode("X"), .yearKey("x"), .badID("x y"),
            .claimWithoutClaims("x"), .repeated("x"), .count(key: "x", 2...2, found: 1),
            .count(key: "x", 2...24, found: 0), .count(key: "x", 1...Int.max, found: 0), .allPointsZero, .bothZero,
            .levelAndAdvantage, .noLevel, .sameDynamics, .needless(parameter: "x", measure: "y"), .sameThresholds,
            .otherModel("x", expected: "y"),
        ] + syntax.map { .syntax($0) } + expected.map { .missingKey("x", $0) }
        + expected.flatMap { expected in found.map { .wrong(key: "x", expected, $0) } }
        + kinds.flatMap { [.idTwice($0, "x", line: 2), .undefined($0, "x", nearest: nil, known: ["y"])] }

    @Test func everyComplaintHasWordsInBothLanguages() {
        for complaint in Self.all {
            let english = complaint.words(Words(.en))
            let french = complaint.words(Words(.fr))
            #expect(!english.isEmpty && !french.isEmpty && english != french, "\(complaint)")
            #expect(!english.contains("  ") && !french.contains("  "), "\(complaint)")
        }
    }

    @Test func frenchHasItsSpacesAndQuotes() {
        for complaint in Self.all {
            let french = Array(complaint.words(Words(.fr)))
            for (before, sign) in zip(french, french.dropFirst()) {
                switch sign {
                // Inside quotes the sign is YAML's.
                case ";", "?": #expect("\u{202F}\u{A0}".contains(before), "\(String(french))")
                case "»": #expect(before == "\u{A0}", "\(String(french))")
                case "'", "“", "”": Issue.record("\(String(french))")
                default: break
                }
            }
        }
    }

    @Test func textOfTheFileIsShortAndHarmless() {
        let text = Complaint.badID("\u{1B}[2J\u{202E}\n" + String(repeating: "x", count: 500)).words(Words(.en))
        #expect(text.hasPrefix("“\\u{1B}[2J\\u{202E}\\u{A}xxx"))
        #expect(text.count < 200 && text.contains("x…”"))
    }
}

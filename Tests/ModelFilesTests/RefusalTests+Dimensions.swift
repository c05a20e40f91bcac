import Testing

@testable import ModelFiles

@Suite struct DimensionRefusals {
    @Test(
        arguments: [
            Refusal(
                "points: 20", "points: 100.5",
                "20:13: “points” must be a number from 0 to 100, not 100.5"),
            Refusal(
                "points: 20", "points: -1",
                "20:13: “points” must be a number from 0 to 100, not -1"),
            Refusal(
                "points: 20", "points: .nan",
                "20:13: “points” must be a number from 0 to 100, not “.nan”"),
            Refusal(
                "points: 20", "points: .inf",
                "20:13: “points” must be a number from 0 to 100, not “.inf”"),
            Refusal(
                "points: 20", "points: 1e999",
                "20:13: “points” must be a number from 0 to 100, not 1e999"),
            Refusal(
                "points: 20", "points: 0x10",
                "20:13: “points” must be a number from 0 to 100, not “0x10”"),
            Refusal(
                "points: 20", "points: 010",
                "20:13: “points” must be a number from 0 to 100, not “010”"),
            Refusal(
                "points: 20", "points: 1,5",
                "20:13: “points” must be a number from 0 to 100, not “1,5”"),
            Refusal(
                "points: 20", "points: \"20\"",
                "20:13: “points” must be a number from 0 to 100, not the text “20”"),
            Refusal(
                "points: 20", "points: {a: 1}",
                "20:13: “points” must be a number from 0 to 100, not a set of keys and values"),
            Refusal(
                "points: 20", "points: 20\n    points: 30",
                "21:5: key “points” stands twice, first on line 20; once is expected"),
            Refusal(
                "shift: 0.0", "shift: 1.5",
                "21:12: “shift” must be a number from -1 to 1, not 1.5"),
            Refusal(
                "level: 1", "level: 4",
                "22:21: “level” must be a whole number from -3 to 3, not 4"),
            Refusal(
                "level: 1", "level: 1.5",
                "22:21: “level” must be a whole number from -3 to 3, not 1.5"),
            Refusal(
                "level: 1, ", "",
                "22:13: key “level” is missing: it must be a whole number from -3 to 3 (or give “advantage” instead)"),
            Refusal(
                "level: 1,", "level: 1, advantage: 0.2,",
                "22:24: “advantage” stands beside “level”; one of the two is expected"),
            Refusal(
                "advantage: 0.3", "advantage: 1",
                "37:25: “advantage” must be a number above -1 and below 1, not 1"),
            Refusal(
                "momentum: -2", "momentum: -4",
                "22:34: “momentum” must be a whole number from -3 to 3, not -4"),
            Refusal(
                "momentum: -2, ", "",
                "22:13: key “momentum” is missing: it must be a whole number from -3 to 3"),
            Refusal(
                "uncertainty: 0.15", "uncertainty: -0.1",
                "22:51: “uncertainty” must be a number from 0 to 100, not -0.1"),
            Refusal(
                "drift_uncertainty: 0.0125", "drift_uncertainty: much",
                "22:76: “drift_uncertainty” must be a number from 0 to 100, not “much”"),
            Refusal(
                "thesis: {advantage: 0.3, momentum: 0}", "thesis: ahead",
                "37:13: “thesis” must be a set of keys and values, not “ahead”"),
            Refusal(
                "    thesis: {advantage: 0.3, momentum: 0}\n", "",
                "34:5: key “thesis” is missing: it must be a set of keys and values"),
            Refusal(
                "better: more", "better: most",
                "27:17: “better” must be more or less, not “most”"),
            Refusal(
                "        better: more\n", "",
                "24:9: key “better” is missing: it must be more or less"),
            Refusal(
                "weight: 1", "weight: 11",
                "28:17: “weight” must be a number from 0 to 10, not 11"),
            Refusal(
                "trend: on", "trend: 1",
                "29:16: “trend” must be on or off, not 1"),
            Refusal(
                "confidence: high\n        values", "confidence: sure\n        values",
                "30:21: “confidence” must be low, medium or high, not “sure”"),
            Refusal(
                "values: {2023: [61, 15], 2024: [40, 15]}", "values: {2023: [61, -15], 2024: [0, 0]}",
                "31:29: this must be a number, 0 or more, not -15",
                "31:41: both values are 0, which says nothing; one must be above 0"),
            Refusal(
                "values: {2023: [61, 15], 2024: [40, 15]}", "values: {2023: [61], 2024: 40}",
                "31:24: “2023” must be two numbers, [first side, second side], not a list",
                "31:36: “2024” must be two numbers, [first side, second side], not 40"),
            Refusal(
                "values: {2023: [61, 15], 2024: [40, 15]}", "values: {now: [61, 15], 2024: [40, 1e400]}",
                "31:18: “now” is no year from 1000 to 2999",
                "31:44: this must be a number, 0 or more, not 1e400"),
            Refusal(
                "values: {2023: [61, 15], 2024: [40, 15]}", "values: {2023: [61, 15], \"2023\": [40, 15]}",
                "31:34: key “2023” stands twice, first on line 31; once is expected"),
            Refusal(
                "values: {2023: [61, 15], 2024: [40, 15]}", "values: {}",
                "31:17: “values” has 0 entries; expected: at least 1"),
            Refusal(
                "values: {2023: [61, 15], 2024: [40, 15]}", "values: [61, 15]",
                "31:17: “values” must be a set of keys and values, not a list"),
            Refusal(
                "date: 2025-04,", "date: 2025-13,",
                "32:66: “date” must be a year, a month or a day, such as 2025, 2025-04 or 2025-04-30, not “2025-13”"),
            Refusal(
                "date: 2025-04,", "date: 2023-02-29,",
                "32:66: “date” must be a year, a month or a day, such as 2025, 2025-04 or 2025-04-30, not “2023-02-29”"),
            Refusal(
                "date: 2025-04,", "date: April,",
                "32:66: “date” must be a year, a month or a day, such as 2025, 2025-04 or 2025-04-30, not “April”"),
            Refusal(
                "publisher: \"Somebody\", ", "",
                "32:17: key “publisher” is missing: it must be text"),
            Refusal(
                "source: {publisher: \"Somebody\", title: \"A report\", date: 2025-04, url: \"https://example.org/\"}",
                "source: Somebody",
                "32:17: “source” must be a set of keys and values, not “Somebody”"),
        ])
    func dimensions(_ refusal: Refusal) { refusal.check() }
}

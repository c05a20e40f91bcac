import Testing

@testable import ModelFiles

@Suite struct FormTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("7", 7), ("+7", 7), ("-3", -3), ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("1e3", 1000),
        ("1E-2", 0.01), ("1.5e+2", 150), ("100.25", 100.25), ("0.1", 0.1), ("123456789012345", 123_456_789_012_345),
        ("1234567890123456768", 1_234_567_890_123_456_768), ("0.0000000000000001", 1e-16),
        ("4.9e-324", Double.leastNonzeroMagnitude), ("1e-400", 0),
        ("1.7976931348623157e308", Double.greatestFiniteMagnitude),
    ])
    func readsNumbers(_ text: String, _ number: Double) {
        #expect(NumberText.number(text) == number)
    }

    @Test(arguments: [
        "", "-", ".", "+.", "e5", "1e", "1e+", "01", "-01", "00", "1_000", "1,5", "0x1F", "0o17", "1:30", ".inf",
        "-.inf",
        ".nan", "nan", "inf", "infinity", "1e309", "1 ", " 1", "1.2.3", "--1", "1-", "½", "٣", "1e5.0", "0x1p3",
    ])
    func refusesWhatIsNoNumber(_ text: String) {
        #expect(NumberText.number(text) == nil)
    }

    @Test func readsExactlyWhatTheStandardLibraryReads() {
        var random = SplitMix(seed: 7)
        for _ in 0..<20_000 {
            let whole = random.next() % 10_000_000
            let text = "\(whole).\(random.next() % 100_000_000)"
            #expect(NumberText.number(text) == Double(text))
            let x = Double(bitPattern: random.next())
            if x.isFinite { #expect(NumberText.number(NumberText.text(x)) == x) }
        }
    }

    @Test func readsWholeNumbers() {
        #expect(NumberText.whole("-3") == -3)
        #expect(NumberText.whole("3.0") == nil)
        #expect(NumberText.whole("1e3") == nil)
        #expect(NumberText.whole("99999999999999999999") == nil)
    }

    @Test(arguments: [
        ("2025", true), ("2025-04", true), ("2024-02-29", true), ("2025-12-31", true), ("2000-02-29", true),
        ("2025-02-29", false), ("1900-02-29", false), ("2025-00", false), ("2025-13", false), ("2025-04-31", false),
        ("2025-4", false), ("2025-04-1", false), ("2025/04", false), ("25", false), ("0999", false), ("202５", false),
        ("", false), ("2025-04-30T", false),
    ])
    func knowsTheCalendar(_ text: String, _ isDate: Bool) {
        #expect(Syntax.isDate(text) == isDate)
    }

    @Test func knowsIDs() {
        for id in ["a", "A-1", "---", "9", String(repeating: "x", count: 40)] { #expect(Syntax.isID(id)) }
        for id in ["", "a b", "a_b", "é", "a.b", "a/b", "..", "@", "[", "`", "{", String(repeating: "x", count: 41)] {
            #expect(!Syntax.isID(id))
        }
    }

    @Test func knowsLanguageCodes() {
        for code in ["en", "fr", "pt-br", "gsw", "zh-hant"] { #expect(Syntax.isLanguageCode(code)) }
        for code in ["", "e", "EN", "english", "en_GB", "en-", "12", "-en"] { #expect(!Syntax.isLanguageCode(code)) }
    }

    @Test func suggestsWhatWasProbablyMeant() {
        let words = ["points", "name", "notable-models", "id", "terrain_shift"]
        #expect(Nearest.match(for: "pionts", in: words) == "points")
        #expect(Nearest.match(for: "point", in: words) == "points")
        #expect(Nearest.match(for: "nmae", in: words) == "name")
        #expect(Nearest.match(for: "Terrain-Shift", in: words) == "terrain_shift")
        #expect(Nearest.match(for: "notable_model", in: words) == "notable-models")
        for word in ["", "xy", "colour", String(repeating: "p", count: 1_000)] {
            #expect(Nearest.match(for: word, in: words) == nil)
        }
        #expect(Nearest.distance(Array("ca".utf8), Array("abc".utf8)) == 3)
        #expect(Nearest.distance(Array("kitten".utf8), Array("sitting".utf8)) == 3)
    }
}

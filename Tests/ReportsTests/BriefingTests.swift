import BalanceModel
import CellGrid
import Testing

@testable import Reports

@Suite struct BriefingTests {
    static let inputs = PictureTests.inputs

    @Test(arguments: inputs.indices) func staysWithinItsWidth(_ index: Int) {
        for line in report(Self.inputs[index], as: .text).split(separator: "\n") {
            #expect(DisplayWidth.of(line) <= PlainText.width || line.hasPrefix("  http"), "\(line)")
        }
    }

    @Test(arguments: inputs.indices) func saysNothingUndefined(_ index: Int) {
        for format in ReportFormat.allCases {
            let text = report(Self.inputs[index], as: format)
            for word in ["nan", "NaN", "Optional(", "nil", "-inf", "+inf", "\"inf\""] {
                #expect(!text.contains(word), "\(word) in \(format)")
            }
            #expect(text.hasSuffix("\n"))
        }
    }

    /// A plus or minus stands after the side it favours, never alone.
    @Test(arguments: inputs.indices) func hasNoBareSign(_ index: Int) {
        let input = Self.inputs[index]
        let text = report(input, as: .text)
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", omittingEmptySubsequences: true)
            #expect(words.first?.hasPrefix("+") != true, "\(line)")
        }
    }

    @Test(arguments: inputs.indices) func tablesHaveAsManyCellsAsColumns(_ index: Int) {
        for section in Briefing(Self.inputs[index]).document.sections {
            for case .table(let table) in section.blocks {
                #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
            }
        }
        var columns = 0
        for line in report(Self.inputs[index], as: .markdown).split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("| ") else {
                columns = 0
                continue
            }
            let bars = zip(line, " " + line).filter { $0 == "|" && $1 != "\\" }.count
            if columns == 0 { columns = bars }
            #expect(bars == columns, "\(line)")
        }
    }

    @Test(arguments: Language.allCases) func weightsAddToAHundred(_ language: Language) {
        for input in [
            Ports.full(language), Extreme.input(Extreme.oneSided, language), Extreme.input(Extreme.crowded, language),
        ] {
            let tenths = Briefing(input).weightPercents.map { text in
                let digits = text.filter(\.isNumber)
                return (Int(digits) ?? 0) * (text.contains(".") || text.contains(",") ? 1 : 10)
            }
            #expect(tenths.reduce(0, +) == 1000)
        }
    }

    @Test func saysAHundredPerCentOnlyOfWhatIsSo() {
        let always = report(Extreme.input(Extreme.oneSided, .en), as: .text)
        #expect(always.contains("B ahead whatever the weights"))
        #expect(always.contains("A ahead: under no weighting."))
        var input = Ports.full(.en)
        input.simulation?.firstLeads = 0
        input.simulation?.firstLeadsAnyWeights = 1
        let text = report(input, as: .text).replacing("\n  ", with: " ")
        #expect(text.contains("Southhaven ahead with a probability of > 99.9% ("))
        #expect(text.contains("with weights drawn at random, < 0.1%."))
    }

    @Test func namesWhatIsMissing() {
        let text = report(Extreme.input(Extreme.level, .en, year: 0, simulated: false), as: .text)
        #expect(text.contains("Level: neither side leads (0.00)"))
        #expect(text.contains("The scores are level: weights change nothing."))
        #expect(text.contains("No shift of weight changes that."))
        #expect(text.contains("not simulated"))
        #expect(!text.contains("draws"))
        let markdown = report(Extreme.input(Extreme.level, .en, year: 0, simulated: false), as: .markdown)
        #expect(markdown.contains("| 2020 | 0.00 | level | none |"))
    }

    @Test func escapesMarkup() {
        #expect(Markdown.escaped("a|b *c* _d_ `e` <f> [g] \\") == "a\\|b \\*c\\* \\_d\\_ \\`e\\` \\<f\\> \\[g\\] \\\\")
        #expect(Markdown.escaped("R & D &amp;") == "R & D \\&amp;")
        #expect(Markdown.start("# no heading") == "\\# no heading")
        #expect(Markdown.start("1. no list") == "1\\. no list")
        #expect(Markdown.start("16.4% of it") == "16.4% of it")
        let text = report(Extreme.input(Extreme.crowded, .en), as: .markdown)
        #expect(!text.contains("<b>") && !text.contains("<script>"))
        #expect(text.contains("\\<script\\>"))
    }

    @Test func keepsControlCharactersOut() {
        var model = Extreme.level
        model.title = LocalizedText("a\u{1B}[31mred\u{9B}0m\nnext")
        let input = Extreme.input(model, .en)
        for format in [ReportFormat.text, .markdown, .svg, .json] {
            let text = report(input, as: format)
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(format)")
        }
        #expect(report(input, as: .text).hasPrefix("a\u{FFFD}[31mred\u{FFFD}0m next: the balance in 2030\n"))
    }

    @Test func citesOnlyTheSourcesThatCount() {
        #expect(!report(Ports.full(.en), as: .text).contains("Port Authority"))
        let text = report(Ports.plain(.en), as: .text)
        #expect(text.contains("Port Authority, statistics, “Yearbook”, 2025-04: Containers a year;"))
        #expect(text.contains("\n  https://example.org/yearbook\n"))
        #expect(text.contains("No source given: Licensed pilots."))
        #expect(text.contains("cited: Hinterland,\nRules & customs (A1)."))
    }

    @Test func tellsWhichUnitContributionsHave() {
        let text = report(Extreme.input(Extreme.oneSided, .en), as: .text)
        #expect(text.contains("Contribution = weight × log ratio."))
        let geometric = Comparison(Extreme.oneSided, from: Settings(Extreme.oneSided), to: Settings(Extreme.oneSided))
        let comparison = ComparisonInput(
            program: "fulcrum", model: Extreme.oneSided, comparison: geometric, baseline: "unknown", language: .en,
            command: [])
        let compared = report(comparison, as: .text) ?? ""
        #expect(compared.contains("From “unknown” to your settings: no difference"))
        #expect(compared.contains("scenario “unknown”"))
    }

    @Test func breaksACommandWhereAShellTakesItOn() {
        let text = report(Ports.full(.en), as: .text)
        #expect(
            text.contains("--scenario new-tunnel \\\n    --weight rules=22.5 --terrain-shift on --seed 7 --lang en\n"))
    }
}

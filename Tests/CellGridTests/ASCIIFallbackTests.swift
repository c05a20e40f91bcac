import CellGrid
import Testing

@Suite struct ASCIIFallbackTests {
    private func shown(_ text: String, _ style: Style = .text) -> String {
        var grid = Grid(Size(DisplayWidth.of(text), 1))
        grid.put(text, 0, 0, style)
        return grid.cells.map { ASCIIFallback.cell($0).text }.joined()
    }

    @Test func lettersLoseTheirAccents() {
        #expect(shown("Évaluée à Noël, œuvre où « ça » naît") == "Evaluee a Noel, ouvre ou \" ca \" nait")
        #expect(shown("ÀÂÇÈÊÎÔÛŸ àâçèêîôûÿ Łódź Škoda ß") == "AACEEIOUY aaceeiouy Lodz Skoda s")
        #expect(shown("e\u{301}") == "e")
    }

    @Test func typographyBecomesPlain() {
        #expect(shown("l’été… – — “a” 5\u{202F}%\u{A0}: × ± ≤ ≥") == "l'ete~ - - \"a\" 5 % : x + < >")
    }

    @Test func linesAndSignsKeepTheirShape() {
        #expect(shown("╭─━┄│┃┊╮├┼┤╰╯") == "+---|||++++++")
        #expect(shown("●○▸✓✗←→↑↓▲▼") == "*o>+x<>^v^v")
    }

    @Test func blocksAreFullFromHalfOn() {
        #expect(shown("█▉▊▋▌▍▎▏ ") == "#####    ")
        #expect(shown("▁▂▃▄▅▆▇█") == "_.:-=+*#")
    }

    @Test func theOpenEndOfABarToTheLeftIsTheRestOfItsBlock() {
        var grid = Grid(Size(1, 1))
        grid.put("▏", 0, 0, Style(.firstSide, .reverse))
        let cell = ASCIIFallback.cell(grid[0, 0])
        #expect(cell.text == "#")
        #expect(cell.style == Style(.firstSide))
        grid.put("▉", 0, 0, Style(.firstSide, .reverse))
        #expect(ASCIIFallback.cell(grid[0, 0]).text == " ")
        grid.put("x", 0, 0, Style(.firstSide, .reverse))
        #expect(ASCIIFallback.cell(grid[0, 0]).style.attributes == .reverse)
    }

    @Test func brailleCountsItsDots() {
        #expect(shown("⠀⠁⠇⡇⣇⣿") == " ...::")
    }

    @Test func wideGlyphsKeepTwoColumns() {
        #expect(shown("日本🚀|") == "? ? ? |")
    }

    @Test func everyScalarHasAnASCIIStandIn() {
        for value in UInt32(0x20)..<0x30000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let width = DisplayWidth.width(of: scalar)
            let cell = ASCIIFallback.cell(Cell(scalar: value, width: UInt8(width)))
            #expect((0x20..<0x7F).contains(cell.scalar) && cell.width == 1, "\(value)")
        }
    }
}

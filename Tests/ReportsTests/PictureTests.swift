import BalanceModel
import Foundation
import Testing

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct PictureTests {
    static let inputs: [ReportInput] = Language.allCases.flatMap { language in
        [Ports.full(language), Ports.plain(language)]
            + Extreme.all.flatMap { model in
                [0.0, 10, 12.37, 25].map { Extreme.input(model, language, year: $0, simulated: $0 != 0) }
            }
    }

    @Test(arguments: inputs.indices) func isWellFormed(_ index: Int) {
        let text = report(Self.inputs[index], as: .svg)
        let parser = XMLParser(data: Data(text.utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(!text.contains("nan") && !text.contains("inf,") && !text.contains("\"inf"))
    }

    @Test(arguments: inputs.indices) func isSelfContained(_ index: Int) {
        let text = report(Self.inputs[index], as: .svg).replacing("http://www.w3.org/2000/svg", with: "")
        for word in ["<script", "href", "@import", "http:", "https:", "<image", "<foreignObject"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test(arguments: inputs.indices) func keepsEveryTextInside(_ index: Int) {
        let picture = Picture(Self.inputs[index])
        for box in picture.canvas.textBoxes {
            #expect(box.left >= 0 && box.right <= Picture.width, "\(box)")
            #expect(box.top >= 0 && box.bottom <= picture.height, "\(box)")
        }
    }

    @Test(arguments: inputs.indices) func overlapsNoTexts(_ index: Int) {
        let boxes = Picture(Self.inputs[index]).canvas.textBoxes
        for (i, a) in boxes.enumerated() {
            for b in boxes[(i + 1)...] {
                let apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
                #expect(apart, "\(a) and \(b)")
            }
        }
    }

    /// A value is never shortened: its side's name gives way.
    @Test func keepsNumbersWhole() {
        let picture = Picture(Extreme.input(Extreme.crowded, .en))
        let texts = picture.canvas.textBoxes.map(\.text)
        for dimension in picture.balance.dimensions {
            let number = picture.words.numbers.fixed(abs(dimension.advantage), 2)
            #expect(texts.contains { $0.hasSuffix("+" + number) })
        }
    }

    @Test func marksParityOnlyWithinTheYearsDrawn() {
        let drawn = report(Ports.full(.en), as: .svg)
        #expect(drawn.contains(">early 2027</text>"))
        let level = report(Extreme.input(Extreme.level, .en), as: .svg)
        #expect(level.contains("parity in 2020"))
        #expect(!level.contains("stroke-dasharray=\"5 4\""))
    }

    @Test func drawsTheBandOnlyWhenSimulated() {
        #expect(report(Ports.full(.en), as: .svg).contains("fill-opacity"))
        #expect(!report(Ports.plain(.en), as: .svg).contains("fill-opacity"))
    }

    @Test func estimatesWidthsOnTheWideSide() {
        // Advances of DejaVu Sans at 100 px, the widest of the usual fonts.
        #expect(TextMetrics.width("Clear lead: Southhaven", size: 100) > 1150)
        #expect(TextMetrics.width("南方", size: 100) >= 200)
        #expect(TextMetrics.fitted("abcdefgh", size: 10, to: 30).hasSuffix("…"))
        #expect(TextMetrics.width(TextMetrics.fitted("abcdefgh", size: 10, to: 30), size: 10) <= 30)
    }

    @Test func writesReportsToLookAt() throws {
        try writeToLookAt(Self.inputs)
    }
}

/// To look at reports: FULCRUM_REPORTS=FOLDER writes them all there, in every format.
func writeToLookAt(_ inputs: [ReportInput]) throws {
    guard let folder = ProcessInfo.processInfo.environment["FULCRUM_REPORTS"] else { return }
    for (i, input) in inputs.enumerated() {
        for format in ReportFormat.allCases {
            try report(input, as: format).write(
                toFile: "\(folder)/\(input.model.id)-\(i)-\(input.language.rawValue).\(format.fileExtension)",
                atomically: true, encoding: .utf8)
        }
    }
}

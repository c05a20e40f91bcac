import BalanceModel
import CellGrid
import Foundation
import Testing

@testable import Explorer

private let isLong = ProcessInfo.processInfo.environment["FULCRUM_LONG"] == "1"

/// A frame that a terminal can show: of the size asked for, nothing broken, nothing outside.
func expectSound(
    _ frame: Frame, _ size: Size, _ what: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let grid = frame.grid
    #expect(grid.size == size && grid.cells.count == size.width * size.height, sourceLocation: sourceLocation)
    var faults: [String] = []
    let cells = grid.cells
    for (place, cell) in cells.enumerated() where cell.width != 1 || !(0x20..<0x7F).contains(cell.scalar) {
        let (x, y) = (place % max(1, size.width), place / max(1, size.width))
        if cell.width == 2, x + 1 >= size.width || cells[place + 1].width != 0 {
            faults.append("half a glyph at \(x),\(y)")
        }
        if cell.width == 0, x == 0 || cells[place - 1].width != 2 { faults.append("half a glyph at \(x),\(y)") }
        if cell.width > 0, cell.scalar < 0x20 || (0x7F..<0xA0).contains(cell.scalar) {
            faults.append("a control character at \(x),\(y)")
        }
    }
    if let cursor = grid.cursor, !grid.bounds.contains(cursor) { faults.append("the cursor at \(cursor)") }
    for hit in frame.hits where !hit.rect.intersection(grid.bounds).contains(Point(hit.rect.x, hit.rect.y)) {
        faults.append("a target outside, \(hit)")
    }
    #expect(
        faults.isEmpty, "\(size.width)×\(size.height): \(faults.prefix(3)); \(what())", sourceLocation: sourceLocation)
}

/// Every size, view, dialogue and language.
@Suite("Every size") struct EverySizeTests {
    /// Where layouts change, and what lies beyond.
    private static let widths = isLong ? Array(1...300) : [1, 7, 39, 40, 61, 80, 100, 120, 150, 220, 300]
    private static let heights =
        isLong ? [1, 2, 5, 9, 10, 11, 12, 17, 24, 30, 40, 60, 100] : [1, 9, 10, 13, 24, 30, 44]
    /// Every width and every height; all pairs when there is time.
    private static var sizes: [Size] {
        if isLong { return widths.flatMap { width in heights.map { Size(width, $0) } } }
        return widths.indices.map { Size(widths[$0], heights[$0 * 3 % heights.count]) }
            + [Size(40, 10), Size(80, 24), Size(300, 10), Size(40, 100), Size(300, 100)]
    }

    @Test("every view keeps help and quit", arguments: View.allCases, Language.allCases)
    func views(view: View, language: Language) {
        for model in [bundled, wideModel] {
            var reader = Reader(model, 80, 24, language)
            for isLast in [false, true] {
                reader.state.view = view
                if isLast { reader.press(.end) }
                if isLast { reader.state.warn("Much too long ".repeated(20), "Bien trop long ".repeated(20)) }
                for size in Self.sizes { check(&reader, size) }
            }
        }
    }

    private func check(_ reader: inout Reader, _ size: Size) {
        reader.resize(size.width, size.height)
        let frame = reader.frame
        expectSound(frame, size, "\(reader.state.view)")
        guard size.width >= Screen.leastSize.width, size.height >= Screen.leastSize.height else { return }
        let words = reader.state.language == .en ? ["? help", "q quit"] : ["? aide", "q quitter"]
        let foot = frame.grid.row(size.height - 1)
        #expect(words.allSatisfy(foot.contains), "\(size) \(reader.state.view): \(foot)")
    }

    @Test("every dialogue", arguments: Language.allCases) func dialogues(language: Language) throws {
        let words = language == .en ? ["? help", " quit"] : ["? aide", " quitter"]
        for overlay in try overlays() {
            let words = overlay.takesText ? words.map { $0.replacing("?", with: "F1") } : words
            for view in isLong ? View.allCases : [.balance] {
                var reader = Reader(bundled, 80, 24, language)
                reader.state.savedScenarios = [Self.saved]
                reader.state.view = view
                reader.state.overlays = [overlay]
                for size in Self.sizes {
                    reader.resize(size.width, size.height)
                    let theme = Theme.all[(size.width + size.height) % Theme.all.count]
                    let frame = Screen.render(reader.state, size, theme: theme)
                    expectSound(frame, size, "\(overlay)")
                    guard size.width >= Screen.leastSize.width, size.height >= Screen.leastSize.height else { continue }
                    let foot = frame.grid.row(size.height - 1)
                    #expect(words.allSatisfy(foot.contains), "\(size) \(overlay): \(foot)")
                }
            }
        }
    }

    private static let saved = Scenario(
        id: "mine", name: LocalizedText("界 A name e\u{301} much longer than there is room for in any list at all"),
        year: 2030)

    private func overlays() throws -> [Overlay] {
        var reader = Reader(bundled)
        func opened(_ id: CommandID) throws -> Overlay {
            var state = reader.state
            _ = reduce(&state, .command(id))
            return try #require(state.overlays.last, "\(id)")
        }
        var result = try [CommandID.help, .detail, .scenarios, .saveScenario, .search, .palette, .export, .predict]
            .map(opened)
        reader.press(.character("/"))
        reader.type("china")
        result += reader.state.overlays
        reader.state.overlays = []
        reader.press(.character("P"), .end, .right, .enter, .right, .enter)
        result += reader.state.overlays
        result += (0..<bundled.takeaways.count).map { .takeaway($0, scroll: 3) }
        result += bundled.claims.indices.prefix(4).map { .feeds(FeedList(claim: $0)) }
        result += [
            .help(scroll: 10_000), .number(NumberEntry(focus: .dimension(0))),
            .number(NumberEntry(focus: .indicator(dimension: 0, indicator: 0))), .detail(.dynamic(0), scroll: 10_000),
            .confirm(.deleteScenario(Self.saved)), .confirm(.replaceScenario(Self.saved, called: Self.saved.name)),
            .confirm(.replaceFile(.markdown, path: "/" + "long name ".repeated(50))),
            .scenarios(ScenarioList(selection: 7, scroll: 10_000)),
            .saveScenario(SaveScenario(field: TextField("界e\u{301}x ".repeated(40)))),
            .export(ExportDialogue(field: TextField("/a long path".repeated(40)))),
        ]
        return result
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}

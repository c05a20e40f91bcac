import BalanceModel
import CellGrid
import Wording

/// View 5: settings side by side, and the exact split of the difference between one column and the present settings.
///
/// Left and right choose the column compared with; below, the sliders of the present settings can be moved, and the
/// split follows.
struct ComparePage: Page {
    func groups(_ state: State) -> [[Focus]] {
        [
            state.compareColumns, state.model.dimensions.indices.map(Focus.dimension),
            state.model.dynamics.indices.map(Focus.dynamic),
        ]
    }

    func hints(_ state: State) -> [CommandID] {
        let slider = state.slider(at: state.focus) != nil
        return (slider ? [.right, .up] : [.up, .activate]) + [
            .pin, .nextPanel, .scenarios, .undo, .yearForward, .reading, .nextView,
        ]
    }

    /// Down from any column leads to the first slider, up from that one back to the column compared with.
    func neighbour(of focus: Focus, _ move: CommandID, _ state: State) -> Focus? {
        switch (focus, move) {
        case (_, .down) where state.isColumn(focus): .dimension(0)
        case (_, .up) where state.isColumn(focus): focus
        case (_, .right) where state.isColumn(focus):
            state.compareColumns.last == focus ? focus : nil
        case (.dimension(0), .up), (.dimension, .previousPanel), (.dynamic, .nextPanel): state.baselineColumn
        default: nil
        }
    }

    func render(_ painter: inout Painter, _ rect: Rect) {
        let page = CompareLayout(painter, rect)
        page.render(&painter)
    }
}

extension State {
    /// What the present settings can be compared with: thesis, evidence, the pinned settings if there are any, and
    /// every scenario.
    var compareColumns: [Focus] {
        [.section(0), .section(1)] + (pinned == nil ? [] : [.section(2)]) + scenarios.indices.map(Focus.scenario)
    }

    func isColumn(_ focus: Focus) -> Bool { compareColumns.contains(focus) }

    /// The column compared with; thesis where the one chosen is gone.
    var baselineColumn: Focus { isColumn(comparedWith) ? comparedWith : .section(0) }

    func baseline(_ column: Focus) -> Baseline {
        switch column {
        case .section(1): .evidence
        case .section(2): .pinned
        case .scenario(let i) where scenarios.indices.contains(i): .scenario(scenarios[i])
        default: .thesis
        }
    }

    func settings(of baseline: Baseline) -> Settings {
        switch baseline {
        case .thesis: Settings(model, baseline: .thesis, like: settings)
        case .evidence: Settings(model, baseline: .evidence, like: settings)
        case .pinned: pinned ?? settings
        case .scenario(let scenario): Settings(model, scenario: scenario)
        }
    }
}

/// Which parts have room, and where they stand.
private struct CompareLayout {
    private let rect: Rect
    private let sentence: [String]
    private let comparison: Comparison
    private let split: RoundedSplit
    private let table: CompareTable
    private let tableRows: Int
    private let splitRows: Int

    init(_ painter: Painter, _ rect: Rect) {
        self.rect = rect
        let state = painter.state
        let baseline = state.baseline(state.baselineColumn)
        comparison = Comparison(state.model, from: state.settings(of: baseline), to: state.settings)
        split = RoundedSplit(comparison)
        sentence = Self.sentence(painter, baseline, split, rect)
        let room = max(0, rect.height - sentence.count)
        // The split: a heading, a row a dimension, a total.
        let wanted = state.model.dimensions.count + 2
        let least = CompareTable.leastRows(state.model)
        let splitRows =
            room >= least + wanted ? wanted : room < 9 ? 0 : max(3, min(wanted, room - min(least, room * 3 / 5)))
        self.splitRows = splitRows
        // A blank line before the split where the table has all it needs.
        table = CompareTable(painter, width: rect.width, height: room - splitRows)
        tableRows = min(table.height, room - splitRows)
    }

    /// The difference in words, with its largest part where there is room for two lines.
    private static func sentence(_ painter: Painter, _ baseline: Baseline, _ split: RoundedSplit, _ rect: Rect)
        -> [String]
    {
        let width = max(1, rect.width - 2)
        let wordings = painter.words.comparison(baseline, split)
        let part = painter.words.largestPart(split).map { " " + $0 } ?? ""
        for text in [(wordings.first ?? "") + part] + wordings {
            let wrapped = text.wrapped(to: width)
            if wrapped.count <= (rect.height < 30 ? 1 : 2) { return wrapped }
        }
        return (wordings.last ?? "").wrapped(to: width)
    }

    func render(_ painter: inout Painter) {
        for (i, line) in sentence.enumerated() {
            painter.grid.put(line, rect.x + 1, rect.y + i, Style(.text, .bold), clip: rect)
        }
        let free = max(0, rect.height - sentence.count - tableRows - splitRows)
        let gap = free > 0 ? 1 : 0
        let top = Rect(rect.x, rect.y + sentence.count + (free > 1 ? 1 : 0), rect.width, tableRows)
        table.render(&painter, top)
        let below = Rect(rect.x, top.bottom + gap, rect.width, splitRows)
        CompareSplit(comparison, split).render(&painter, below)
        let detail = Rect(rect.x + 1, below.bottom + 1, rect.width - 2, max(0, rect.bottom - below.bottom - 1))
        if detail.height > 0 { painter.detail(painter.state.focus, detail) }
    }
}

extension Painter {
    /// What a column of the comparison stands for.
    func columnDetail(_ column: Focus, _ width: Int) -> [Line] {
        let baseline = state.baseline(column)
        if case .scenario(let place) = column { return scenarioLines(place, width) }
        return wrapped(words.about(baseline), width)
    }
}

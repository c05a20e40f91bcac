import BalanceModel
import CellGrid
import Wording

/// A drawn screen: the cells, and what the mouse can do on them.
public struct Frame: Sendable {
    public var grid: Grid
    var hits: [Hit]
}

/// State, size and theme to a screen: pure.
public enum Screen {
    /// Below this the screen only says what size it needs.
    public static let leastSize = Size(40, 10)

    /// Draws a state. Works at every size; the theme's colours are put on by the terminal, from each cell's role.
    public static func render(_ state: State, _ size: Size, theme: Theme) -> Frame {
        var painter = Painter(state, size)
        if size.width < leastSize.width || size.height < leastSize.height {
            painter.tooSmall()
        } else {
            painter.whole()
        }
        return Frame(grid: painter.grid, hits: painter.hits)
    }
}

extension Painter {
    fileprivate mutating func tooSmall() {
        let least = Screen.leastSize
        let text = t(
            "Fulcrum needs \(least.width)×\(least.height) cells; this terminal has \(grid.size.width)×\(grid.size.height). q quits.",
            "Fulcrum demande \(least.width)×\(least.height) cellules\u{202F}; ce terminal en a \(grid.size.width)×\(grid.size.height). q quitte."
        )
        // The key first where not even the sentence fits.
        let lines = text.wrapped(to: grid.size.width)
        if lines.count <= grid.size.height {
            grid.paragraph(text, in: grid.bounds)
        } else {
            grid.paragraph(t("q quits", "q quitte"), in: grid.bounds)
        }
    }

    fileprivate mutating func whole() {
        let (head, rest) = grid.bounds.top(1)
        let (foot, body) = rest.bottom(1)
        header(head)
        state.page.render(&self, body)
        footer(foot)
        for (i, overlay) in state.overlays.enumerated() {
            if i == state.overlays.count - 1 {
                hits.removeAll()
                grid.cursor = nil
            }
            self.overlay(overlay, grid.bounds)
        }
    }

    /// What is shown and how it was computed.
    private mutating func header(_ rect: Rect) {
        grid.fill(rect, " ", Style(.status))
        let settings = state.settings
        let years = Int(settings.year) - model.baseYear
        var right = [words.reading(settings.reading), words.aggregation(settings.aggregation)]
        if settings.confidence != .low {
            right.append(t("confidence ≥ ", "confiance ≥ ") + words.confidence(settings.confidence))
        }
        if settings.terrainShift { right.append(t("terrain shift", "glissement du terrain")) }
        if let scenario = settings.scenario.flatMap(state.scenario(id:)) { right.append(scenario.name(language)) }
        if state.pinned != nil { right.append(t("pinned", "épinglé")) }
        right.append(words.year(settings.year) + (years > 0 ? " (+\(years))" : ""))
        right.append(language.rawValue.uppercased())
        let title = " Fulcrum"
        var text = right.joined(separator: " · ") + " "
        // The year and the language stay; the rest goes from the left where the line is narrow.
        while DisplayWidth.of(title) + DisplayWidth.of(text) + 2 > rect.width, right.count > 2 {
            right.removeFirst()
            text = right.joined(separator: " · ") + " "
        }
        var x = grid.put(title, 0, rect.y, Style(.status, .bold), clip: rect)
        let start = rect.width - DisplayWidth.of(text)
        let view = state.view == .balance ? "" : " · " + Command[state.view.command].title(language)
        for piece in [view, " · " + model.title(language)]
        where x + DisplayWidth.of(piece) + 2 <= start { x = grid.put(piece, x, rect.y, Style(.status), clip: rect) }
        grid.put(text, max(x + 1, start), rect.y, Style(.status), clip: rect)
    }

    /// The answer to the last key, or the keys that matter here; help and quit always.
    private mutating func footer(_ rect: Rect) {
        grid.fill(rect, " ", Style(.status))
        let always = [CommandID.help, .quit]
        let width = always.reduce(0) { $0 + DisplayWidth.of(hintText($1)) + 2 }
        var x = rect.width - width
        for id in always { x = hint(id, x, rect) + 2 }
        let room = Rect(rect.x, rect.y, rect.width - width - 1, 1)
        if let message = state.message, state.overlays.isEmpty {
            let style = message.kind == .warning ? Style(.warning, .bold) : Style(.status, .bold)
            grid.put((" " + message.text(language)).fitted(to: room.width), 0, rect.y, style, clip: room)
            return
        }
        x = 1
        for hint in state.page.hints(state) where x + DisplayWidth.of(hintText(hint)) <= room.right {
            x = self.hint(hint, x, rect) + 2
        }
    }

    private func hintText(_ id: CommandID) -> String { hintKeys(id) + " " + hintWord(id) }

    /// What a key does here, in a word or two.
    private func hintWord(_ id: CommandID) -> String {
        guard id == .toggle else { return Command[id].hint(language) }
        return switch state.focus {
        case .dimension: t("lock", "verrou")
        case .indicator: t("leave out", "écarter")
        case .scenario: t("lay over", "superposer")
        default: Command[id].hint(language)
        }
    }

    private func hintKeys(_ id: CommandID) -> String {
        func first(_ id: CommandID) -> String { state.keyMap.keys(for: id).first?.name(language) ?? "" }
        switch id {
        case .up: return first(.up) + first(.down)
        case .right: return first(.left) + first(.right)
        case .increase: return first(.increase) + first(.decrease)
        case .nextView: return first(.viewBalance) + "–" + first(.viewArticle)
        default: return first(id)
        }
    }

    private mutating func hint(_ id: CommandID, _ x: Int, _ rect: Rect) -> Int {
        var column = grid.put(hintKeys(id), x, rect.y, Style(.key, .bold), clip: rect)
        column = grid.put(" " + hintWord(id), column, rect.y, Style(.status), clip: rect)
        hit(Rect(x, rect.y, column - x, 1), .command(id))
        return column
    }
}

extension View {
    /// The command that opens the view.
    var command: CommandID {
        switch self {
        case .balance: .viewBalance
        case .evidence: .viewEvidence
        case .outlook: .viewOutlook
        case .robustness: .viewRobustness
        case .compare: .viewCompare
        case .article: .viewArticle
        }
    }
}

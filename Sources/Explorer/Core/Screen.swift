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
        let quits = keyName(.quit) + t(" quits", " quitte")
        let text = t(
            "Fulcrum needs \(least.width)×\(least.height) cells; this terminal has \(grid.size.width)×\(grid.size.height). \(quits).",
            "Fulcrum demande \(least.width)×\(least.height) cellules\u{202F}; ce terminal en a \(grid.size.width)×\(grid.size.height). \(quits)."
        )
        // The key first where not even the sentence fits.
        let lines = text.wrapped(to: grid.size.width)
        grid.paragraph(lines.count <= grid.size.height ? text : quits, in: grid.bounds)
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
            // Help and quit stay in sight; guessing has a last line of its own.
            let area = if case .predict = overlay { grid.bounds } else { grid.bounds.bottom(1).1 }
            self.overlay(overlay, area)
        }
        if !state.overlays.isEmpty, !state.isPredicting { _ = footerAlways(foot) }
    }

    /// What is shown and how it was computed.
    private mutating func header(_ rect: Rect) {
        grid.fill(rect, " ", Style(.status))
        let (title, settings) = HeaderLine(self).texts(rect.width)
        let name = " Fulcrum"
        let isNamed = title.hasPrefix(name)
        var x = grid.put(isNamed ? name : title, 0, rect.y, Style(.status, .bold), clip: rect)
        if isNamed { x = grid.put(String(title.dropFirst(name.count)), x, rect.y, Style(.status), clip: rect) }
        grid.put(settings, max(x + 1, rect.width - DisplayWidth.of(settings)), rect.y, Style(.status), clip: rect)
    }

    /// The answer to the last key, or the keys that matter here; help and quit always.
    private mutating func footer(_ rect: Rect) {
        let (room, isSaid) = footerAlways(rect)
        guard !isSaid else { return }
        var x = rect.x + 1
        for hint in state.page.hints(state)
        where isOffered(hint) && x + DisplayWidth.of(hintText(hint)) <= room.right {
            x = self.hint(hint, x, rect) + 2
        }
    }

    /// Help and quit at the end of the last line and the message, if there is one, before them, or above the line
    /// where it needs more room. Returns what is left of the line, and whether the message stands in it.
    mutating func footerAlways(_ rect: Rect) -> (room: Rect, isSaid: Bool) {
        grid.fill(rect, " ", Style(.status))
        let always = [CommandID.help, .quit]
        let width = always.reduce(0) { $0 + DisplayWidth.of(hintText($1)) + 2 }
        var x = rect.right - width
        for id in always { x = hint(id, x, rect) + 2 }
        let room = Rect(rect.x, rect.y, rect.width - width - 2, 1)
        guard let message = state.message else { return (room, false) }
        guard state.overlays.isEmpty || state.isPredicting else { return (room, false) }
        let style = message.kind == .warning ? Style(.warning, .bold) : Style(.status, .bold)
        let text = " " + message.text(language)
        if DisplayWidth.of(text) <= room.width {
            grid.put(text, room.x, room.y, style, clip: room)
            return (room, true)
        }
        let lines = message.text(language).wrapped(to: rect.width - 2).count
        let rows = min(lines, max(1, grid.size.height / 3))
        let band = Rect(rect.x, rect.y - rows, rect.width, rows)
        grid.fill(band, " ", Style(.status))
        grid.paragraph(message.text(language), in: Rect(band.x + 1, band.y, band.width - 2, rows), style)
        return (room, false)
    }

    /// Whether a key would do something here.
    private func isOffered(_ id: CommandID) -> Bool {
        // Asking whether there are details costs as much as drawing them.
        id == .detail || Command[id].unavailable(state) == nil
    }

    private func hintText(_ id: CommandID) -> String { hintKeys(id) + " " + hintWord(id) }

    /// What a key does here, in a word or two.
    private func hintWord(_ id: CommandID) -> String {
        if id == .activate, state.slider(at: state.focus) != nil { return t("type", "saisir") }
        guard id == .toggle else {
            let hint = Command[id].hint(language)
            return hint.prefix(1).lowercased() + hint.dropFirst()
        }
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
        case .help, .quit:
            guard let top = state.overlays.last, !state.isPredicting else { return first(id) }
            return state.dialogueKey(id, top)?.name(language) ?? ""
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

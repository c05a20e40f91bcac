import CellGrid
import Wording

extension State {
    mutating func pressInHelp(_ key: Key, _ command: CommandID?, _ scroll: Int) {
        let page = max(1, size.height - 6)
        switch command {
        case .up: replaceOverlay(.help(scroll: max(0, scroll - 1)))
        case .down: replaceOverlay(.help(scroll: scroll + 1))
        case .increaseMore: replaceOverlay(.help(scroll: max(0, scroll - page)))
        case .decreaseMore, .toggle: replaceOverlay(.help(scroll: scroll + page))
        case .first: replaceOverlay(.help(scroll: 0))
        case .last: replaceOverlay(.help(scroll: 10_000))
        case .help, .quit, .activate: overlays.removeLast()
        case .language: language = language == .en ? .fr : .en
        default: break
        }
    }
}

extension Painter {
    /// All keys from the command table, then the method in short.
    mutating func help(_ scroll: Int, _ area: Rect) {
        let width = min(96, area.width - 4)
        let lines = helpLines(width: width)
        let inside = dialogue(t("Help", "Aide"), width: width, height: min(lines.count + 1, area.height - 2), in: area)
        let room = max(0, inside.height - 1)
        let start = min(max(0, scroll), max(0, lines.count - room))
        for (i, line) in lines.dropFirst(start).prefix(room).enumerated() {
            var x = inside.x
            for (text, style) in line { x = grid.put(text, x, inside.y + i, style, clip: inside) }
        }
        let more = lines.count > room
        let place =
            more
            ? t(
                "lines \(start + 1)–\(min(start + room, lines.count)) of \(lines.count) · ",
                "lignes \(start + 1)–\(min(start + room, lines.count)) sur \(lines.count) · ") : ""
        let keys = t("↑↓ PgUp PgDn scroll · Esc closes", "↑↓ Pg préc/suiv défiler · Échap ferme")
        grid.put((place + keys).fitted(to: inside.width), inside.x, inside.bottom - 1, .dim, clip: inside)
    }

    typealias StyledLine = [(String, Style)]

    private func helpLines(width: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        for group in Command.Group.allCases {
            if !lines.isEmpty { lines.append([]) }
            lines.append([(group.title(language), .title)])
            for command in Command.table where command.group == group {
                lines += helpLines(for: command, width: width)
            }
        }
        return lines + methodLines(width: width)
    }

    private func helpLines(for command: Command, width: Int) -> [StyledLine] {
        let keyWidth = 16
        let keys = state.keyMap.keys(for: command.id).map { $0.name(language) }.joined(separator: " ")
        let text = command.help(language).wrapped(to: max(8, width - keyWidth - 1))
        return text.enumerated().map { i, line in
            [((i == 0 ? keys : "").padded(to: keyWidth) + " ", .key), (line, .text)]
        }
    }

    private func methodLines(width: Int) -> [StyledLine] {
        var lines: [StyledLine] = [[], [(t("The method in short", "La méthode en bref"), .title)]]
        for entry in MethodHelp.entries {
            lines.append([])
            lines.append([(entry.title(language), Style(.text, .bold))])
            lines += entry.text(language).wrapped(to: max(8, width)).map { [($0, .text)] }
        }
        return lines
    }
}

import CellGrid
import Wording

extension State {
    mutating func pressInHelp(_ key: Key, _ command: CommandID?, _ scroll: Int) {
        let place = scrolled(
            command, scroll,
            lines: {
                Painter(self, size).helpLines(width: Painter.helpWidth(size)).count
            })
        if let place { return replaceOverlay(.help(scroll: place)) }
        switch command {
        case .help, .quit, .activate: overlays.removeLast()
        case .language: turnLanguage()
        default: break
        }
    }
}

extension Painter {
    /// All keys from the command table, what the signs mean, then the method in short.
    mutating func help(_ scroll: Int, _ area: Rect) {
        let width = Self.helpWidth(area.size)
        scrollable(t("Help", "Aide"), helpLines(width: width), width: width, scroll: scroll, area)
    }

    fileprivate static func helpWidth(_ size: Size) -> Int { min(96, size.width - 4) }

    fileprivate func helpLines(width: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        for group in Command.Group.allCases {
            if !lines.isEmpty { lines.append([]) }
            lines.append([(group.title(language), .title)])
            for command in Command.table where command.group == group {
                lines += helpLines(for: command, width: width)
            }
        }
        return lines + signLines(width: width) + methodLines(width: width)
    }

    private func helpLines(for command: Command, width: Int) -> [StyledLine] {
        let keyWidth = 16
        let keys = state.keyMap.keys(for: command.id).map { $0.name(language) }.joined(separator: " ")
        let text = command.help(language).wrapped(to: max(8, width - keyWidth - 1))
        return text.enumerated().map { i, line in
            [((i == 0 ? keys : "").padded(to: keyWidth) + " ", .key), (line, .text)]
        }
    }

    private func signLines(width: Int) -> [StyledLine] {
        let signWidth = 16
        return [[], [(t("The signs", "Les signes"), .title)]]
            + SignHelp.entries(words).flatMap { entry in
                entry.meaning.wrapped(to: max(8, width - signWidth - 1)).enumerated().map { i, line in
                    [((i == 0 ? entry.sign : "").padded(to: signWidth) + " ", .key), (line, .text)]
                }
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

import BalanceModel
import CellGrid
import Wording

/// Commands by name.
struct Palette: Sendable, Hashable {
    var field = TextField()
    /// Place among the commands found.
    var selection = 0

    /// The commands that fit what is typed, the best first: by title, then by the name used in a configuration file,
    /// then by a word of the help.
    func found(_ language: Language) -> [Command] {
        let query = field.text
        var ranked: [(rank: Int, command: Command)] = []
        for command in Command.table {
            let title = matchRank(query, in: command.title(language)).map { $0 * 2 }
            let name = matchRank(query, in: command.id.rawValue).map { $0 * 2 + 1 }
            let help = matchRank(query, in: command.help(language)).flatMap { $0 < 3 ? $0 + 4 : nil }
            if let rank = [title, name, help].compactMap({ $0 }).min() { ranked.append((rank, command)) }
        }
        // Equal ranks keep the table's order.
        return ranked.enumerated().sorted { ($0.1.rank, $0.0) < ($1.1.rank, $1.0) }.map(\.1.command)
    }
}

extension State {
    mutating func openPalette() { overlays.append(.palette(Palette())) }

    mutating func pressInPalette(_ key: Key, _ palette: Palette) -> [Effect] {
        var palette = palette
        let found = palette.found(language)
        if key == .enter { return chooseCommand(palette.selection, palette) }
        if let place = Choices.moved(palette.selection, by: key, in: found.count) {
            palette.selection = place
        } else {
            let before = palette.field.text
            _ = palette.field.press(key)
            if palette.field.text != before { palette.selection = 0 }
        }
        replaceOverlay(.palette(palette))
        return []
    }

    /// Runs a command that is possible; of another, says why it is not and stays.
    mutating func chooseCommand(_ row: Int, _ palette: Palette) -> [Effect] {
        let found = palette.found(language)
        guard found.indices.contains(row) else { return [] }
        let command = found[row]
        guard command.unavailable(self) == nil else {
            var palette = palette
            palette.selection = row
            replaceOverlay(.palette(palette))
            return request(command.id)
        }
        overlays.removeLast()
        return request(command.id)
    }
}

extension Painter {
    mutating func palette(_ palette: Palette, _ area: Rect) {
        let found = palette.found(language)
        let width = min(104, area.width - 4)
        let inside = dialogue(
            t("Commands", "Commandes"), width: width, height: min(Command.table.count + 4, area.height - 2), in: area)
        guard inside.height >= 3 else { return }
        let count = t("\(found.count) of \(Command.table.count)", "\(found.count) sur \(Command.table.count)")
        grid.put(count, inside.right - DisplayWidth.of(count), inside.y, .dim, clip: inside)
        let list = Rect(inside.x, inside.y + 1, inside.width, inside.height - 2)
        let titles = Command.table.map { DisplayWidth.of($0.title(language)) }.max() ?? 0
        let keys = Command.table.map { DisplayWidth.of(keyText($0)) }.max() ?? 0
        let columns = PaletteColumns(titles: titles, keys: keys, width: inside.width)
        let selection = min(palette.selection, max(0, found.count - 1))
        let start = Window.start(of: selection, in: found.count, showing: list.height)
        for row in 0..<max(0, min(list.height, found.count - start)) {
            let place = start + row
            let line = Rect(list.x, list.y + row, list.width, 1)
            paletteRow(found[place], columns, chosen: place == selection, line)
            hit(line, .choice(place))
        }
        if found.isEmpty {
            grid.put(t("no command of that name", "aucune commande de ce nom"), list.x + 1, list.y, .dim, clip: list)
        }
        paletteFoot(found.isEmpty ? nil : found[selection], columns, inside)
        let x = grid.put(":", inside.x, inside.y, .key, clip: inside)
        field(palette.field, x, inside.y, width: max(2, inside.width - 2 - DisplayWidth.of(count)))
    }

    private func keyText(_ command: Command) -> String {
        state.keyMap.keys(for: command.id).map { $0.name(language) }.joined(separator: " ")
    }

    private mutating func paletteRow(_ command: Command, _ columns: PaletteColumns, chosen: Bool, _ line: Rect) {
        let reason = command.unavailable(state).map { t("not now: ", "pas maintenant\u{00A0}: ") + $0(language) }
        grid.put(chosen ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
        let titleStyle: Style = reason != nil ? .dim : chosen ? Style(.text, .bold) : .text
        grid.put(command.title(language).fitted(to: columns.title), line.x + 1, line.y, titleStyle, clip: line)
        if columns.text > 0 {
            let text = (reason ?? command.help(language)).fitted(to: columns.text)
            grid.put(text, line.x + 1 + columns.title + 1, line.y, .dim, clip: line)
        }
        let keys = keyText(command)
        if DisplayWidth.of(keys) <= columns.keys {
            grid.put(keys, line.right - DisplayWidth.of(keys), line.y, .key, clip: line)
        }
    }

    /// What the list had no room for: the answer to Enter, the chosen command's help or reason, else the keys.
    private mutating func paletteFoot(_ command: Command?, _ columns: PaletteColumns, _ inside: Rect) {
        let foot = Rect(inside.x, inside.bottom - 1, inside.width, 1)
        let keys = t(
            "↑↓ choose · Enter runs it · Esc closes", "↑↓ choisir · Entrée exécute · Échap ferme")
        var text = keys
        var style = Style.dim
        guard !answered(inside) else { return }
        if let command {
            let reason = command.unavailable(state)?(language)
            let whole = reason.map { t("not now: ", "pas maintenant\u{00A0}: ") + $0 } ?? command.help(language)
            if DisplayWidth.of(whole) > columns.text {
                text = whole
                style = .text
            }
        }
        grid.put(text.fitted(to: foot.width), foot.x, foot.y, style, clip: foot)
    }
}

/// Widths of the palette's columns: the text between gives way first.
private struct PaletteColumns {
    let title: Int
    let text: Int
    let keys: Int

    init(titles: Int, keys: Int, width: Int) {
        self.keys = min(keys, max(6, width / 3))
        title = min(titles, max(0, width - 2 - self.keys))
        let room = width - 1 - title - 1 - self.keys - 1
        text = room >= 16 ? room : 0
    }
}

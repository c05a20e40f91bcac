import CellGrid
import Wording

/// A dialogue above the view.
enum Overlay: Sendable, Hashable {
    case help(scroll: Int)
    case number(NumberEntry)
    case detail(Focus, scroll: Int)
    case takeaway(Int, scroll: Int)
    case feeds(FeedList)
    case scenarios(ScenarioList)
    case saveScenario(SaveScenario)
    case search(Search)
    case palette(Palette)
    case export(ExportDialogue)
    case predict(Prediction)
    case confirm(Confirmation)

    /// Whether characters typed go into a text.
    var takesText: Bool {
        switch self {
        case .number, .saveScenario, .search, .palette, .export: true
        default: false
        }
    }
}

extension State {
    /// The key to show for help or quit above a dialogue.
    func dialogueKey(_ id: CommandID, _ top: Overlay) -> Key? {
        keyMap.keys(for: id).first { isFree($0, for: id, in: top) } ?? (id == .quit ? .control("c") : nil)
    }

    /// Whether a key means nothing else in a dialogue: it neither types nor edits, moves, answers or closes.
    private func isFree(_ key: Key, for id: CommandID, in top: Overlay) -> Bool {
        switch key {
        case .function, .insert: true
        case .control(let letter): !"aelnpuz".contains(letter)
        case .character(let sign): id == .help && !top.takesText && !sign.isLetter && !sign.isNumber && sign != " "
        default: false
        }
    }

    /// False above itself, and while guessing, which has keys of its own.
    @discardableResult
    mutating func openHelp(above top: Overlay) -> Bool {
        switch top {
        case .help, .predict: return false
        default: overlays.append(.help(scroll: 0))
        }
        return true
    }

    /// Keys of the topmost overlay. Escape closes any of them; `q` closes those without a text field.
    mutating func pressInOverlay(_ key: Key, _ command: CommandID?) -> [Effect] {
        guard let top = overlays.last else { return [] }
        // A letter that the reader's own keys give to “close” is still a letter in a text field.
        let typed = if case .character = key { top.takesText } else { false }
        if key == .escape || (command == .back && !typed) {
            overlays.removeLast()
            return []
        }
        if key == .control("l") { return [.repaint] }
        if key == .control("z") { return [.suspend] }
        if let command, [.help, .quit].contains(command), isFree(key, for: command, in: top) {
            if command == .quit { return [.quit] }
            if openHelp(above: top) { return [] }
        }
        switch top {
        case .help(let scroll): pressInHelp(key, command, scroll)
        case .number(let entry): pressInNumber(key, entry)
        case .detail(let focus, let scroll): pressInDetail(key, command, focus, scroll)
        case .takeaway(let k, let scroll): return pressInTakeaway(key, command, k, scroll)
        case .feeds(let list): pressInFeeds(key, command, list)
        case .scenarios(let list): return pressInScenarios(key, command, list)
        case .saveScenario(let dialogue): return pressInSaveScenario(key, dialogue)
        case .search(let search): return pressInSearch(key, search)
        case .palette(let palette): return pressInPalette(key, palette)
        case .export(let dialogue): return pressInExport(key, dialogue)
        case .predict(let prediction): return pressInPredict(key, command, prediction)
        case .confirm(let confirmation): return pressInConfirm(key, command, confirmation)
        }
        return []
    }

    /// A click on a row of the topmost overlay.
    mutating func chooseInOverlay(_ row: Int) -> [Effect] {
        switch overlays.last {
        case .feeds(let list): chooseFeed(row, list)
        case .scenarios(let list): return chooseScenario(row, list)
        case .search(let search): return chooseFound(row, search)
        case .palette(let palette): return chooseCommand(row, palette)
        case .export(let dialogue): return chooseExport(row, dialogue)
        case .predict(let prediction): return chooseInPredict(row, prediction)
        case .confirm(let confirmation): return answer(confirmation, yes: row == 0)
        default: break
        }
        return []
    }

    mutating func replaceOverlay(_ overlay: Overlay) {
        overlays[overlays.count - 1] = overlay
    }
}

extension Painter {
    mutating func overlay(_ overlay: Overlay, _ area: Rect) {
        switch overlay {
        case .help(let scroll): help(scroll, area)
        case .number(let entry): number(entry, area)
        case .detail(let focus, let scroll): detail(focus, scroll, area)
        case .takeaway(let k, let scroll): takeaway(k, scroll, area)
        case .feeds(let list): feeds(list, area)
        case .scenarios(let list): scenarios(list, area)
        case .saveScenario(let dialogue): saveScenario(dialogue, area)
        case .search(let search): self.search(search, area)
        case .palette(let palette): self.palette(palette, area)
        case .export(let dialogue): export(dialogue, area)
        case .predict(let prediction): predict(prediction, area)
        case .confirm(let confirmation): confirm(confirmation, area)
        }
    }

    /// The answer to the last key at the end of a dialogue, in as many lines as it takes; false where there is none.
    mutating func answered(_ inside: Rect) -> Bool {
        guard let message = state.message else { return false }
        let text = message.text(language)
        let rows = min(text.wrapped(to: inside.width).count, inside.height)
        let area = inside.bottom(rows).0
        grid.fill(area)
        grid.paragraph(text, in: area, message.kind == .warning ? Style(.warning) : Style(.text, .bold))
        return true
    }

    /// A centred, cleared box of at most the given inner size; returns its inside.
    mutating func dialogue(_ title: String, width: Int, height: Int, in area: Rect) -> Rect {
        let outer = Size(min(area.width, width + 4), min(area.height, height + 2))
        let box = Rect(
            area.x + (area.width - outer.width) / 2, area.y + (area.height - outer.height) / 2, outer.width,
            outer.height)
        grid.fill(box)
        grid.box(box, title: title, style: Style(.focus), titleStyle: Style(.focus, .bold))
        return box.width >= 4 && box.height >= 2 ? box.inset(2, 1) : Rect(box.x, box.y, 0, 0)
    }
}

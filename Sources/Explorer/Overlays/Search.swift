import BalanceModel
import CellGrid
import Wording

/// A search over everything that has a text.
struct Search: Sendable, Hashable {
    var field = TextField()
    var selection = 0
    private let entries: [SearchEntry]
    /// Places in `entries`, the best first; all where nothing is typed.
    private(set) var found: [Int]

    init(_ entries: [SearchEntry] = []) {
        self.entries = entries
        found = Array(entries.indices)
    }

    var words: [[UInt8]] { searched(field.text).split(separator: 0x20).map(Array.init) }
    func entry(_ row: Int) -> SearchEntry? { found.indices.contains(row) ? entries[found[row]] : nil }

    /// Edits the query.
    mutating func press(_ key: Key) {
        let before = field.text
        guard field.press(key), field.text != before else { return }
        let words = words
        let ranked = entries.indices.compactMap { place in entries[place].rank(words).map { (rank: $0, place: place) } }
        found = ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.place)
        selection = 0
    }
}

extension State {
    mutating func openSearch() { overlays.append(.search(Search(searchEntries()))) }

    mutating func pressInSearch(_ key: Key, _ search: Search) -> [Effect] {
        var search = search
        let page = max(1, size.height - 9)
        if key == .enter { return chooseFound(search.selection, search) }
        if let row = Choices.moved(search.selection, by: key, in: search.found.count, page: page) {
            search.selection = row
        } else {
            search.press(key)
        }
        replaceOverlay(.search(search))
        return []
    }

    mutating func chooseFound(_ row: Int, _ search: Search) -> [Effect] {
        guard let entry = search.entry(row) else { return [] }
        overlays.removeLast()
        jump(to: entry.focus)
        return []
    }
}

extension Painter {
    mutating func search(_ search: Search, _ area: Rect) {
        let inside = dialogue(
            t("Search", "Chercher"), width: min(110, area.width - 4), height: area.height - 4, in: area)
        guard inside.height > 0 else { return }
        let count = search.found.count
        let found =
            search.field.text.isEmpty
            ? t("\(count) texts", "\(count) textes")
            : t("\(count) found", count > 1 ? "\(count) trouvés" : "\(count) trouvé")
        field(search.field, inside.x, inside.y, width: max(2, inside.width - DisplayWidth.of(found) - 1))
        grid.put(found, inside.right - DisplayWidth.of(found), inside.y, .dim, clip: inside)
        let cursor = grid.cursor
        let preview = inside.height >= 12 ? 4 : 0
        let rows = max(0, inside.height - 3 - preview)
        let list = Rect(inside.x, inside.y + 2, inside.width, rows)
        if count == 0 { nothingFound(list) }
        let start = Window.start(of: search.selection, in: count, showing: rows)
        for row in 0..<max(0, min(rows, count - start)) {
            result(search, start + row, Rect(list.x, list.y + row, list.width, 1))
        }
        if preview > 0, let entry = search.entry(search.selection) {
            explain(entry, search.words, Rect(inside.x, list.bottom, inside.width, preview))
        }
        let keys = [
            t("↑↓ choose · Enter goes there · Esc closes", "↑↓ choisir · Entrée y va · Échap ferme"),
            t("Enter goes there · Esc closes", "Entrée y va · Échap ferme"),
        ]
        if inside.height > 2 {
            grid.put(fitting(keys, inside.width), inside.x, inside.bottom - 1, .dim, clip: inside)
        }
        grid.cursor = cursor
    }

    private mutating func nothingFound(_ area: Rect) {
        grid.paragraph(
            t(
                "Nothing found. Fewer or shorter words find more; accents and capitals don’t matter.",
                "Rien trouvé. Des mots plus courts ou moins nombreux trouvent davantage\u{202F}; accents et majuscules sont indifférents."
            ), in: area, .dim)
    }

    private mutating func result(_ search: Search, _ row: Int, _ line: Rect) {
        guard let entry = search.entry(row) else { return }
        let chosen = row == search.selection
        hit(line, .choice(row))
        grid.put(chosen ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
        let kind = entry.kind(language)
        let x = grid.put(kind.padded(to: Self.kindWidth(language)) + " ", line.x + 1, line.y, .dim, clip: line)
        let title = entry.title(language).fitted(to: line.right - x)
        let end = grid.put(title, x, line.y, chosen ? Style(.text, .bold) : .text, clip: line)
        let context = entry.evidence(of: search.words, in: language).map(excerpt) ?? entry.context(language)
        if !context.isEmpty, line.right - end > 12 {
            grid.put((" · " + context).fitted(to: line.right - end), end, line.y, .dim, clip: line)
        }
    }

    private static func kindWidth(_ language: Language) -> Int {
        let foci: [Focus] = [
            .dimension(0), .dynamic(0), .interaction(0), .takeaway(0), .scenario(0), .claim(0),
            .indicator(dimension: 0, indicator: 0), .fact(dynamic: 0, fact: 0),
        ]
        return foci.map { DisplayWidth.of($0.kind(language)) }.max() ?? 0
    }

    /// The part of a text around a place, from the start of a word.
    private func excerpt(_ found: (text: String, place: Int)) -> String {
        let before = 18
        guard found.place > before else { return found.text }
        let tail = found.text.dropFirst(found.place - before)
        return "…" + (tail.firstIndex(of: " ").map { String(tail[$0...].dropFirst()) } ?? String(tail))
    }

    /// The chosen result in full, and where it leads.
    private mutating func explain(_ entry: SearchEntry, _ words: [[UInt8]], _ area: Rect) {
        grid.fill(Rect(area.x, area.y, area.width, 1), "─", .border)
        let place = entry.focus.home.map { Command[$0.command].title(language) } ?? Command[.scenarios].title(language)
        let context = entry.context(language)
        let title = entry.title(language) + (context.isEmpty ? "" : " · " + context)
        let excerpt = entry.evidence(of: words, in: language).map { " – " + self.excerpt($0) } ?? ""
        let text = "→ " + place + self.words.colon + title + excerpt
        grid.paragraph(text, in: Rect(area.x, area.y + 1, area.width, area.height - 1))
    }
}

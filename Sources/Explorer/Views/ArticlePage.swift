import BalanceModel
import CellGrid
import Wording

/// View 6: the claims by section, with what each feeds.
struct ArticlePage: Page {
    /// What the model says about itself comes first.
    func groups(_ state: State) -> [[Focus]] {
        [state.model.about == nil && !state.model.claims.isEmpty ? [] : [.section(0)]]
            + ArticleSection.all(state.model).map { $0.claims.map(Focus.claim) }
    }

    func hints(_ state: State) -> [CommandID] {
        (state.trail.isEmpty ? [] : [.back]) + [.up, .activate, .detail, .nextPanel, .search, .nextView]
    }

    func render(_ painter: inout Painter, _ rect: Rect) {
        ArticleScreen(painter, rect).render(&painter)
    }
}

/// The article view at one size: whose opinion this is, the claims, the focused one in full with what it feeds.
struct ArticleScreen {
    private enum Row {
        case about
        case heading(ArticleSection)
        case claim(Int)
    }

    private let rect: Rect
    private let rows: [Row]
    /// Claims that the item rests on from which the reader came.
    private let cited: [Int]

    init(_ painter: Painter, _ rect: Rect) {
        self.rect = rect
        let sections = ArticleSection.all(painter.model)
        let lone = sections.count == 1 && sections[0].title == nil
        rows =
            (painter.model.about == nil && !sections.isEmpty ? [] : [.about])
            + sections.flatMap { section in (lone ? [] : [.heading(section)]) + section.claims.map(Row.claim) }
        cited = painter.state.citing.map(painter.state.claimPlaces) ?? []
    }

    func render(_ painter: inout Painter) {
        let (top, below) = rect.top(painter.state.citing == nil || rect.height < 10 ? 1 : 2)
        opinion(&painter, top)
        if rect.width >= 110 {
            let (list, side) = below.left(below.width * 11 / 20)
            self.list(&painter, list)
            wideDetail(&painter, side)
        } else {
            let wanted = widestDetail(painter, below.width - 2)
            let rows = max(min(self.rows.count, below.height / 3), below.height - wanted - 1)
            let (list, rest) = below.top(rows)
            self.list(&painter, list)
            let title = Rect(rest.x, rest.y, rest.width, 1)
            painter.grid.fill(title, "─", .border)
            painter.grid.put(
                " \(painter.articleTitle(painter.state.focus)) ".fitted(to: title.width - 4), title.x + 2, title.y,
                .title,
                clip: title)
            detail(&painter, Rect(rest.x + 1, rest.y + 1, rest.width - 2, rest.height - 1))
        }
    }

    /// The focused claim and, where there is room, what the model says about itself.
    private func wideDetail(_ painter: inout Painter, _ side: Rect) {
        let focus = painter.state.focus
        let about = focus == .section(0) ? nil : painter.model.about?(painter.language)
        let height = (about?.wrapped(to: side.width - 4).count ?? -2) + 2
        let fits = side.height >= widestDetail(painter, side.width - 4) + 3 + height
        let (box, rest) = side.top(side.height - (fits ? height : 0))
        painter.grid.box(box, title: painter.articleTitle(focus))
        detail(&painter, box.inset(2, 1))
        guard let about, !rest.isEmpty else { return }
        painter.grid.box(rest, title: painter.t("Whose opinion", "L’avis de qui"))
        painter.grid.paragraph(about, in: rest.inset(2, 1), .dim)
    }

    // MARK: Whose opinion

    private func opinion(_ painter: inout Painter, _ area: Rect) {
        let text = painter.fitting(
            [
                painter.t(
                    "What the article claims, in other words: its opinion, not the program’s. C: its readers’.",
                    "Ce qu’affirme l’article, reformulé\u{00A0}: son avis, non celui du programme. C\u{00A0}: ses lecteurs."
                ),
                painter.t(
                    "The article’s opinion in other words, not the program’s",
                    "L’avis de l’article, reformulé, non celui du programme"),
                painter.t("The article’s opinion", "L’avis de l’article"),
            ], area.width - 2)
        let own = painter.fitting(
            [
                painter.t(
                    "Claims of the text this model codes, in its words: not the program’s opinion.",
                    "Affirmations du texte que ce modèle code\u{00A0}: non l’avis du programme."),
                painter.t("Not the program’s opinion", "Non l’avis du programme"),
            ], area.width - 2)
        let bundled = ArticleSection.all(painter.model).contains { $0.title != nil }
        let end = painter.grid.put(
            bundled ? text : own, area.x + 1, area.y, Style(.text, .italic), clip: Rect(area.x, area.y, area.width, 1))
        let legend = painter.t("→ how many it feeds", "→ éléments nourris")
        let start = area.right - DisplayWidth.of(legend)
        if start > end + 1 { painter.grid.put(legend, start, area.y, .dim, clip: area) }
        guard area.height > 1, let item = painter.state.citing else { return }
        let ids = painter.state.claims(of: item).joined(separator: ", ")
        let name = painter.state.name(of: item)(painter.language)
        let cause = painter.fitting(
            ["◆ " + name + painter.t(" rests on ", " repose sur ") + ids, "◆ " + ids], area.width - 2)
        painter.pieces(
            [
                (cause, Style(.mark, .bold)),
                (painter.keyName(.back) + painter.t(" goes back", " revient"), .dim),
            ], area.x + 1, area.y + 1, in: area)
    }

    // MARK: List

    private func list(_ painter: inout Painter, _ area: Rect) {
        let idWidth = painter.model.claims.map { DisplayWidth.of($0.id) }.max() ?? 0
        let focused = rows.firstIndex { isFocused($0, painter) } ?? 0
        let start = Window.start(of: focused, in: rows.count, showing: area.height)
        for (k, row) in rows.dropFirst(start).prefix(area.height).enumerated() {
            let line = Rect(area.x, area.y + k, area.width, 1)
            switch row {
            case .heading(let section):
                let title = section.title.map { "\(section.prefix) · \($0(painter.language))" } ?? section.prefix
                painter.grid.put(title.fitted(to: line.width - 1), line.x + 1, line.y, .title, clip: line)
            case .about:
                mark(&painter, .section(0), line)
                painter.grid.put(
                    painter.t("About this model", "À propos de ce modèle").fitted(to: line.width - 2), line.x + 2,
                    line.y, style(painter, .section(0)), clip: line)
            case .claim(let k): claim(&painter, k, idWidth, line)
            }
        }
    }

    private func isFocused(_ row: Row, _ painter: Painter) -> Bool {
        switch row {
        case .about: painter.isFocused(.section(0))
        case .claim(let k): painter.isFocused(.claim(k))
        case .heading: false
        }
    }

    private func style(_ painter: Painter, _ focus: Focus) -> Style {
        painter.isFocused(focus) ? Style(.text, .bold) : .text
    }

    private func mark(_ painter: inout Painter, _ focus: Focus, _ line: Rect) {
        painter.hit(line, .focus(focus))
        guard painter.isFocused(focus) else { return }
        painter.grid.put("▸", line.x, line.y, Style(.focus, .bold), clip: line)
        if painter.state.overlays.isEmpty { painter.grid.cursor = Point(line.x, line.y) }
    }

    private func claim(_ painter: inout Painter, _ k: Int, _ idWidth: Int, _ line: Rect) {
        let focus = Focus.claim(k)
        mark(&painter, focus, line)
        if cited.contains(k) { painter.grid.put("◆", line.x + 1, line.y, Style(.mark, .bold), clip: line) }
        let claim = painter.model.claims[k]
        let x = painter.grid.put(
            claim.id.padded(to: idWidth) + " ", line.x + 2, line.y, painter.isFocused(focus) ? .key : .dim, clip: line)
        let feeds = painter.state.feeds(of: k)
        let count = "→" + String(feeds.count).padded(to: 2, alignRight: true)
        let room = line.width >= 50 && !feeds.isEmpty ? 4 : 0
        painter.grid.put(
            claim.text(painter.language).fitted(to: line.right - x - room), x, line.y, style(painter, focus), clip: line
        )
        if room > 0 { painter.grid.put(count, line.right - 3, line.y, .dim, clip: line) }
    }

    // MARK: Detail

    /// Lines that the longest claim with what it feeds takes.
    private func widestDetail(_ painter: Painter, _ width: Int) -> Int {
        rows.map { row in
            switch row {
            case .about: painter.articleLines(.section(0), width).count
            case .claim(let k):
                painter.model.claims[k].text(painter.language).wrapped(to: width).count + 1
                    + painter.state.feeds(of: k).count
            case .heading: 0
            }
        }.max() ?? 0
    }

    private func detail(_ painter: inout Painter, _ area: Rect) {
        guard case .claim(let k) = painter.state.focus else {
            let none = painter.t("This model cites no claims.", "Ce modèle ne cite aucune affirmation.")
            let about = painter.model.about?(painter.language) ?? none
            painter.grid.paragraph(
                painter.model.claims.isEmpty && about != none ? about + "\n" + none : about, in: area)
            return
        }
        let used = painter.grid.paragraph(painter.model.claims[k].text(painter.language), in: area)
        let gap = area.height > used + 8 ? 1 : 0
        feeds(
            &painter, k, Rect(area.x, area.y + used + gap, area.width, max(0, area.height - used - gap)))
    }

    /// What rests on a claim, each line a place to go to.
    private func feeds(_ painter: inout Painter, _ k: Int, _ area: Rect) {
        let feeds = painter.state.feeds(of: k)
        guard !area.isEmpty else { return }
        guard !feeds.isEmpty else {
            let none = painter.t(
                "No panel, scenario or takeaway rests on it.", "Ni panneau, ni scénario, ni point clé n’en dépend.")
            painter.grid.put(none.fitted(to: area.width), area.x, area.y, .dim, clip: area)
            return
        }
        let enter = painter.t("Enter goes there", "Entrée y va")
        painter.grid.put(
            painter.fitting(
                [
                    painter.t(
                        "It feeds (\(enter), Esc comes back):", "Elle nourrit (\(enter), Échap revient)\u{00A0}:"),
                    painter.t("It feeds:", "Elle nourrit\u{00A0}:"),
                ], area.width), area.x, area.y, .dim, clip: area)
        let kinds = feeds.map { $0.kind(painter.language) }
        let kindWidth = kinds.map { DisplayWidth.of($0) }.max() ?? 0
        let rows = area.height - 1
        for (row, focus) in feeds.prefix(rows).enumerated() {
            let line = Rect(area.x, area.y + 1 + row, area.width, 1)
            if row == rows - 1, feeds.count > rows {
                let more = feeds.count - row
                painter.grid.put(painter.t("… \(more) more", "… \(more) autres"), line.x, line.y, .dim, clip: line)
                return
            }
            let x = painter.grid.put("→ " + kinds[row].padded(to: kindWidth) + "  ", line.x, line.y, .dim, clip: line)
            let name = painter.state.name(of: focus)(painter.language)
            painter.grid.put(name.fitted(to: line.right - x), x, line.y, .text, clip: line)
            painter.hit(line, .leap(focus))
        }
    }
}

extension Painter {
    /// “D1 · The five dimensions of power”.
    func articleTitle(_ focus: Focus) -> String {
        guard case .claim(let k) = focus else { return model.title(language) }
        let section = ArticleSection.all(model).first { $0.claims.contains(k) }
        return model.claims[k].id + (section?.title.map { " · " + $0(language) } ?? "")
    }

    /// A claim with what it feeds, or what the model says about itself.
    func articleLines(_ focus: Focus, _ width: Int) -> [Line] {
        guard case .claim(let k) = focus else {
            let none = t("This model cites no claims.", "Ce modèle ne cite aucune affirmation.")
            return wrapped(model.about?(language) ?? "", width) + (model.claims.isEmpty ? wrapped(none, width) : [])
        }
        return wrapped(model.claims[k].text(language), width)
            + state.feeds(of: k).flatMap { focus in
                wrapped("→ " + state.name(of: focus)(language) + " (" + focus.kind(language) + ")", width, .dim)
            }
    }
}

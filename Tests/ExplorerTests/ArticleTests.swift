import BalanceModel
import CellGrid
import Testing

@testable import Explorer

@Suite("Article view")
struct ArticleViewTests {
    static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]

    private func reader(_ size: (Int, Int) = (120, 40), _ language: Language = .en) -> Reader {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.press(.character("6"))
        return reader
    }

    private func claim(_ id: String) -> Focus {
        .claim(bundled.claims.firstIndex { $0.id == id } ?? -1)
    }

    @Test("expected screens of the view's start", arguments: sizes, Language.allCases)
    func start(size: (Int, Int), language: Language) { expectScreen(reader(size, language), "article-start") }

    @Test("expected screens of the claims of a dimension", arguments: sizes, Language.allCases)
    func claims(size: (Int, Int), language: Language) {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.press(.down, .down, .down, .character("a"))
        expectScreen(reader, "article-claims")
    }

    @Test("expected screens of what a claim feeds", arguments: [(80, 24), (120, 40)], Language.allCases)
    func feeds(size: (Int, Int), language: Language) {
        var reader = reader(size, language)
        reader.press(.tab, .tab, .tab, .tab, .down, .enter, .down)
        expectOverlay(reader, "article-feeds")
    }

    @Test("whose opinion it is shows at every size and claim", arguments: sizes, Language.allCases)
    func opinion(size: (Int, Int), language: Language) {
        var reader = reader(size, language)
        for _ in 0..<36 {
            #expect(reader.screen.contains(language == .en ? "opinion" : "avis"))
            reader.press(.down)
        }
    }

    @Test("sections have titles in the bundled model, in both languages, and only ids in another")
    func sections() {
        var reader = reader((120, 60))
        for title in ["T · Thesis", "D · The five dimensions", "C · Readers’ comments"] {
            #expect(reader.screen.contains(title))
        }
        reader.press(.character("L"))
        #expect(reader.screen.contains("K · Points clés") && reader.screen.contains("C · Commentaires de lecteurs"))
        var other = bundled
        other.id = "mine"
        #expect(ArticleSection.all(other).map(\.prefix) == ["T", "F", "D", "P", "I", "X", "S", "K", "C"])
        #expect(ArticleSection.all(other).allSatisfy { $0.title == nil })
    }

    @Test("Tab goes from section to section")
    func moving() {
        var reader = reader()
        #expect(reader.state.focus == .section(0))
        reader.press(.tab, .tab)
        #expect(reader.state.focus == claim("F1"))
        reader.press(.end)
        #expect(reader.state.focus == claim("C2"))
    }

    @Test("what a claim feeds and what an item rests on are the same links, seen from both ends")
    func bothWays() {
        let state = reader().state
        for (k, claim) in bundled.claims.enumerated() {
            for focus in state.feeds(of: k) { #expect(state.claims(of: focus).contains(claim.id)) }
        }
        let d4 = bundled.claims.firstIndex { $0.id == "D4" } ?? -1
        #expect(state.feeds(of: d4) == [.dimension(3), .takeaway(4), .scenario(0)])
        let x1 = bundled.claims.firstIndex { $0.id == "X1" } ?? -1
        #expect(state.feeds(of: x1) == [.dynamic(0), .interaction(0), .takeaway(3), .scenario(3)])
    }

    @Test("Enter goes to the only panel, or asks which; Escape comes back")
    func leaps() {
        var reader = reader()
        reader.press(.tab, .tab, .tab, .enter)
        #expect(reader.state.view == .balance && reader.state.focus == .dimension(0))
        reader.press(.escape)
        #expect(reader.state.view == .article && reader.state.focus == claim("D1"))
        reader.press(.down, .down, .down, .enter)
        #expect(reader.screen.contains("What D4 feeds"))
        reader.press(.down, .enter)
        #expect(reader.state.view == .balance && reader.state.focus == .takeaway(4))
        reader.press(.escape)
        #expect(reader.state.focus == claim("D4"))
        // A scenario lives in the list of scenarios, above the view.
        reader.press(.enter, .end, .enter)
        #expect(reader.state.overlays == [.scenarios(ScenarioList(selection: 0))])
        #expect(reader.state.view == .article)
    }

    @Test("from a panel to its claims and back", arguments: [1, 5, 7, 8])
    func backAndForth(steps: Int) {
        var reader = Reader(bundled)
        for _ in 0..<steps { reader.press(.tab, .backTab, .down) }
        let origin = reader.state.focus
        let ids = reader.state.claims(of: origin)
        reader.press(.character("a"))
        #expect(reader.state.view == .article && reader.state.focus == claim(ids[0]))
        #expect(reader.screen.contains("rests on \(ids.joined(separator: ", "))"))
        #expect(reader.screen.contains("◆\(ids[0])"))
        reader.press(.escape)
        #expect(reader.state.view == .balance && reader.state.focus == origin)
        #expect(reader.state.trail.isEmpty)
    }

    @Test("an indicator leads to its dimension's claims, a fact to its dynamic's")
    func figures() {
        var reader = Reader(bundled)
        reader.press(.character("2"), .tab, .down, .character("a"))
        #expect(reader.state.focus == claim("D2"))
        reader.press(.escape)
        #expect(reader.state.view == .evidence)
        #expect(reader.state.focus == .indicator(dimension: 1, indicator: 1))
        reader.press(.end, .character("a"))
        #expect(reader.state.focus == claim("I2"))
    }

    @Test("where nothing is cited the key says so, and a view key ends the way back")
    func refusals() {
        var reader = reader()
        reader.press(.character("a"))
        #expect(reader.screen.contains("Nothing here cites a claim"))
        reader.press(.character("1"), .character("a"), .character("3"), .character("6"))
        #expect(!reader.screen.contains("◆"))
        reader.press(.escape)
        #expect(reader.state.view == .article)
    }

    @Test("a click on a line of what a claim feeds goes there")
    func mouse() throws {
        var reader = reader()
        reader.press(.tab, .tab, .tab)
        let hit = try #require(reader.frame.hits.first { $0.target == .leap(.dimension(0)) })
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: Point(hit.rect.x + 2, hit.rect.y)))))
        #expect(reader.state.view == .balance && reader.state.focus == .dimension(0))
        reader.press(.escape)
        reader.press(.down, .down, .down, .enter)
        let row = try #require(reader.frame.hits.first { $0.target == .choice(1) })
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: Point(row.rect.x, row.rect.y)))))
        #expect(reader.state.focus == .takeaway(4))
    }

    @Test("a model without claims says so; one without `about` begins with its claims")
    func others() {
        var bare = Reader(wideModel, 80, 24)
        bare.press(.character("6"))
        #expect(bare.screen.contains("This model cites no claims."))
        bare.press(.enter, .character("a"), .down, .character("i"), .escape)
        var model = bundled
        model.about = nil
        var reader = Reader(model, 80, 24)
        reader.press(.character("6"))
        #expect(reader.state.focus == claim("T1"))
        #expect(!reader.screen.contains("About this model"))
    }
}

import BalanceModel
import CellGrid
import Testing
import Wording

@testable import Explorer

@Suite("Search")
struct SearchTests {
    static let sizes = [(40, 12), (80, 24), (120, 40)]

    private func reader(_ query: String, _ size: (Int, Int) = (120, 40), _ language: Language = .en) -> Reader {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.press(.character("/"))
        reader.type(query)
        return reader
    }

    private func found(_ query: String, _ language: Language = .en) -> [SearchEntry] {
        guard case .search(let search)? = reader(query, (120, 40), language).state.overlays.last else { return [] }
        return search.found.indices.compactMap { search.entry($0) }
    }

    @Test("expected screens before typing", arguments: sizes, Language.allCases)
    func start(size: (Int, Int), language: Language) { expectOverlay(reader("", size, language), "search-start") }

    @Test("expected screens of a search", arguments: sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) {
        var reader = reader("etats epoch", size, language)
        for _ in 0..<6 { reader.press(.backspace) }
        reader.press(.down)
        expectOverlay(reader, "search-found")
    }

    @Test("expected screens of a search that finds nothing", arguments: [(80, 24)], Language.allCases)
    func nothing(size: (Int, Int), language: Language) {
        expectOverlay(reader("zzz", size, language), "search-nothing")
    }

    @Test("everything with a text is found by its name in either language, and by its id")
    func names() {
        let state = Reader(bundled).state
        var targets: [Focus] = bundled.dimensions.indices.map { .dimension($0) }
        targets += bundled.dynamics.indices.map { .dynamic($0) } + bundled.takeaways.indices.map { .takeaway($0) }
        targets += bundled.scenarios.indices.map { .scenario($0) }
        for (i, dimension) in bundled.dimensions.enumerated() {
            targets += dimension.indicators.indices.map { .indicator(dimension: i, indicator: $0) }
        }
        for (d, dynamic) in bundled.dynamics.enumerated() {
            targets += dynamic.facts.indices.map { .fact(dynamic: d, fact: $0) }
        }
        let entries = state.searchEntries()
        for target in targets {
            let name = state.name(of: target)
            for query in [name.en, name.fr, name.fr.uppercased(), name.en.lowercased()] {
                let words = search(query)
                #expect(entries.contains { $0.focus == target && ($0.rank(words) ?? 9) <= 1 }, "\(query)")
            }
        }
        #expect(found("most-cited-papers").first?.focus == .indicator(dimension: 0, indicator: 2))
        #expect(found("k3").prefix(2).map(\.focus.kind.en) == ["takeaway", "claim"])
    }

    @Test(
        "accents, capitals, ligatures, apostrophes and hyphens don't matter",
        arguments: [
            ("ETATS-UNIS", "États-Unis"), ("etats unis", "États-Unis"), ("oeuvre", "œuvre"), ("l'œuvre", "l’œuvre"),
            ("penche", "penché"),
        ])
    func folding(typed: String, text: String) {
        #expect(
            SearchEntry(.section(0), title: Phrase(text, text), texts: []).rank(search(typed)) == 0 || typed == "penche"
        )
        #expect(SearchEntry(.section(0), title: Phrase(text, text), texts: []).rank(search(typed)) != nil)
    }

    private func search(_ query: String) -> [[UInt8]] { searched(query).split(separator: 0x20).map(Array.init) }

    @Test("all words must occur; names come before other texts, beginnings before middles")
    func ranking() {
        func rank(_ query: String, _ title: String, _ texts: String...) -> Int? {
            SearchEntry(.section(0), title: Phrase(title, title), texts: texts).rank(search(query))
        }
        #expect(rank("share world", "World share") == 2)
        #expect(rank("share moon", "World share") == nil)
        #expect(rank("world", "World share", "id") == 1)
        #expect(rank("world share", "World share") == 0)
        #expect(rank("id", "World share", "id") == 0)
        #expect(rank("orld", "World share") == 3)
        #expect(rank("moon", "World share", "id", "a note on the moon") == 4)
        #expect(rank("oon", "World share", "id", "a note on the moon") == 5)
    }

    @Test("texts that belong to an item find it: notes, units, rationales, sources, addresses")
    func texts() {
        #expect(found("elo formula").first?.focus == .indicator(dimension: 0, indicator: 0))
        #expect(found("Cloudscene (Statista").map(\.kind.en).contains("source"))
        #expect(found("arxiv.org").first?.focus.home == .evidence)
        #expect(found("mémorandum").isEmpty)
        #expect(found("protocoles n’engagent").isEmpty)
        #expect(found("protocoles n’engagent", .fr).first?.focus == .fact(dynamic: 0, fact: 5))
    }

    @Test("the part of a text that was found shows beside the name")
    func excerpts() {
        #expect(reader("doute leur avenir", (120, 40), .fr).screen.contains("avenir"))
        let entry = found("memristor")[0]
        let excerpt = entry.evidence(of: search("memristor"), in: .en)
        #expect(
            excerpt.map { String($0.text.dropFirst($0.place).prefix(9)) } == "memristor"
                || entry.title.en.contains("memristor"))
    }

    @Test("Enter goes to the place, Escape comes back; a scenario opens in its list")
    func jumps() {
        var reader = reader("cloudscene")
        #expect(reader.screen.contains("found"))
        while let hit = focused(reader), hit != .indicator(dimension: 1, indicator: 1) { reader.press(.down) }
        reader.press(.enter)
        #expect(reader.state.view == .evidence && reader.state.focus == .indicator(dimension: 1, indicator: 1))
        reader.press(.escape)
        #expect(reader.state.view == .balance && reader.state.focus == .dimension(0))
        for (query, view, focus) in [
            ("malaise", View.balance, Focus.dynamic(1)),
            ("K3 article makes", .article, .claim(bundled.claims.firstIndex { $0.id == "K3" } ?? -1)),
            ("The next ten years settle it", .balance, .takeaway(6)), ("one french essay", .article, .section(0)),
        ] {
            reader.press(.character("/"))
            reader.type(query)
            reader.press(.enter)
            #expect(reader.state.view == view, "\(query)")
            if query == "malaise" { continue }
            #expect(reader.state.focus == focus, "\(query)")
        }
        // Within a view, too, Escape comes back to what was focused.
        reader.press(.character("1"), .home, .character("/"))
        reader.type("Governance and norms")
        reader.press(.enter)
        #expect(reader.state.focus == .dimension(4))
        reader.press(.escape)
        #expect(reader.state.focus == .dimension(0))
        // A search is not a question for claims: the article doesn't say that anything rests on what was found.
        #expect(!reader.screen.contains("◆"))
        reader.press(.character("/"))
        reader.type("open america")
        reader.press(.enter)
        #expect(reader.state.overlays == [.scenarios(ScenarioList(selection: 2))])
    }

    private func focused(_ reader: Reader) -> Focus? {
        guard case .search(let search)? = reader.state.overlays.last else { return nil }
        return search.entry(search.selection)?.focus
    }

    @Test("the reader's own scenarios are found, and a click chooses")
    func own() throws {
        var reader = Reader(bundled)
        reader.state.savedScenarios = [Scenario(id: "mine", name: LocalizedText("Été à Évry"))]
        reader.press(.character("/"))
        reader.type("ete a evry")
        #expect(reader.screen.contains("1 found"))
        let hit = try #require(reader.frame.hits.first { $0.target == .choice(0) })
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: Point(hit.rect.x, hit.rect.y)))))
        #expect(reader.state.overlays == [.scenarios(ScenarioList(selection: 7))])
    }

    @Test("typing narrows, nothing found does nothing, Escape leaves")
    func typing() {
        var reader = reader("epochxyz")
        #expect(reader.screen.contains("0 found"))
        reader.press(.enter, .down, .up)
        #expect(reader.state.view == .balance && reader.state.overlays.count == 1)
        reader.press(.backspace, .backspace, .backspace)
        #expect(!reader.screen.contains("0 found"))
        reader.press(.escape)
        #expect(reader.state.overlays.isEmpty && reader.state.settings == Settings(bundled))
    }
}

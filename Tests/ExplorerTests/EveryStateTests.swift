import BalanceModel
import CellGrid
import Testing

@testable import Explorer

/// Evidence, article, takeaways and search at any size in any state: nothing traps, nothing is drawn outside, and the
/// cursor is on the screen.
@Suite("Evidence, article, takeaways and search in any state")
struct EveryStateTests {
    private static var models: [Model] {
        var bare = bundled
        bare.about = nil
        bare.claims = []
        bare.dynamics = []
        bare.interactions = []
        bare.scenarios = []
        bare.takeaways = bare.takeaways.filter { $0.test.measure.dynamic == nil }
        bare.dimensions = bare.dimensions.enumerated().map { i, dimension in
            guard i % 2 == 0 else { return dimension }
            return Dimension(
                id: dimension.id, name: dimension.name, points: 20, thesis: dimension.thesis, indicators: [])
        }
        return [bundled, bare, wideModel]
    }

    private static let keys: [Key] =
        "26 2 6/acti+-rRLuy1 ".map { .character($0) } + [
            .up, .down, .left, .right, .tab, .backTab, .home, .end, .pageUp, .pageDown, .enter, .escape, .down, .down,
        ]

    @Test("random keys at random sizes", arguments: 0..<6, 0..<3)
    func anything(seed: Int, model: Int) {
        var dice = Dice(seed: UInt64(seed * 3 + model))
        var reader = Reader(Self.models[model], 80, 24, seed % 2 == 0 ? .en : .fr)
        let settings = dice.settings(reader.state.model)
        reader.state.change(.init("", ""), to: settings)
        for _ in 0..<60 {
            if dice.chance(0.2) {
                reader.resize(.random(in: 1...300, using: &dice), .random(in: 1...100, using: &dice))
            }
            reader.press(Self.keys.randomElement(using: &dice) ?? .down)
            let grid = reader.frame.grid
            #expect(grid.size == reader.size)
            if let cursor = grid.cursor { #expect(grid.bounds.contains(cursor)) }
            for hit in reader.frame.hits { #expect(grid.bounds.intersection(hit.rect) == hit.rect) }
        }
    }

    @Test("every size from 1×1 up draws the views and dialogues", arguments: [2, 6])
    func sizes(view: Int) {
        var reader = Reader(bundled)
        reader.type("\(view)")
        var opened = reader
        opened.press(.character("/"))
        var takeaway = reader
        takeaway.state.overlays = [.takeaway(4, scroll: 3)]
        var feeds = reader
        feeds.state.overlays = [.feeds(FeedList(claim: 9))]
        for width in stride(from: 1, through: 300, by: 23) {
            for height in stride(from: 1, through: 100, by: 9) {
                for var reader in [reader, opened, takeaway, feeds] {
                    reader.resize(width, height)
                    #expect(reader.frame.grid.size == Size(width, height))
                }
            }
        }
    }
}

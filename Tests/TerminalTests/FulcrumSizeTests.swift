import Foundation
import Testing

/// The real program in windows of every size.
@Suite(.serialized) struct FulcrumSizeTests {
    let home: Home
    init() throws { home = try Home() }

    /// What opens a view or a dialogue, and the key that leaves the latter.
    private static let places = ["1", "2", "3", "4", "5", "6", "?", "s", ":", "/", "e", "i", "S", "P"]

    private func start(_ place: String, columns: Int, rows: Int) throws -> Session {
        let session = try home.start(["--fresh", "--samples", "1000"], columns: columns, rows: rows)
        try session.waitUntil("a screen") { $0.isAlternate && $0.text.contains { !$0.isWhitespace } }
        session.press("1" + place)
        session.settle(quietMilliseconds: 400)
        return session
    }

    private func end(_ session: Session) {
        session.signal(SIGTERM)
        #expect(session.waitForEnd() == .killed(SIGTERM))
        #expect(session.screen.isGivenBack)
    }

    @Test(arguments: places) func aStormOfResizesEndsInTheScreenOfAFreshStart(place: String) throws {
        let fresh = try start(place, columns: 97, rows: 31)
        let session = try start(place, columns: 97, rows: 31)
        var dice = SystemRandomNumberGenerator()
        for step in 0..<300 {
            session.resize(
                columns: .random(in: 1...300, using: &dice), rows: .random(in: 1...100, using: &dice))
            if step % 3 == 0 { session.settle(quietMilliseconds: 1) }
        }
        session.resize(columns: 97, rows: 31)
        session.settle(quietMilliseconds: 500)
        #expect(session.screen == fresh.screen, "\(session.screen.text)\n—\n\(fresh.screen.text)")
        end(session)
        end(fresh)
    }

    @Test func everySizeShowsSomethingWithinTheWindow() throws {
        let session = try start("1", columns: 80, rows: 24)
        for (columns, rows) in [(1, 1), (2, 1), (1, 2), (300, 1), (1, 100), (39, 10), (40, 9), (40, 10), (300, 100)] {
            session.resize(columns: columns, rows: rows)
            try session.waitUntil("\(columns)×\(rows)") {
                $0.columns == columns && $0.rows == rows && $0.text.contains { !$0.isWhitespace }
            }
            session.settle(quietMilliseconds: 100)
            if columns >= 40, rows >= 10 {
                #expect(["? help", "q quit"].allSatisfy(session.screen.row(rows - 1).contains))
            } else if columns * rows >= 120 {
                let text = session.screen.text.filter { !$0.isNewline }
                #expect(text.contains("40×10") && text.contains("\(columns)×\(rows)"), "\(text)")
            }
        }
        session.resize(columns: 1, rows: 1)
        session.settle(quietMilliseconds: 100)
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(session.screen.isGivenBack)
    }
}

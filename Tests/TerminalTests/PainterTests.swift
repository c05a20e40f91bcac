import CellGrid
import Testing

@testable import Terminal

/// What is replaced where the C library's widths are not ours.
@Suite struct SafeGlyphTests {
    private func glyph(_ text: String, width: (UInt32) -> Int) -> SafeGlyph {
        var grid = Grid(Size(4, 1))
        grid.put(text, 0, 0)
        return SafeGlyph(grid[0, 0], width: width)
    }

    /// As most libraries have it.
    private func usual(_ scalar: UInt32) -> Int {
        switch scalar {
        case 0x300..<0x370, 0xFE00...0xFE0F, 0x200D: 0
        case 0x3000..<0x9FFF, 0x1F300..<0x1FA00: 2
        default: 1
        }
    }

    @Test func marksStayAndJoinersEndAGlyph() {
        #expect(glyph("e\u{301}", width: usual).scalars == (0x65, 0x301, 0, 0))
        #expect(glyph("👩‍🚀", width: usual).scalars == (0x1F469, 0, 0, 0))
        #expect(glyph("👍🏽", width: usual).scalars == (0x1F44D, 0, 0, 0))
        #expect(glyph("日", width: usual).columns == 2)
    }

    @Test func aNarrowGlyphWithAWideDressGetsASpace() {
        let heart = glyph("❤️", width: usual)
        #expect(heart.scalars == (0x2764, 0, 0, 0) && heart.columns == 1 && heart.follower == 0x20)
    }

    @Test func aFlagIsItsLetters() {
        let flag = glyph("🇫🇷", width: usual)
        #expect(flag.scalars.0 == 0x46 && flag.follower == 0x52)
    }

    @Test func whatTheLibraryDoesNotKnowIsReplacedAtItsWidth() {
        let unknown = glyph("日") { $0 == 0xFFFD ? 1 : -1 }
        #expect(unknown.scalars.0 == 0xFFFD && unknown.columns == 1 && unknown.follower == 0x20)
        let wider = glyph("é") { $0 == 0xFFFD ? 1 : 2 }
        #expect(wider.scalars.0 == 0xFFFD && wider.columns == 1 && wider.follower == 0)
        #expect(glyph("é") { _ in -1 }.scalars.0 == 0x3F)
    }
}

@Suite struct ChangeTests {
    private func changes(from former: Grid, to grid: Grid) -> [Range<Int>] {
        var result: [Range<Int>] = []
        while let change = CellPainter.change(
            in: grid.cells[...], from: former.cells[...], after: result.last?.upperBound ?? 0)
        {
            result.append(change)
        }
        return result
    }

    private func grid(_ text: String) -> Grid {
        var grid = Grid(Size(8, 1))
        grid.put(text, 0, 0)
        return grid
    }

    @Test func findsWhatDiffers() {
        #expect(changes(from: grid("abcdefgh"), to: grid("abcdefgh")).isEmpty)
        #expect(changes(from: grid("abcdefgh"), to: grid("aXcdYYgZ")) == [1..<2, 4..<6, 7..<8])
        let all = CellPainter.change(in: grid("abc").cells[...], from: nil, after: 0)
        #expect(all == 0..<8)
    }

    @Test func keepsWideGlyphsWhole() {
        #expect(changes(from: grid("a日c"), to: grid("a本c")) == [1..<3])
        #expect(changes(from: grid("a日c"), to: grid("abbc")) == [1..<3])
        #expect(changes(from: grid("abbc"), to: grid("a日c")) == [1..<3])
        var half = grid("a日c")
        half.highlight(Rect(2, 0, 1, 1), .reverse)
        #expect(changes(from: grid("a日c"), to: half) == [1..<3])
        half = grid("a日c")
        half.highlight(Rect(0, 0, 2, 1), .reverse)
        #expect(changes(from: grid("a日c"), to: half) == [0..<3])
    }
}

@Suite struct Base64Tests {
    @Test func followsTheStandard() {
        let vectors = [
            "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=",
            "foobar": "Zm9vYmFy",
        ]  // RFC 4648 §10
        for (plain, coded) in vectors { #expect(Base64.encode(Array(plain.utf8)) == coded) }
        #expect(Base64.encode([0xFB, 0xFF, 0xBF]) == "+/+/")
    }
}

@Suite struct MemoryTerminalTests {
    @Test func playsItsScriptAndThenHangsUp() {
        let terminal = MemoryTerminal(script: [.input(.key(.up)), .resized(Size(10, 5)), .timeout])
        #expect(terminal.pendingInput)
        #expect(terminal.nextEvent(timeoutMilliseconds: nil) == .input(.key(.up)))
        #expect(!terminal.pendingInput)
        #expect(terminal.size == Size(80, 24))
        #expect(terminal.nextEvent(timeoutMilliseconds: nil) == .resized(Size(10, 5)))
        #expect(terminal.size == Size(10, 5))
        #expect(terminal.nextEvent(timeoutMilliseconds: nil) == .timeout)
        #expect(terminal.nextEvent(timeoutMilliseconds: 10) == .timeout)
        #expect(terminal.nextEvent(timeoutMilliseconds: nil) == .hangup)
    }

    @Test func remembersWhatWasAskedOfIt() {
        let terminal = MemoryTerminal(keys: [.enter])
        var grid = Grid(terminal.size)
        grid.put("hello", 0, 0)
        terminal.show(grid, theme: .dark)
        terminal.setMouse(true)
        terminal.beep()
        #expect(terminal.copyToClipboard("text"))
        terminal.suspend()
        terminal.close()
        #expect(terminal.screen == grid && terminal.theme?.id == "dark")
        #expect(terminal.isMouseOn && terminal.beeps == 1 && terminal.copied == ["text"] && terminal.isClosed)
        #expect(terminal.nextEvent(timeoutMilliseconds: nil) == .resumed)
        #expect(terminal.nextEvent(timeoutMilliseconds: nil) == .input(.key(.enter)))
    }

    @Test func severalWakeUpsAreOne() async {
        let terminal = MemoryTerminal(keys: [.enter])
        let wake = terminal.wake
        await Task.detached {
            wake()
            wake()
        }.value
        #expect(terminal.nextEvent(timeoutMilliseconds: nil) == .wakeUp)
        #expect(terminal.nextEvent(timeoutMilliseconds: nil) == .input(.key(.enter)))
    }
}

import CellGrid
import Testing

@testable import Terminal

/// Bytes to inputs, whatever way they arrive.
@Suite struct KeyDecoderTests {
    /// All inputs; a lone Escape at the end is decided.
    private func decode(_ text: String, with decoder: KeyDecoder = KeyDecoder()) -> [Input] {
        decode(Array(text.utf8), with: decoder)
    }

    private func decode(_ bytes: [UInt8], with decoder: KeyDecoder = KeyDecoder()) -> [Input] {
        var decoder = decoder
        decoder.feed(bytes)
        var inputs = drain(&decoder)
        decoder.decide()
        inputs += drain(&decoder)
        return inputs
    }

    private func drain(_ decoder: inout KeyDecoder) -> [Input] {
        var inputs: [Input] = []
        while let input = decoder.next() { inputs.append(input) }
        return inputs
    }

    private func keys(_ inputs: [Input]) -> [Key] {
        inputs.compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    @Test func decodesNamedKeys() {
        let expected: [(String, Key)] = [
            ("\r", .enter), ("\n", .enter), ("\u{1B}OM", .enter), ("\t", .tab), ("\u{1B}[Z", .backTab),
            ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}", .escape), ("\u{1B}[A", .up), ("\u{1B}OA", .up),
            ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left), ("\u{1B}[H", .home),
            ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home), ("\u{1B}[8~", .end),
            ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
            ("\u{1B}OP", .function(1)), ("\u{1B}[[B", .function(2)), ("\u{1B}[15~", .function(5)),
            ("\u{1B}[24~", .function(12)), ("\u{1}", .control("a")), ("\u{12}", .control("r")),
            ("\u{0}", .control(" ")), ("\u{1F}", .control("_")), ("q", .character("q")), (" ", .character(" ")),
        ]
        for (bytes, key) in expected { #expect(decode(bytes) == [.key(key)], "\(bytes.debugDescription)") }
    }

    @Test func charactersArriveWhole() {
        #expect(keys(decode("é")) == [.character("é")])
        #expect(keys(decode("e\u{301}x")) == [.character("e\u{301}"), .character("x")])
        #expect(keys(decode("œ€日🚀")) == [.character("œ"), .character("€"), .character("日"), .character("🚀")])
        #expect(keys(decode("\u{301}")) == [.character("\u{301}")])
    }

    @Test func aCharacterMayComeInPieces() {
        var decoder = KeyDecoder()
        for byte in Array("é🚀".utf8).dropLast() { decoder.feed([byte]) }
        #expect(keys(drain(&decoder)) == [.character("é")])
        #expect(!decoder.isUndecided)
        decoder.feed([Array("🚀".utf8)[3]])
        #expect(keys(drain(&decoder)) == [.character("🚀")])
    }

    @Test func whateverTheCutsTheKeysAreTheSame() {
        let bytes = Array("a\u{1B}[Aé\u{1B}[<0;10;20M\u{1B}OB\u{1B}[200~x\u{1B}[[E🚀\u{1B}[15~q".utf8)
        let whole = decode(bytes)
        #expect(whole.count == 10)
        for cut in 1..<bytes.count {
            var decoder = KeyDecoder()
            decoder.feed(bytes[..<cut])
            var inputs = drain(&decoder)
            decoder.feed(bytes[cut...])
            inputs += drain(&decoder)
            #expect(inputs == whole, "cut at \(cut)")
        }
    }

    @Test func invalidBytesTakeNothingWithThem() {
        let expected: [Key] = [.character("a"), .character("b")]
        for invalid: [UInt8] in [
            [0xFF], [0xC3], [0xE2, 0x82], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5], [0xF4, 0x90, 0x80, 0x80],
            [0xE0, 0x80, 0x80], [0xC2, 0x9B],
        ] {
            #expect(keys(decode([0x61] + invalid + [0x62])) == expected, "\(invalid)")
        }
    }

    @Test func unknownSequencesAreDropped() {
        for unknown in [
            "\u{1B}[1;5C", "\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}[200~", "\u{1B}x", "\u{1B}é", "\u{1B}O5A",
            "\u{1B}Oj", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[12;40R", "\u{1B}\u{1B}[A",
            "\u{1B}[<0;1M", "\u{1B}[M\u{22}!!", "\u{1B}[[Z",
        ] {
            #expect(keys(decode("a\(unknown)b")) == [.character("a"), .character("b")], "\(unknown.debugDescription)")
        }
    }

    @Test func anEscapeIsUndecidedUntilItsTimeIsOver() {
        var decoder = KeyDecoder()
        decoder.feed([0x1B])
        #expect(decoder.next() == nil)
        #expect(decoder.isUndecided)
        decoder.feed(Array("[A".utf8))
        #expect(decoder.next() == .key(.up))
        decoder.feed([0x1B])
        #expect(decoder.next() == nil)
        decoder.decide()
        #expect(decoder.next() == .key(.escape))
        #expect(!decoder.isUndecided)
    }

    @Test func twoEscapesAreTwoAndABrokenSequenceIsNone() {
        #expect(keys(decode("\u{1B}\u{1B}")) == [.escape, .escape])
        #expect(keys(decode("\u{1B}\u{1B}\u{1B}")) == [.escape, .escape, .escape])
        #expect(keys(decode("\u{1B}[1")) == [])
        #expect(keys(decode("\u{1B}[1\u{1B}[A")) == [.up])
        #expect(keys(decode("\u{1B}[1\rb")) == [.enter, .character("b")])
    }

    @Test func mouseReportsBecomeEvents() {
        let expected: [(String, MouseEvent?)] = [
            ("\u{1B}[<0;10;20M", MouseEvent(.press, at: Point(9, 19))),
            ("\u{1B}[<0;10;20m", MouseEvent(.release, at: Point(9, 19))),
            ("\u{1B}[<32;1;1M", MouseEvent(.drag, at: Point(0, 0))),
            ("\u{1B}[<36;300;100M", MouseEvent(.drag, at: Point(299, 99))),
            ("\u{1B}[<64;5;6M", MouseEvent(.wheelUp, at: Point(4, 5))),
            ("\u{1B}[<81;5;6M", MouseEvent(.wheelDown, at: Point(4, 5))),
            ("\u{1B}[<2;5;6M", nil), ("\u{1B}[<35;5;6M", nil), ("\u{1B}[<0;0;0M", nil),
            ("\u{1B}[<0;99999999999999999999;1M", nil), ("\u{1B}[<;;M", nil),
            ("\u{1B}[M !!", MouseEvent(.press, at: Point(0, 0))),
            ("\u{1B}[M#\"%", MouseEvent(.release, at: Point(1, 4))),
            ("\u{1B}[M`!!", MouseEvent(.wheelUp, at: Point(0, 0))),
        ]
        for (bytes, event) in expected {
            #expect(decode(bytes) == (event.map { [.mouse($0)] } ?? []), "\(bytes.debugDescription)")
        }
    }

    @Test func theTerminalsOwnSequencesCount() {
        let decoder = KeyDecoder(sequences: [Array("\u{1B}[9z".utf8): .home, Array("\u{1B}A".utf8): .up, [0x0A]: .down])
        #expect(keys(decode("\u{1B}[9z\u{1B}A\u{1B}[A\n", with: decoder)) == [.home, .up, .up, .enter])
    }

    @Test func inAnotherEncodingABytesIsACharacter() {
        var table = [UInt32](repeating: 0, count: 128)
        table[0xE9 - 0x80] = 0xE9
        let decoder = KeyDecoder(encoding: .singleByte(table))
        #expect(keys(decode([0xE9, 0xC3, 0xA9, 0x61], with: decoder)) == [.character("é"), .character("a")])
    }

    @Test func randomBytesDoNoHarm() {
        var generator = SplitMix(state: 7)
        let pieces: [[UInt8]] = [
            [0x1B], [0x1B, 0x5B], Array("[<0;".utf8), Array("M".utf8), [0xC3], Array("O".utf8), Array(";1;2".utf8),
            Array("~".utf8), [0x9B], [0xFF], Array("]".utf8), [0x07],
        ]
        for _ in 0..<2000 {
            var decoder = KeyDecoder(sequences: [Array("\u{1B}[5~".utf8): .pageUp])
            for _ in 0..<Int(generator.next() % 20) {
                let choice = Int(generator.next() % 24)
                decoder.feed(choice < pieces.count ? pieces[choice] : [UInt8(truncatingIfNeeded: generator.next())])
                _ = drain(&decoder)
            }
            decoder.decide()
            for case .key(.character(let character)) in drain(&decoder) {
                #expect(character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
            }
            decoder.decide()
            _ = drain(&decoder)
            #expect(!decoder.isUndecided)
            decoder.feed([0x1B, 0x5C, 0x07, 0x0D, 0x0D, 0x0D, 0x0D, 0x0D, 0x71])
            #expect(drain(&decoder).last == .key(.character("q")))
        }
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

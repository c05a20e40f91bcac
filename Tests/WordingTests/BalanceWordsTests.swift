import BalanceModel
import Testing

@testable import Wording

/// Parity, where no side leads, and a flip, where the lead passes to the other side, are told apart.
@Suite struct BalanceWordsTests {
    private static func model(_ advantages: [Double], takeaways: [Takeaway] = []) -> Model {
        Model(
            id: "m", title: LocalizedText("M"), baseYear: 2025,
            firstSide: SideDescription(id: "a", name: LocalizedText("Anna"), short: LocalizedText("A")),
            secondSide: SideDescription(id: "b", name: LocalizedText("Bert"), short: LocalizedText("B")),
            dimensions: advantages.enumerated().map { i, advantage in
                Dimension(
                    id: "d\(i)", name: LocalizedText("D\(i)"), points: 50,
                    thesis: Thesis(start: .advantage(advantage), momentum: 0))
            },
            dynamics: [
                Dynamic(
                    id: "e", name: LocalizedText("E"), intensity: 50, delay: 3,
                    effects: [DynamicEffect(dimension: 0, immediate: 0, delayed: -0.4)])
            ],
            takeaways: takeaways)
    }

    private func said(_ advantages: [Double], _ language: Language = .en) -> (words: Words, balance: Balance) {
        let model = Self.model(advantages)
        return (Words(model, language), evaluate(model, Settings(model)))
    }

    @Test func atParityBothSharesAreTold() {
        let (words, balance) = said([0.3, -0.3])
        #expect(balance.favoured == nil)
        #expect(words.acceptability(balance) == "at parity: Anna ahead under 50% of all weightings, Bert under 50%")
        #expect(
            words.acceptability(balance.robustness.acceptability, at: balance.value) == words.acceptability(balance))
        #expect(words.robustnessInShort(balance) == [words.acceptability(balance)])
        #expect(words.flip(balance) == "the least shift of weight tips it")
        #expect(words.parity(balance).hasPrefix("parity"))
        #expect(words.likelihood(0.5, balance).isEmpty)
    }

    @Test func levelScoresAreNoParityOfWeights() {
        let (words, balance) = said([0, 0])
        #expect(words.acceptability(balance) == "the scores are level: weights change nothing")
        #expect(words.flip(balance) == "no shift of weight changes that")
    }

    @Test func aLevelVerdictNamesTheSideAhead() {
        let (words, balance) = said([0.29, -0.3])
        #expect(balance.leader == nil && balance.favoured == .second)
        #expect(words.acceptability(balance).hasPrefix("Bert ahead under"))
        #expect(words.robustnessInShort(balance)[0].hasPrefix("Bert ahead under"))
    }

    @Test func aClearVerdictNamesItOnce() {
        let (words, balance) = said([0.5, -0.1])
        #expect(words.acceptability(balance).hasPrefix("ahead under"))
        #expect(words.robustnessInShort(balance)[1] == "33.3% of weight from parity")
        #expect(words.flip(balance) == "33.3% of the weight moved from D0 to D1 would bring parity")
    }

    @Test func onlyBeyondATippingWeightDoesTheVerdictFlip() {
        let inside = said([0.3, -0.1])
        let text = inside.words.tippingMeaning(dimension: 1, inside.balance)
        #expect(text.contains("At 75% of the weight (now 50%)"))
        #expect(text.contains("it would bring parity; above that the verdict flips."))
        let end = said([0.3, 0])
        #expect(
            end.words.tippingMeaning(dimension: 1, end.balance).contains(
                "At 100% of the weight (now 50%), the others keeping their proportions, it would bring parity; no weight of it flips"
            ))
        #expect(end.words.flip(end.balance) == "no shift of weight flips it")
    }

    @Test func aLikelihoodIsTheFavouredSidesAndNeverCertain() {
        let first = said([0.3, -0.1])
        #expect(first.words.likelihood(1, first.balance)[0] == "> 99.9% probable given uncertain scores")
        let second = said([-0.3, 0.1])
        #expect(second.words.likelihood(0.25, second.balance)[0] == "75% probable given uncertain scores")
    }

    @Test func aSideAndItsNumberStayTogether() {
        let (words, _) = said([0.3, -0.1])
        #expect(words.lead(-0.25) == "B\u{00A0}+0.25" && words.lead(0) == "0.00")
    }

    @Test func aParityYearIsToldByTheYearItFallsIn() {
        let (words, _) = said([0.3, -0.1])
        #expect(words.partOfYear(2029.9996) == "early 2030")
        #expect(words.partOfYear(2028.5) == "mid-2028")
    }

    @Test(arguments: Language.allCases)
    func aMeasureNamesItsSideAndYear(language: Language) {
        let measures: [Measure] = [
            .dimensionsNotLed, .dynamicCost(dynamic: 0), .dynamicReversal(dynamic: 0),
            .dynamicGrip(dynamic: 0, dimension: 0), .splitLead(first: [0], second: [1]),
        ]
        let takeaways = measures.map {
            Takeaway(
                id: "K", text: LocalizedText("K"),
                test: Takeaway.Test(measure: $0, years: 10, supportedAt: 1, contradictedAt: 0))
        }
        let model = Self.model([0.3, -0.1], takeaways: takeaways)
        let words = Words(model, language)
        let balance = evaluate(model, Settings(model))
        for k in measures.indices {
            let text = words.measured(k, balance)
            #expect(text.contains(" A ") || text.contains(" A\u{00A0}"), "\(text)")
            #expect(text.contains("2035"), "\(text)")
        }
    }

    @Test("a weight that is not quite nothing, or not quite all, is not shown as such")
    func nearlyAll() {
        #expect(Numbers(.en).weights([0.997, 0.003, 0]) == ["> 99%", "< 1%", "0%"])
        #expect(Numbers(.fr).weights([1, 0]) == ["100\u{202F}%", "0\u{202F}%"])
        #expect(Numbers(.en).weights([0.2, 0.2, 0.2, 0.2, 0.2]) == Array(repeating: "20%", count: 5))
    }

    @Test("a lead too small for two decimals is still named with its side")
    func closeToParity() {
        let words = Words(Self.model([0, 0]), .en)
        #expect(words.verdictSentence(0.0021).hasSuffix("(A\u{A0}+0.002)"))
        #expect(words.verdictSentence(-0.0004).hasSuffix("(B\u{A0}+0.0004)"))
        #expect(words.verdictSentence(0).hasSuffix("(0.00)"))
        #expect(words.verdictSentence(0.01).hasSuffix("(A\u{A0}+0.01)"))
    }

    @Test("an advantage of no side is none, not one of 0.00")
    func noAdvantage() {
        let words = Words(Self.model([0, 0]), .fr)
        #expect(words.anAdvantage(0) == "un avantage nul")
        #expect(words.anAdvantage(-0.3) == "un avantage B\u{A0}+0,30")
    }
}

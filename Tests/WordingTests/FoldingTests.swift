import Testing

@testable import Wording

@Test("A search compares letters, not case, accents or typography")
func foldsLatin() {
    #expect(folded("Œuvre DÉPLOYÉE, çà et là") == "oeuvre deployee, ca et la")
    #expect(folded("L’Élan « d’Æther »\u{202F}!") == "l'elan \" d'aether \" !")
    #expect(folded("Straße, ırmak, Łódź, Ngữ") == "strasse, irmak, lodz, ngu")
    #expect(folded("e\u{301}te\u{301}") == "ete")
    #expect(folded("Ωμέγα 中国") == "ωμέγα 中国")
    #expect(folded("10\u{2212}2 – a\u{2010}b…") == "10 2   a b...")
}

@Test("A query fits best at a beginning, then at a word, then anywhere, then as letters in order")
func ranksMatches() {
    #expect(matchRank("eg", in: "Égaliser") == 0)
    #expect(matchRank("cour", in: "Annuler cours") == 1)
    #expect(matchRank("nul", in: "Annuler") == 2)
    #expect(matchRank("anr", in: "Annuler") == 3)
    #expect(matchRank("z", in: "Annuler") == nil)
    #expect(matchRank("", in: "Annuler") == 0)
    #expect(matchRank("annuler tout", in: "annuler") == nil)
}

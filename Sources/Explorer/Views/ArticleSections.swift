import BalanceModel
import Wording

/// Claims whose ids begin with the same letters.
struct ArticleSection: Sendable, Hashable {
    var prefix: String
    /// What the section is about; `nil` where only the ids tell.
    var title: Phrase?
    /// Places in the model, in its order.
    var claims: [Int]

    static func all(_ model: Model) -> [ArticleSection] {
        var sections: [ArticleSection] = []
        for (k, claim) in model.claims.enumerated() {
            let prefix = String(claim.id.prefix { !$0.isNumber })
            if let known = sections.firstIndex(where: { $0.prefix == prefix }) {
                sections[known].claims.append(k)
            } else {
                sections.append(
                    ArticleSection(prefix: prefix, title: model.id == bundled ? titles[prefix] : nil, claims: [k]))
            }
        }
        return sections
    }

    /// The model whose sections have titles here: a model file gives its claims ids, no sections.
    private static let bundled = "ai-us-china"
    private static let titles: [String: Phrase] = [
        "T": Phrase("Thesis", "Thèse"),
        "F": Phrase("What the facts show", "Ce que montrent les faits"),
        "D": Phrase("The five dimensions of power", "Les cinq dimensions de la puissance"),
        "P": Phrase("Outlook", "Perspective"),
        "I": Phrase("Two dynamics inside the United States", "Deux dynamiques internes aux États-Unis"),
        "X": Phrase("How the two interact", "Comment les deux se combinent"),
        "S": Phrase("In perspective", "Mise en perspective"),
        "K": Phrase("Key takeaways", "Points clés"),
        "C": Phrase("Readers’ comments, not the article’s claims", "Commentaires de lecteurs, non de l’article"),
    ]
}

import BalanceModel
import Wording

/// What the signs on the screens mean, for the help.
enum SignHelp {
    struct Entry: Sendable {
        var sign: String
        var meaning: String
    }

    /// With the names of the model's sides.
    static func entries(_ words: Words) -> [Entry] { marks(words) + charts(words) }

    private static func marks(_ words: Words) -> [Entry] {
        func t(_ en: String, _ fr: String) -> String { words.t(en, fr) }
        let statuses = TakeawayStatus.allCases.map { words.symbol($0) + " " + words.status($0) }
        return [
            Entry(sign: "▸", meaning: t("where you are", "l’endroit où vous êtes")),
            Entry(sign: "▹", meaning: t("the column compared with", "la colonne comparée")),
            Entry(
                sign: "●",
                meaning: t(
                    "a slider’s value; on a chart, your settings",
                    "la valeur d’un curseur\u{202F}; sur un graphique, vos réglages")),
            Entry(sign: "■", meaning: t("a slider’s value, weight locked", "la valeur d’un curseur, poids verrouillé")),
            Entry(
                sign: "┊",
                meaning: t(
                    "on a slider, the value that brings parity (B = 0), the rest staying in proportion; over the years, the year on screen",
                    "sur un curseur, la valeur qui ramène à la parité (B = 0), le reste gardant ses proportions\u{202F}; au fil des années, l’année à l’écran"
                )),
            Entry(
                sign: "← →",
                meaning: t(
                    "the drift: ← towards \(words.short(.first)), → towards \(words.short(.second)); slow below 0.0375 of log ratio a year, steady below 0.0625, fast from there on",
                    "la dérive\u{00A0}: ← vers \(words.short(.first)), → vers \(words.short(.second))\u{202F}; lente sous 0,0375 de log-rapport par an, soutenue sous 0,0625, rapide au-delà"
                )),
            Entry(
                sign: "·",
                meaning: t("no drift to speak of, below 0.005 a year", "dérive négligeable, sous 0,005 par an")),
            Entry(
                sign: t("tips at", "seuil"),
                meaning: t(
                    "the weight that brings parity; – where none does, and at parity",
                    "le poids qui ramène à la parité\u{202F}; – s’il n’y en a pas, et à parité")),
            Entry(sign: "✓ ○ ✗", meaning: statuses.joined(separator: ", ")),
            Entry(
                sign: "*",
                meaning: t(
                    "no indicator counts: the thesis stands in",
                    "aucun indicateur compté\u{00A0}: la thèse en tient lieu")),
            Entry(sign: "‹ ›", meaning: t("more columns that way", "d’autres colonnes de ce côté")),
            Entry(sign: "…", meaning: t("more than there is room for", "plus que la place ne permet")),
        ]
    }

    private static func charts(_ words: Words) -> [Entry] {
        func t(_ en: String, _ fr: String) -> String { words.t(en, fr) }
        return [
            Entry(
                sign: "◆",
                meaning: t(
                    "over the years, parity; on the map, your settings; in the article, a claim that the item rests on",
                    "au fil des années, la parité\u{202F}; sur la carte, vos réglages\u{202F}; dans l’article, une affirmation dont dépend l’élément"
                )),
            Entry(
                sign: "▒ ░",
                meaning: t(
                    "where half of the draws lie, and nine in ten", "là où sont la moitié des tirages, et neuf sur dix")
            ),
            Entry(
                sign: "┬",
                meaning: t(
                    "the 5, 50 and 95% quantiles over all weightings",
                    "les quantiles à 5, 50 et 95\u{202F}% sur toutes les pondérations")),
            Entry(
                sign: "→ 5",
                meaning: t(
                    "beside a claim: how many items rest on it",
                    "près d’une affirmation\u{00A0}: le nombre d’éléments qui en dépendent")),
        ]
    }
}

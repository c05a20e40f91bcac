import Wording

/// The method in a few lines each, for the help: enough to check a number by hand. Sections are those of the method.
enum MethodHelp {
    struct Entry: Sendable {
        var title: Phrase
        var text: Phrase
    }

    static let entries: [Entry] = [
        Entry(
            title: Phrase("Advantage", "Avantage"),
            text: Phrase(
                "With a and b what the two sides have of something, the advantage is s = (a − b)/(a + b): 0 is parity, 0.50 means three times as much. Its log ratio is z = ½ ln(a/b), so that s = tanh z; z stays within ±3.",
                "Si a et b sont ce que les deux camps possèdent, l’avantage vaut s = (a − b)/(a + b)\u{202F}: 0 est la parité, 0,50 veut dire trois fois plus. Son log-rapport est z = ½ ln(a/b), donc s = tanh z\u{202F}; z reste entre −3 et 3."
            )),
        Entry(
            title: Phrase("Thesis reading", "Lecture « thèse »"),
            text: Phrase(
                "The article’s words, coded: a level L from −3 to 3 gives z = atanh(L/4) at the start, a momentum M from −3 to 3 gives a drift of 0.025·M a year. Levels and momenta are our reading of the article.",
                "Les mots de l’article, codés\u{202F}: un niveau L de −3 à 3 donne z = atanh(L/4) au départ, un élan M de −3 à 3 donne une dérive de 0,025·M par an. Niveaux et élans sont notre lecture de l’article."
            )),
        Entry(
            title: Phrase("Evidence reading", "Lecture « indicateurs »"),
            text: Phrase(
                "Public figures: z is the weighted mean of the indicators’ latest log ratios; the drift is the weighted mean of their yearly trends, long series counting more, within ±0.15. A dimension without a counted indicator keeps the thesis reading and says so.",
                "Chiffres publics\u{202F}: z est la moyenne pondérée des derniers log-rapports des indicateurs\u{202F}; la dérive est la moyenne pondérée de leurs tendances annuelles, les longues séries comptant davantage, entre −0,15 et 0,15. Une dimension sans indicateur compté garde la lecture « thèse » et le dit."
            )),
        Entry(
            title: Phrase("Internal dynamics", "Dynamiques internes"),
            text: Phrase(
                "A dynamic of intensity x (0 to 1) adds f·(x − reference) at once and g·x·(1 − e^(−t/τ)) with the years t to the z of some dimensions; two dynamics can have a joint delayed effect. Signs are the article’s, sizes are our assumption. The effect shown is the balance as set minus the balance with x = 0.",
                "Une dynamique d’intensité x (0 à 1) ajoute f·(x − référence) tout de suite et g·x·(1 − e^(−t/τ)) avec les années t au z de certaines dimensions\u{202F}; deux dynamiques peuvent avoir un effet commun retardé. Les signes sont ceux de l’article, les tailles notre hypothèse. L’effet affiché est la balance telle que réglée moins la balance avec x = 0."
            )),
        Entry(
            title: Phrase("Weights and balance", "Poids et balance"),
            text: Phrase(
                "A weight is a dimension’s points divided by all points. The arithmetic balance is B = Σ w·s, the geometric one B = tanh(Σ w·z). Below 0.02 is level, below 0.10 a narrow lead, below 0.30 a clear lead, above a wide lead. With the terrain shift on, weights grow or shrink by e^(λt).",
                "Un poids vaut les points d’une dimension divisés par tous les points. La balance arithmétique est B = Σ w·s, la géométrique B = tanh(Σ w·z). Sous 0,02\u{202F}: équilibre\u{202F}; sous 0,10\u{202F}: courte avance\u{202F}; sous 0,30\u{202F}: nette avance\u{202F}; au-delà\u{202F}: large avance. Avec le glissement du terrain, les poids évoluent en e^(λt)."
            )),
        Entry(
            title: Phrase("How sure?", "Est-ce sûr\u{202F}?"),
            text: Phrase(
                "“Under 83% of all weightings” is the exact share of all possible weights under which that side leads (no sampling). The weight to flip is the least part of all weight that must move between dimensions to bring B to 0. The mark ┊ on a slider is the value at which B would be 0, the rest staying in proportion.",
                "« Sous 83\u{202F}% des pondérations » est la part exacte de tous les poids possibles qui mettent ce camp en tête (sans tirage). Le poids à déplacer est la plus petite part du poids total qui doit changer de dimension pour ramener B à 0. La marque ┊ d’un curseur est la valeur où B serait nul, le reste gardant ses proportions."
            )),
        Entry(
            title: Phrase("Takeaways", "Points clés"),
            text: Phrase(
                "Each is tested by one measure with two thresholds: supported from the one, contradicted from the other, open between. Measures and thresholds are our choice; open a takeaway to see them.",
                "Chacun est testé par une mesure et deux seuils\u{202F}: étayé à partir de l’un, contredit à partir de l’autre, ouvert entre les deux. Mesures et seuils sont notre choix\u{202F}; ouvrez un point clé pour les voir."
            )),
    ]
}

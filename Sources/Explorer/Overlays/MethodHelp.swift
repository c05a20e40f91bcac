import Wording

/// The method in a few lines each, for the help: enough to check a number by hand. Sections are those of the method.
enum MethodHelp {
    struct Entry: Sendable {
        var title: Phrase
        var text: Phrase
    }

    static let entries: [Entry] = [
        Entry(
            title: Phrase("Advantage, or score", "Avantage, ou score"),
            text: Phrase(
                "With a and b what the two sides have of something, the advantage is s = (a − b)/(a + b): 0 is parity, 0.50 means three times as much. Its log ratio is z = ½ ln(a/b), so that s = tanh z; z stays within ±3. A number always comes with the side it favours: a name and +0.50, never a bare sign.",
                "Si a et b sont ce que les deux camps possèdent, l’avantage vaut s = (a − b)/(a + b)\u{00A0}: 0 est la parité, 0,50 veut dire trois fois plus. Son log-rapport est z = ½ ln(a/b), donc s = tanh z\u{202F}; z reste entre −3 et 3. Un nombre porte toujours le camp qu’il favorise\u{00A0}: un nom et +0,50, jamais un signe seul."
            )),
        Entry(
            title: Phrase("Thesis reading", "Lecture «\u{00A0}thèse\u{00A0}»"),
            text: Phrase(
                "The text’s words, coded: a level L from −3 to 3 gives z = atanh(L/4) at the start, a momentum M from −3 to 3 gives a drift of 0.025·M a year; plus is the first side, minus the second. Levels and momenta are our reading of the text.",
                "Les mots du texte, codés\u{00A0}: un niveau L de −3 à 3 donne z = atanh(L/4) au départ, un élan M de −3 à 3 donne une dérive de 0,025·M par an\u{202F}; plus est le premier camp, moins le second. Niveaux et élans sont notre lecture du texte."
            )),
        Entry(
            title: Phrase("Evidence reading", "Lecture «\u{00A0}indicateurs\u{00A0}»"),
            text: Phrase(
                "Public figures: z is the weighted mean of the indicators’ latest log ratios; the drift is the weighted mean of their yearly trends, long series counting more, within ±0.15. How far the figures disagree gives σ, the standard deviation of z, and ς, that of the drift. A dimension without a counted indicator keeps the thesis reading and says so.",
                "Chiffres publics\u{00A0}: z est la moyenne pondérée des derniers log-rapports des indicateurs\u{202F}; la dérive est la moyenne pondérée de leurs tendances annuelles, les longues séries comptant davantage, entre −0,15 et 0,15. Le désaccord des chiffres donne σ, l’écart type de z, et ς, celui de la dérive. Une dimension sans indicateur compté garde la lecture «\u{00A0}thèse\u{00A0}» et le dit."
            )),
        Entry(
            title: Phrase("Internal dynamics", "Dynamiques internes"),
            text: Phrase(
                "A dynamic of intensity x (0 to 1) adds f·(x − reference) at once and g·x·(1 − e^(−t/τ)) with the years t to the z of some dimensions: f is its immediate effect on a dimension, g its delayed one, τ the delay in years, the reference the intensity that today’s scores already hold. Two dynamics can have a joint delayed effect. Directions are the text’s, sizes are our assumption. The effect shown is the balance as set minus the balance with x = 0.",
                "Une dynamique d’intensité x (0 à 1) ajoute f·(x − référence) tout de suite et g·x·(1 − e^(−t/τ)) avec les années t au z de certaines dimensions\u{00A0}: f est son effet immédiat sur une dimension, g son effet retardé, τ le délai en années, la référence l’intensité que les scores actuels contiennent déjà. Deux dynamiques peuvent avoir un effet commun retardé. Les sens sont ceux du texte, les tailles notre hypothèse. L’effet affiché est la balance telle que réglée moins la balance avec x = 0."
            )),
        Entry(
            title: Phrase("Weights and balance", "Poids et balance"),
            text: Phrase(
                "A weight is a dimension’s points divided by all points. The arithmetic balance is B = Σ w·s, the geometric one B = tanh(Σ w·z). Below 0.02 is level, below 0.10 a narrow lead, below 0.30 a clear lead, above a wide lead. With the terrain shift on, weights grow or shrink by e^(λt), with a rate λ a year for each dimension.",
                "Un poids vaut les points d’une dimension divisés par tous les points. La balance arithmétique est B = Σ w·s, la géométrique B = tanh(Σ w·z). Sous 0,02\u{00A0}: équilibre\u{202F}; sous 0,10\u{00A0}: courte avance\u{202F}; sous 0,30\u{00A0}: nette avance\u{202F}; au-delà\u{00A0}: large avance. Avec le glissement du terrain, les poids évoluent en e^(λt), avec un taux annuel λ pour chaque dimension."
            )),
        Entry(
            title: Phrase("How sure?", "Est-ce sûr\u{202F}?"),
            text: Phrase(
                "“Under 83% of all weightings” is the exact share of all possible weights under which that side leads (no sampling). The weight to move is the least part of all weight that must move between dimensions to bring parity, B = 0, beyond which the verdict flips. “99% given score uncertainty” is the share of random draws of scores and drifts in which that side leads with your weights.",
                "«\u{00A0}Dans 83\u{202F}% des pondérations\u{00A0}» est la part exacte de tous les poids possibles qui mettent ce camp en tête (sans tirage). Le poids à déplacer est la plus petite part du poids total qui doit changer de dimension pour ramener à la parité, B = 0, au-delà de laquelle le verdict s’inverse. «\u{00A0}99\u{202F}% compte tenu de l’incertitude des scores\u{00A0}» est la part des tirages de scores et de dérives où ce camp mène avec vos poids."
            )),
        Entry(
            title: Phrase("Takeaways", "Points clés"),
            text: Phrase(
                "Each is tested by one measure with two thresholds: supported from the one, contradicted from the other, open between. Measures and thresholds are our choice; open a takeaway to see them.",
                "Chacun est testé par une mesure et deux seuils\u{00A0}: étayé à partir de l’un, contredit à partir de l’autre, ouvert entre les deux. Mesures et seuils sont notre choix\u{202F}; ouvrez un point clé pour les voir."
            )),
    ]
}

import BalanceModel
import CellGrid
import Wording

/// Every command of the program; the name is what a configuration file uses.
public enum CommandID: String, Sendable, Hashable, CaseIterable {
    case up, down, left, right
    case nextPanel = "next-panel"
    case previousPanel = "previous-panel"
    case first, last, increase, decrease
    case increaseMore = "increase-more"
    case decreaseMore = "decrease-more"
    case activate, detail, back, toggle
    case evenOut = "even-out"
    case reset
    case resetAll = "reset-all"
    case yearForward = "year-forward"
    case yearBack = "year-back"
    case reading, aggregation
    case terrainShift = "terrain-shift"
    case confidence
    case applyFlip = "apply-flip"
    case pin, scenarios
    case saveScenario = "save-scenario"
    case undo, redo
    case viewBalance = "view-balance"
    case viewEvidence = "view-evidence"
    case viewOutlook = "view-outlook"
    case viewRobustness = "view-robustness"
    case viewCompare = "view-compare"
    case viewArticle = "view-article"
    case claims
    case nextView = "next-view"
    case previousView = "previous-view"
    case help, search, palette, export, predict, language, theme, mouse, redraw, suspend, quit
}

/// A row of the command table. The key map, the footer, the help, the palette, the README's table and the man page
/// are all made from it; adding a command is one row here and one case in `State.perform`.
public struct Command: Sendable {
    public enum Group: Sendable, Hashable, CaseIterable {
        case move, change, settings, history, views, program

        public var title: Phrase {
            switch self {
            case .move: Phrase("Move", "Se déplacer")
            case .change: Phrase("Change", "Changer")
            case .settings: Phrase("Reading and method", "Lecture et méthode")
            case .history: Phrase("Undo", "Annuler")
            case .views: Phrase("Views", "Vues")
            case .program: Phrase("Program", "Programme")
            }
        }
    }

    public let id: CommandID
    public let group: Group
    /// Default keys; the first is the one shown where there is room for one.
    public let keys: [Key]
    public let title: Phrase
    public let help: Phrase
    /// A word or two for the footer, in lower case.
    public let hint: Phrase
    /// Why the command can't be done now; `nil` when it can.
    let unavailable: @Sendable (State) -> Phrase?

    init(
        _ id: CommandID, _ group: Group, _ keys: [Key], _ title: Phrase, hint: Phrase? = nil, _ help: Phrase,
        unless unavailable: @escaping @Sendable (State) -> Phrase? = { _ in nil }
    ) {
        self.id = id
        self.group = group
        self.keys = keys
        self.title = title
        self.help = help
        self.hint = hint ?? Phrase(title.en.lowercased(), title.fr.lowercased())
        self.unavailable = unavailable
    }

    public static subscript(_ id: CommandID) -> Command {
        places[id].map { table[$0] } ?? table[0]
    }

    private static let places = Dictionary(
        table.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// In the order of the help.
    public static let table: [Command] =
        moveCommands + changeCommands + settingCommands + comparisonCommands + historyCommands + viewCommands
        + programCommands
}

/// A character key.
private func k(_ character: Character) -> Key { .character(character) }

extension Command {
    private static let moveCommands: [Command] = [
        Command(
            .up, .move, [.up, k("k")], Phrase("Up", "Haut"), hint: Phrase("move", "bouger"),
            Phrase("To the item above", "Vers l’élément au-dessus")),
        Command(
            .down, .move, [.down, k("j")], Phrase("Down", "Bas"),
            Phrase("To the item below", "Vers l’élément au-dessous")),
        Command(
            .left, .move, [.left, k("h")], Phrase("Left", "Gauche"), hint: Phrase("change", "changer"),
            Phrase(
                "One less on a slider, else to the item before",
                "Un de moins sur un curseur, sinon vers l’élément précédent")),
        Command(
            .right, .move, [.right, k("l")], Phrase("Right", "Droite"), hint: Phrase("change", "changer"),
            Phrase(
                "One more on a slider, else to the item after",
                "Un de plus sur un curseur, sinon vers l’élément suivant")),
        Command(
            .nextPanel, .move, [.tab], Phrase("Next group", "Groupe suivant"), hint: Phrase("group", "groupe"),
            Phrase("To the next group of panels", "Vers le groupe de panneaux suivant")),
        Command(
            .previousPanel, .move, [.backTab], Phrase("Previous group", "Groupe précédent"),
            Phrase("To the group of panels before", "Vers le groupe de panneaux précédent")),
        Command(
            .first, .move, [.home], Phrase("First", "Premier"),
            Phrase("To the first item", "Vers le premier élément")),
        Command(.last, .move, [.end], Phrase("Last", "Dernier"), Phrase("To the last item", "Vers le dernier élément")),
    ]

    private static let changeCommands: [Command] = [
        Command(
            .increase, .change, [k("+"), k("=")], Phrase("More", "Plus"), hint: Phrase("change", "changer"),
            Phrase("One more on the focused slider", "Un de plus sur le curseur choisi"), unless: noSlider),
        Command(
            .decrease, .change, [k("-"), k("_")], Phrase("Less", "Moins"),
            Phrase("One less on the focused slider", "Un de moins sur le curseur choisi"), unless: noSlider),
        Command(
            .increaseMore, .change, [.pageUp], Phrase("Ten more", "Dix de plus"),
            Phrase(
                "Ten more on the focused slider; a page back in a text",
                "Dix de plus sur le curseur choisi\u{202F}; une page en arrière dans un texte")),
        Command(
            .decreaseMore, .change, [.pageDown], Phrase("Ten less", "Dix de moins"),
            Phrase(
                "Ten less on the focused slider; a page on in a text",
                "Dix de moins sur le curseur choisi\u{202F}; une page plus loin dans un texte")),
        Command(
            .activate, .change, [.enter], Phrase("Open or type", "Ouvrir ou saisir"),
            hint: Phrase("open", "ouvrir"),
            Phrase(
                "Type a number on a slider; open anything else",
                "Saisir un nombre sur un curseur\u{202F}; ouvrir tout autre élément")),
        Command(
            .detail, .change, [k("i")], Phrase("Details", "Détails"), hint: Phrase("details", "détails"),
            Phrase("All about the focused item", "Tout sur l’élément choisi"), unless: nothingToDetail),
        Command(
            .back, .change, [.escape], Phrase("Close", "Fermer"), hint: Phrase("back", "retour"),
            Phrase(
                "Close what is open, keep what was set; after a leap to another view, back to where you were",
                "Fermer ce qui est ouvert, garder les réglages\u{202F}; après un saut vers une autre vue, en revenir")),
        Command(
            .toggle, .change, [k(" ")], Phrase("Lock, leave out, lay over", "Verrouiller, écarter, superposer"),
            hint: Phrase("lock/leave out", "verrou/écarter"),
            Phrase(
                "Lock the focused weight, leave an indicator out or back in, lay a scenario over the outlook",
                "Verrouiller le poids choisi, écarter ou reprendre un indicateur, superposer un scénario à la perspective"
            ),
            unless: nothingToToggle),
        Command(
            .evenOut, .change, [k("x")], Phrase("Even out", "Égaliser"),
            Phrase(
                "Give all unlocked dimensions the same weight",
                "Donner le même poids à toutes les dimensions non verrouillées")),
        Command(
            .reset, .change, [k("r")], Phrase("Reset this", "Rétablir ceci"), hint: Phrase("reset", "rétablir"),
            Phrase("Put the focused item back to its start", "Remettre l’élément choisi à son point de départ"),
            unless: nothingToReset),
        Command(
            .resetAll, .change, [k("R")], Phrase("Reset all", "Tout rétablir"),
            Phrase("Back to the model’s own settings", "Revenir aux réglages du modèle")),
    ]

    private static let settingCommands: [Command] = [
        Command(
            .yearForward, .settings, [k("y")], Phrase("A year on", "Un an plus tard"),
            hint: Phrase("year", "année"),
            Phrase("Look one year further ahead, up to 25 years", "Regarder un an plus loin, jusqu’à 25 ans")
        ) {
            $0.settings.year >= Double($0.model.baseYear) + Limits.horizon
                ? Phrase(
                    "this is the last year: the model looks 25 years ahead",
                    "c’est la dernière année\u{00A0}: le modèle voit à 25 ans") : nil
        },
        Command(
            .yearBack, .settings, [k("Y")], Phrase("A year back", "Un an plus tôt"),
            Phrase("Look one year less ahead", "Regarder un an moins loin")
        ) {
            $0.settings.year <= Double($0.model.baseYear)
                ? Phrase("this is the first year of the model", "c’est la première année du modèle") : nil
        },
        Command(
            .reading, .settings, [k("t")], Phrase("Thesis or evidence", "Thèse ou indicateurs"),
            hint: Phrase("thesis/evidence", "thèse/indicateurs"),
            Phrase(
                "Switch between the text’s words and public figures",
                "Passer des mots du texte aux chiffres publics, et retour")),
        Command(
            .aggregation, .settings, [k("g")], Phrase("Aggregation", "Agrégation"),
            Phrase(
                "Switch between arithmetic and geometric aggregation",
                "Passer de l’agrégation arithmétique à la géométrique, et retour")),
        Command(
            .terrainShift, .settings, [k("w")], Phrase("Terrain shift", "Glissement du terrain"),
            Phrase(
                "Let weights move over time as the model says, or not",
                "Laisser ou non les poids glisser avec le temps, comme le dit le modèle")
        ) { state in
            state.model.dimensions.allSatisfy { $0.shift == 0 }
                ? Phrase("this model has no terrain shift", "ce modèle n’a pas de glissement du terrain") : nil
        },
    ]

    private static let comparisonCommands: [Command] = [
        Command(
            .confidence, .settings, [k("c")], Phrase("Minimum confidence", "Confiance minimale"),
            hint: Phrase("confidence", "confiance"),
            Phrase(
                "Leave out indicators below low, medium or high confidence, in turn",
                "Écarter tour à tour les indicateurs de confiance inférieure à faible, moyenne ou élevée")),
        Command(
            .applyFlip, .settings, [k("f")], Phrase("Bring to parity", "Ramener à la parité"),
            hint: Phrase("parity", "parité"),
            Phrase(
                "Move the fewest points that bring the balance to parity, where the verdict would flip; undo takes it back",
                "Déplacer le moins de points qui ramènent la balance à la parité, où le verdict s’inverserait\u{202F}; annuler défait"
            ),
            unless: noFlip),
        Command(
            .pin, .settings, [k("p")], Phrase("Pin", "Épingler"),
            Phrase(
                "Keep the present settings to compare with; again to let them go",
                "Garder les réglages présents pour comparer\u{202F}; encore une fois pour les libérer")),
        Command(
            .scenarios, .settings, [k("s")], Phrase("Scenarios", "Scénarios"), hint: Phrase("scenarios", "scénarios"),
            Phrase("Choose a scenario, or one of your own", "Choisir un scénario, du modèle ou personnel")),
        Command(
            .saveScenario, .settings, [k("S")], Phrase("Save as scenario", "Enregistrer comme scénario"),
            Phrase(
                "Save the present settings as a scenario of your own",
                "Enregistrer les réglages présents comme scénario personnel")),
    ]

    private static let historyCommands: [Command] = [
        Command(
            .undo, .history, [k("u")], Phrase("Undo", "Annuler"),
            Phrase("Take the last change back; without limit", "Défaire le dernier changement\u{202F}; sans limite")
        ) {
            $0.history.past.isEmpty ? Phrase("nothing to undo", "rien à annuler") : nil
        },
        Command(
            .redo, .history, [.control("r"), k("U")], Phrase("Redo", "Refaire"),
            Phrase("Make the change again that was undone", "Refaire le changement annulé")
        ) {
            $0.history.future.isEmpty ? Phrase("nothing to redo", "rien à refaire") : nil
        },
    ]

    private static let viewCommands: [Command] = [
        Command(
            .viewBalance, .views, [k("1")], Phrase("Balance", "Balance"),
            Phrase(
                "The balance, its dimensions, dynamics and takeaways",
                "La balance, ses dimensions, ses dynamiques et ses points clés")),
        Command(
            .viewEvidence, .views, [k("2")], Phrase("Evidence", "Indicateurs"),
            Phrase(
                "Public figures behind each dimension, with their sources",
                "Les chiffres publics de chaque dimension, avec leurs sources")),
        Command(
            .viewOutlook, .views, [k("3")], Phrase("Outlook", "Perspective"),
            Phrase("The balance over the years", "La balance au fil des années")),
        Command(
            .viewRobustness, .views, [k("4")], Phrase("Robustness", "Robustesse"),
            Phrase("Whether the verdict hangs on the weights", "Si le verdict dépend des poids")),
        Command(
            .viewCompare, .views, [k("5")], Phrase("Compare", "Comparer"),
            Phrase(
                "Readings, scenarios and your own settings side by side",
                "Lectures, scénarios et vos réglages côte à côte")),
        Command(
            .viewArticle, .views, [k("6")], Phrase("Article", "Article"),
            Phrase(
                "The text’s claims and what each feeds",
                "Les affirmations du texte et ce que chacune nourrit")),
        Command(
            .claims, .views, [k("a")], Phrase("Claims of this", "Affirmations liées"),
            hint: Phrase("claims", "affirmations"),
            Phrase(
                "To the text’s claims that the focused item rests on; Esc comes back",
                "Vers les affirmations du texte sur lesquelles repose l’élément choisi\u{202F}; Échap revient"),
            unless: noClaims),
        Command(
            .nextView, .views, [k("v")], Phrase("Next view", "Vue suivante"), hint: Phrase("view", "vue"),
            Phrase("To the next view", "Vers la vue suivante")),
        Command(
            .previousView, .views, [k("V")], Phrase("Previous view", "Vue précédente"),
            Phrase("To the view before", "Vers la vue précédente")),
    ]

    private static let programCommands: [Command] = [
        Command(
            .help, .program, [k("?"), .function(1)], Phrase("Help", "Aide"), hint: Phrase("help", "aide"),
            Phrase("All keys, and the method in short", "Toutes les touches, et la méthode en bref")),
        Command(
            .search, .program, [k("/")], Phrase("Search", "Chercher"), hint: Phrase("search", "chercher"),
            Phrase("Find any text and go to it", "Trouver un texte et y aller")),
        Command(
            .palette, .program, [k(":")], Phrase("Palette", "Palette"), hint: Phrase("commands", "commandes"),
            Phrase("All commands by name", "Toutes les commandes par leur nom")),
        Command(
            .export, .program, [k("e")], Phrase("Export", "Exporter"), hint: Phrase("export", "exporter"),
            Phrase(
                "Write or copy a report of the present settings", "Écrire ou copier un rapport des réglages présents")),
        Command(
            .predict, .program, [k("P")], Phrase("Predict first", "Prédire d’abord"),
            Phrase(
                "Guess the leader and the parity year before the numbers show",
                "Deviner qui mène et l’année de parité avant de voir les chiffres")),
        Command(
            .language, .program, [k("L")], Phrase("Language", "Langue"),
            Phrase("Switch between English and French", "Passer de l’anglais au français, et retour")),
        Command(
            .theme, .program, [k("T")], Phrase("Theme", "Thème"),
            Phrase("Change the colours, in turn", "Changer de couleurs, tour à tour")),
        Command(
            .mouse, .program, [k("m")], Phrase("Mouse", "Souris"),
            Phrase(
                "Turn the mouse on or off; off, the terminal selects text",
                "Activer ou non la souris\u{202F}; sans elle, le terminal sélectionne le texte")),
        Command(
            .redraw, .program, [.control("l")], Phrase("Redraw", "Redessiner"),
            Phrase("Draw the screen anew", "Redessiner l’écran")),
        Command(
            .suspend, .program, [.control("z")], Phrase("Suspend", "Suspendre"),
            Phrase("Back to the shell; fg returns", "Retour au shell\u{202F}; fg revient")),
        Command(
            .quit, .program, [k("q"), .control("q")], Phrase("Quit", "Quitter"), hint: Phrase("quit", "quitter"),
            Phrase("Leave; the session is kept", "Quitter\u{202F}; la session est gardée")),
    ]
}

// MARK: When a command is possible

private let noSlider: @Sendable (State) -> Phrase? = { state in
    state.slider(at: state.focus) == nil
        ? Phrase(
            "move to a slider first: a dimension or a dynamic",
            "allez d’abord sur un curseur\u{00A0}: une dimension ou une dynamique") : nil
}

private let nothingToToggle: @Sendable (State) -> Phrase? = { state in
    switch state.focus {
    case .dimension, .indicator: nil
    case .scenario where state.view == .outlook: nil
    default: Phrase("nothing to lock or leave out here", "rien à verrouiller ni à écarter ici")
    }
}

private let noFlip: @Sendable (State) -> Phrase? = { state in
    if state.balance.robustness.fewestPoints == nil {
        return state.balance.favoured == nil
            ? Phrase("the balance is at parity already", "la balance est déjà à parité")
            : Phrase("no shift of weight flips this verdict", "aucun transfert n’inverse ce verdict")
    }
    guard let i = state.lockOnFlip else { return nil }
    let name = state.model.dimensions[i].name.phrase
    return Phrase(
        "\(name.en) is locked; unlock it first",
        "poids verrouillé\u{00A0}: \(name.fr)\u{202F}; déverrouillez-le d’abord")
}

private let nothingToDetail: @Sendable (State) -> Phrase? = { state in
    Painter(state, Size(80, 24)).detailLines(state.focus, width: 76).isEmpty
        ? Phrase("the view shows all there is", "la vue montre tout ce qu’il y a") : nil
}

private let noClaims: @Sendable (State) -> Phrase? = { state in
    state.claimPlaces(of: state.focus).isEmpty
        ? Phrase("nothing here cites a claim", "rien ici ne cite d’affirmation") : nil
}

private let nothingToReset: @Sendable (State) -> Phrase? = { state in
    guard let slider = state.slider(at: state.focus) else {
        return Phrase("nothing to reset here", "rien à rétablir ici")
    }
    return slider.value == slider.start ? Phrase("it is at its start already", "déjà à son point de départ") : nil
}

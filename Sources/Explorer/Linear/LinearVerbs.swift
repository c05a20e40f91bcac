import CellGrid
import Wording

/// A word that the line-by-line dialogue knows beside the command table: a question, or a change with its value.
struct LinearVerb: Sendable {
    enum ID: Sendable, Hashable {
        case status, list, weight, dynamic, indicator, more, less, year, reading, aggregation, terrain, confidence
        case lock, unlock, scenario, save, delete, compare, takeaways, why, sure, flip, outlook, figures, claims, find
        case export, report, command, language, help
    }

    let id: ID
    /// What it may be called; the first of a language is the one shown.
    let english: [String]
    let french: [String]
    /// What follows it.
    let arguments: Phrase
    let help: Phrase
    /// Commands of the table that it stands for here, with their names and keys.
    let commands: [CommandID]

    init(
        _ id: ID, _ english: [String], _ french: [String], _ arguments: Phrase, _ help: Phrase,
        for commands: [CommandID] = []
    ) {
        self.id = id
        self.english = english
        self.french = french
        self.arguments = arguments
        self.help = help
        self.commands = commands
    }

    /// A word that nothing follows.
    init(_ id: ID, _ english: [String], _ french: [String], _ help: Phrase, for commands: [CommandID] = []) {
        self.init(id, english, french, Phrase("", ""), help, for: commands)
    }

    /// “weight NAME POINTS”.
    var usage: Phrase {
        func joined(_ name: String?, _ arguments: String) -> String {
            (name ?? "") + (arguments.isEmpty ? "" : " " + arguments)
        }
        return Phrase(joined(english.first, arguments.en), joined(french.first, arguments.fr))
    }

    static subscript(_ id: ID) -> LinearVerb { table.first { $0.id == id } ?? table[0] }

    /// In the order of the dialogue's help.
    static let table: [LinearVerb] = questions + changes + others
}

extension LinearVerb {
    private static let questions: [LinearVerb] = [
        LinearVerb(
            .status, ["status"], ["état"],
            Phrase(
                "who leads, how sure that is; an empty line too",
                "qui mène, et avec quelle certitude\u{202F}; une ligne vide aussi")),
        LinearVerb(
            .list, ["list"], ["liste"], Phrase("[dynamics]", "[dynamiques]"),
            Phrase("dimensions and dynamics, as they are set", "dimensions et dynamiques, telles que réglées"),
            for: [.viewBalance]),
        LinearVerb(
            .why, ["why"], ["pourquoi"], Phrase("NAME", "NOM"),
            Phrase(
                "all about an item: its reasons, origin, claims",
                "tout sur un élément\u{00A0}: raisons, origine, affirmations"),
            for: [.detail, .activate]),
        LinearVerb(
            .sure, ["sure"], ["sûr"],
            Phrase(
                "whether the verdict hangs on weights or on uncertain inputs",
                "si le verdict tient aux poids ou à des données incertaines"), for: [.viewRobustness]),
        LinearVerb(
            .flip, ["flip"], ["bascule"],
            Phrase(
                "what would bring parity, beyond which the verdict flips",
                "ce qui ramènerait à la parité, au-delà de laquelle le verdict s’inverse")),
        LinearVerb(
            .outlook, ["outlook"], ["perspective"],
            Phrase("the balance over the years", "la balance au fil des années"), for: [.viewOutlook]),
        LinearVerb(
            .takeaways, ["takeaways"], ["points-clés"],
            Phrase("the takeaways with their status", "les points clés et leur statut")),
        LinearVerb(
            .figures, ["figures"], ["indicateurs"], Phrase("[DIMENSION]", "[DIMENSION]"),
            Phrase("public figures behind the dimensions", "les chiffres publics des dimensions"), for: [.viewEvidence]),
        LinearVerb(
            .claims, ["claims"], ["affirmations"], Phrase("[NAME]", "[NOM]"),
            Phrase(
                "the text’s claims, or those that an item rests on",
                "les affirmations du texte, ou celles dont dépend un élément"), for: [.viewArticle, .claims]),
        LinearVerb(
            .compare, ["compare"], ["comparer"],
            Phrase("thesis|evidence|pinned|SCENARIO", "thèse|indicateurs|épinglés|SCÉNARIO"),
            Phrase(
                "from there to your settings: what weights and scores did",
                "de là à vos réglages\u{00A0}: l’effet des poids et des scores"), for: [.viewCompare]),
        LinearVerb(
            .find, ["find"], ["chercher"], Phrase("WORDS", "MOTS"),
            Phrase("every text that holds these words", "tous les textes qui contiennent ces mots"), for: [.search]),
    ]

    private static let changes: [LinearVerb] = [
        LinearVerb(
            .weight, ["weight", "points"], ["poids"], Phrase("DIMENSION POINTS", "DIMENSION POINTS"),
            Phrase("points of a dimension, 0 to 100", "points d’une dimension, de 0 à 100")),
        LinearVerb(
            .dynamic, ["dynamic", "intensity"], ["dynamique", "intensité"], Phrase("NAME PERCENT", "NOM POURCENTAGE"),
            Phrase("intensity of a dynamic, 0 to 100", "intensité d’une dynamique, de 0 à 100")),
        LinearVerb(
            .indicator, ["indicator"], ["indicateur"], Phrase("NAME WEIGHT", "NOM POIDS"),
            Phrase(
                "weight of an indicator, 0 to 10; 0 leaves it out",
                "poids d’un indicateur, de 0 à 10\u{202F}; 0 l’écarte")),
        LinearVerb(
            .more, ["more"], ["plus"], Phrase("NAME [STEPS]", "NOM [PAS]"),
            Phrase("one step more, or so many", "un pas de plus, ou davantage"), for: [.increase]),
        LinearVerb(
            .less, ["less"], ["moins"], Phrase("NAME [STEPS]", "NOM [PAS]"),
            Phrase("one step less, or so many", "un pas de moins, ou davantage"), for: [.decrease]),
        LinearVerb(
            .year, ["year"], ["année"], Phrase("YEAR", "ANNÉE"),
            Phrase("the year to look at", "l’année à regarder")),
        LinearVerb(
            .reading, ["reading"], ["lecture"], Phrase("[thesis|evidence]", "[thèse|indicateurs]"),
            Phrase("the text’s words, or public figures", "les mots du texte, ou les chiffres publics"),
            for: [.reading]),
        LinearVerb(
            .aggregation, ["aggregation"], ["agrégation"],
            Phrase("[arithmetic|geometric]", "[arithmétique|géométrique]"),
            Phrase("how dimensions are put together", "comment les dimensions sont réunies"), for: [.aggregation]),
        LinearVerb(
            .terrain, ["terrain"], ["terrain"], Phrase("[on|off]", "[oui|non]"),
            Phrase("whether weights move over time", "si les poids glissent avec le temps"),
            for: [.terrainShift]),
        LinearVerb(
            .confidence, ["confidence"], ["confiance"], Phrase("[low|medium|high]", "[faible|moyenne|élevée]"),
            Phrase("the weakest indicators still counted", "les indicateurs les plus faibles encore comptés"),
            for: [.confidence]),
        LinearVerb(
            .lock, ["lock"], ["verrouiller", "verrou"], Phrase("DIMENSION", "DIMENSION"),
            Phrase("hold a weight while others change", "tenir un poids pendant que d’autres changent")),
        LinearVerb(
            .unlock, ["unlock"], ["déverrouiller"], Phrase("DIMENSION", "DIMENSION"),
            Phrase("let it move again", "le laisser bouger à nouveau")),
        LinearVerb(
            .scenario, ["scenario"], ["scénario"], Phrase("[NAME]", "[NOM]"),
            Phrase("set a scenario; without a name, list them", "appliquer un scénario\u{202F}; sans nom, les lister"),
            for: [.scenarios]),
    ]

    private static let others: [LinearVerb] = [
        LinearVerb(
            .save, ["save"], ["enregistrer"], Phrase("NAME", "NOM"),
            Phrase("keep the settings as a scenario of your own", "garder les réglages comme scénario personnel"),
            for: [.saveScenario]),
        LinearVerb(
            .delete, ["delete"], ["supprimer"], Phrase("SCENARIO", "SCÉNARIO"),
            Phrase("delete a scenario of your own", "supprimer un scénario personnel")),
        LinearVerb(
            .export, ["export"], ["exporter"], Phrase("FILE", "FICHIER"),
            Phrase(
                "write a report; the name’s end says the form: .txt, .md, .json, .csv or .svg",
                "écrire un rapport\u{202F}; la fin du nom en dit la forme\u{00A0}: .txt, .md, .json, .csv ou .svg"),
            for: [.export]),
        LinearVerb(
            .report, ["report"], ["rapport"],
            Phrase("the whole report, here", "tout le rapport, ici")),
        LinearVerb(
            .command, ["command"], ["commande"],
            Phrase("the command that brings these settings back", "la commande qui redonne ces réglages")),
        LinearVerb(
            .language, ["language"], ["langue"], Phrase("[en|fr]", "[en|fr]"),
            Phrase("English or French", "français ou anglais"), for: [.language]),
        LinearVerb(
            .help, ["help"], ["aide"], Phrase("[COMMAND]", "[COMMANDE]"),
            Phrase("this list", "cette liste"), for: [.help, .palette]),
    ]
}

/// What a line begins with.
enum LinearTarget: Sendable, Hashable {
    case verb(LinearVerb.ID)
    case command(CommandID)

    enum Found: Sendable, Hashable {
        case one(LinearTarget, rest: [String])
        /// A beginning that several share, by the names they go on to.
        case several([String])
        case none
    }

    /// Commands of the table that concern a screen alone.
    static let screenOnly: Set<CommandID> = [
        .up, .down, .left, .right, .nextPanel, .previousPanel, .first, .last, .nextView, .previousView, .back, .predict,
        .theme, .mouse, .redraw, .suspend,
    ]
    /// Commands that act on the item that a name after them puts in focus.
    static let takingName: Set<CommandID> = [.toggle, .reset, .increaseMore, .decreaseMore]

    init(_ id: CommandID) {
        self = LinearVerb.table.first { $0.commands.contains(id) }.map { .verb($0.id) } ?? .command(id)
    }

    /// Every name, folded, with the name as it is written.
    private static let names: [(folded: String, name: String, target: LinearTarget)] = {
        let verbs = LinearVerb.table.flatMap { verb in
            (verb.english + verb.french).map { (folded($0), $0, LinearTarget.verb(verb.id)) }
        }
        let commands = Command.table.flatMap { command in
            [command.id.rawValue, command.title.en, command.title.fr].map {
                (folded($0), $0, LinearTarget(command.id))
            }
        }
        return verbs + commands
    }()

    /// A key, a name in either language, or the beginning of only one.
    static func find(_ tokens: [String], _ keyMap: KeyMap) -> Found {
        guard let first = tokens.first else { return .none }
        if let id = Key(named: first).flatMap(keyMap.command) {
            return .one(LinearTarget(id), rest: Array(tokens.dropFirst()))
        }
        for count in (1...min(5, tokens.count)).reversed() {
            let phrase = folded(tokens.prefix(count).joined(separator: " "))
            if let known = names.first(where: { $0.folded == phrase }) {
                return .one(known.target, rest: Array(tokens.dropFirst(count)))
            }
        }
        let begun = names.filter { $0.folded.hasPrefix(folded(first)) }
        var targets: [LinearTarget] = []
        for entry in begun where !targets.contains(entry.target) { targets.append(entry.target) }
        guard targets.count > 1 else {
            return targets.first.map { .one($0, rest: Array(tokens.dropFirst())) } ?? .none
        }
        return .several(targets.compactMap { target in begun.first { $0.target == target }?.name })
    }
}

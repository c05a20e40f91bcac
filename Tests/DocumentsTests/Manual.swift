import BalanceModel
import CellGrid
import Wording

@testable import Explorer

/// The manual page, from the command tree and the command table.
struct Manual {
    let tree: CommandHelp
    let language: Language
    private var page = Roff()

    init(_ tree: CommandHelp, _ language: Language) {
        self.tree = tree
        self.language = language
    }

    private func t(_ en: String, _ fr: String) -> String { language == .en ? en : fr }
    private func t(_ phrase: Phrase) -> String { phrase(language) }
    /// A help text of the command tree, which speaks English.
    private func t(help text: String?) -> String { text.map { t($0, HelpInFrench.texts[$0] ?? $0) } ?? "" }

    /// What stands for an option's value.
    private func value(_ option: OptionHelp) -> String {
        language == .en ? option.value : HelpInFrench.values[option.value] ?? option.value
    }
    /// A help text as a sentence.
    private func sentence(_ phrase: Phrase) -> String { LinearDialogue.stopped(t(phrase)) }

    /// Options that explore and report share.
    private var settings: [OptionHelp] {
        guard let explore = tree.commands.first(where: { $0.commandName == "explore" }),
            let report = tree.commands.first(where: { $0.commandName == "report" })
        else { return [] }
        return explore.options.filter(report.options.contains)
    }

    mutating func text() -> String {
        page = Roff()
        page.title("fulcrum", 1, program: "fulcrum", t("User commands", "Commandes"))
        page.section(t("Name", "Nom"))
        page.line("fulcrum - " + t("explore a balance of power by hand", "explorer à la main un rapport de forces"))
        synopsis()
        page.section(t("Description", "Description"))
        page.line(t(help: tree.abstract))
        page.paragraph(t(help: tree.discussion))
        commands()
        page.section(t("Settings", "Réglages"))
        page.line(t("For explore, report and compare.", "Pour explore, report et compare."))
        for option in settings { self.option(option) }
        keys()
        dialogue()
        surroundings()
        examples()
        return page.text
    }

    private mutating func synopsis() {
        page.section(t("Synopsis", "Synopsis"))
        page.line("fulcrum [explore] [" + t("options", "options") + "]")
        for command in tree.commands where command.commandName != "explore" {
            let positionals = command.options.filter { $0.kind == "positional" }.map {
                $0.isOptional ? "[\(value($0))]" : value($0)
            }
            page.nextLine((["fulcrum", command.commandName] + positionals + ["[options]"]).joined(separator: " "))
        }
    }

    private mutating func commands() {
        page.section(t("Commands", "Commandes"))
        for command in tree.commands {
            page.subsection("fulcrum " + command.commandName)
            page.line(t(help: command.abstract))
            if let discussion = command.discussion { page.paragraph(t(help: discussion)) }
            // A command that takes few of the shared settings names them itself.
            let takesAll = settings.allSatisfy(command.options.contains)
            for option in command.options where !takesAll || !settings.contains(option) { self.option(option) }
        }
        page.paragraph(
            t(
                "Every command has --help; fulcrum --version shows the version, fulcrum --generate-completion-script bash|zsh|fish a script for the shell.",
                "Chaque commande a --help\u{202F}; fulcrum --version donne la version, fulcrum --generate-completion-script bash|zsh|fish un script pour le shell."
            ))
    }

    private mutating func option(_ option: OptionHelp) {
        guard option.kind != "positional" else {
            return page.item(value(option), "", t(help: option.abstract))
        }
        let names = (option.names ?? []).map(\.text).joined(separator: ", ")
        page.item(names, option.kind == "flag" ? "" : value(option), t(help: option.abstract))
    }

    private mutating func keys() {
        page.section(t("Keys", "Touches"))
        page.line(
            t(
                "The name in brackets is the command’s in the configuration file.",
                "Le nom entre crochets est celui de la commande dans le fichier de configuration."))
        for group in Command.Group.allCases {
            page.subsection(t(group.title))
            for command in Command.table where command.group == group {
                let keys = command.keys.map { t($0.name) }.joined(separator: ", ")
                page.item(keys, "[\(command.id.rawValue)]", sentence(command.help))
            }
        }
    }

    private mutating func dialogue() {
        page.section(t("Line by line", "Ligne à ligne"))
        page.line(
            t(
                "With --linear, fulcrum explore draws nothing: it reads commands from standard input, one a line, and answers each in a line or a few. Commands go by their name in English or French, by their key, or by the beginning of only one name; dimensions, dynamics, indicators, takeaways and scenarios by id or name, shortened as long as only one fits. Besides the commands above there are:",
                "Avec --linear, fulcrum explore ne dessine rien\u{202F}: il lit des commandes sur l’entrée standard, une par ligne, et répond à chacune en une ligne ou quelques-unes. Les commandes vont par leur nom français ou anglais, par leur touche, ou par le début d’un seul nom\u{202F}; dimensions, dynamiques, indicateurs, points clés et scénarios par id ou par nom, abrégés tant qu’un seul convient. Outre les commandes ci-dessus, il y a\u{00A0}:"
            ))
        for verb in LinearVerb.table {
            let usage = t(verb.usage).split(separator: " ", maxSplits: 1).map(String.init)
            page.item(usage[0], usage.count > 1 ? usage[1] : "", sentence(verb.help))
        }
    }

    private mutating func surroundings() {
        page.section(t("Files", "Fichiers"))
        page.item(
            "$XDG_CONFIG_HOME/fulcrum/config.yaml", "",
            t(
                "language, theme, mouse (on or off) and keys: a map from command names to a key or a list of keys. Never written by the program. Default place: ~/.config.",
                "language, theme, mouse (on ou off) et keys\u{00A0}: pour chaque nom de commande, une touche ou une liste de touches. Jamais écrit par le programme. Par défaut sous ~/.config."
            ))
        page.item(
            "$XDG_DATA_HOME/fulcrum/scenarios/ID.yaml", "",
            t(
                "Scenarios of your own. Default place: ~/.local/share.",
                "Vos propres scénarios. Par défaut sous ~/.local/share."))
        page.item(
            "$XDG_STATE_HOME/fulcrum/MODEL.yaml", "",
            t(
                "The last session with a model. Default place: ~/.local/state.",
                "La dernière session avec un modèle. Par défaut sous ~/.local/state."))
        page.section(t("Environment", "Environnement"))
        page.item(
            "LC_ALL, LC_MESSAGES, LANG", "",
            t("The language, by the first that is set.", "La langue, selon la première définie."))
        page.item("TERM", "", t("The terminal’s abilities.", "Les capacités du terminal."))
        page.item("NO_COLOR", "", t("Set to anything: no colours.", "Définie\u{00A0}: pas de couleurs."))
        page.item(
            "ESCDELAY", "",
            t(
                "Milliseconds to wait after Escape; default 25.",
                "Millisecondes d’attente après Échap\u{202F}; 25 par défaut."))
        page.section(t("Exit status", "Code de sortie"))
        let codes: [(String, String, String)] = [
            ("0", "Done.", "Fait."), ("64", "Wrong usage.", "Mauvais usage."),
            ("65", "Bad data in a file.", "Données fautives dans un fichier."),
            ("66", "A file can’t be read.", "Un fichier ne peut être lu."),
            ("73", "A file can’t be created.", "Un fichier ne peut être créé."),
            ("74", "Input or output failed.", "L’entrée ou la sortie a échoué."),
        ]
        for code in codes { page.item(code.0, "", t(code.1, code.2)) }
    }

    private mutating func examples() {
        page.section(t("Examples", "Exemples"))
        page.example([
            "fulcrum --scenario capture --year 2031", "fulcrum report --weight adoption=40 --reading evidence",
            "fulcrum report --format svg --output balance.svg", "fulcrum compare evidence --year 2030",
            t("printf 'weight compute 30\\nsure\\n'", "printf 'poids calcul 30\\nsûr\\n'")
                + " | fulcrum explore --linear",
        ])
    }
}

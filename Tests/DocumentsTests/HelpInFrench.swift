/// The command tree's texts in French, for the manual page.
enum HelpInFrench {
    /// What stands for a value, where it is a word to be read rather than typed.
    static let values: [String: String] = [
        "BASELINE": "RÉFÉRENCE", "FILE": "FICHIER", "NAME": "NOM", "Y": "ANNÉE", "ID=PERCENT": "ID=POURCENTAGE",
        "ID=WEIGHT": "ID=POIDS",
    ]

    static let texts: [String: String] = [
        "Explore a balance of power by hand: who leads, how sure that is, and what would flip it.":
            "Explorer à la main un rapport de forces\u{00A0}: qui mène, est-ce sûr, et qu’est-ce qui l’inverserait.",
        "Without a command, fulcrum explores, and takes the options of explore: --model, --scenario, --weight, --year, --lang, --fresh, --linear and more; fulcrum explore --help lists them. Settings apply in this order: model, then session (explore only), then scenario, then options.":
            "Sans commande, fulcrum explore et prend les options d’explore\u{00A0}: --model, --scenario, --weight, --year, --lang, --fresh, --linear et d’autres\u{202F}; fulcrum explore --help en donne la liste. Les réglages s’appliquent dans cet ordre\u{00A0}: modèle, session (explore seulement), scénario, options.",
        "Explore interactively (the default command).": "Explorer à l’écran (commande par défaut).",
        "A model file, or the name of a bundled model.": "Un fichier de modèle, ou le nom d’un modèle fourni.",
        "A scenario of the model, or a saved one.": "Un scénario du modèle, ou un scénario enregistré.",
        "Points of a dimension, 0 to 100; repeatable.": "Points d’une dimension, de 0 à 100\u{202F}; peut se répéter.",
        "Intensity of a dynamic, 0 to 100; repeatable.":
            "Intensité d’une dynamique, de 0 à 100\u{202F}; peut se répéter.",
        "Weight of an indicator, 0 to 10, 0 leaves it out; repeatable.":
            "Poids d’un indicateur, de 0 à 10, 0 l’écarte\u{202F}; peut se répéter.",
        "The year to look at: base year to base year + 25.":
            "L’année à regarder\u{00A0}: de l’année de base à 25 ans plus tard.",
        "Words of the text, or public figures.": "Les mots du texte, ou les chiffres publics.",
        "The weakest confidence of indicators still counted.":
            "La plus faible confiance des indicateurs encore comptés.",
        "How dimensions are put together.": "Comment les dimensions sont réunies.",
        "Whether weights move over time.": "Si les poids glissent avec le temps.",
        "Monte Carlo draws, 1,000 to 10,000,000, written without commas (default 100,000).":
            "Tirages de Monte-Carlo, de 1\u{202F}000 à 10\u{202F}000\u{202F}000, écrits sans espaces (100\u{202F}000 par défaut).",
        "Seed of the draws, 0 to 2^63-1 (default 1).": "Graine des tirages, de 0 à 2^63-1 (1 par défaut).",
        "Language of texts and numbers (default: from LC_ALL, LC_MESSAGES, LANG).":
            "Langue des textes et des nombres (par défaut selon LC_ALL, LC_MESSAGES, LANG).",
        "Start from the model, not from the last session.": "Partir du modèle, non de la dernière session.",
        "Leave the mouse to the terminal.": "Laisser la souris au terminal.",
        "Guess the leader and the parity year before the numbers show.":
            "Deviner qui mène et l’année de parité avant de voir les chiffres.",
        "Talk line by line instead of drawing: for screen readers and pipes.":
            "Dialoguer ligne à ligne au lieu de dessiner\u{00A0}: pour lecteurs d’écran et tubes.",
        "Print the results without a screen: text, markdown, json, csv or svg.":
            "Écrire les résultats sans écran\u{00A0}: text, markdown, json, csv ou svg.",
        "The format to write.": "Le format à écrire.",
        "Write to a file, whole or not at all, instead of standard output.":
            "Écrire dans un fichier, en entier ou pas du tout, au lieu de la sortie standard.",
        "Split the difference between a baseline and the settings into what weights and scores did.":
            "Décomposer la différence entre une référence et les réglages en effets des poids et des scores.",
        "BASELINE is thesis, evidence or a scenario. thesis and evidence are the model's own settings in that reading, at the year, confidence, aggregation and terrain shift of the settings compared with; a scenario is as it stands.":
            "RÉFÉRENCE est thesis, evidence ou un scénario. thesis et evidence sont les réglages du modèle dans cette lecture, pour l’année, la confiance, l’agrégation et le glissement du terrain des réglages comparés\u{202F}; un scénario est pris tel quel.",
        "thesis, evidence or the id of a scenario.": "thesis, evidence ou l’id d’un scénario.",
        "List the scenarios, bundled and saved: id, tab, name.":
            "Lister les scénarios, fournis et enregistrés\u{00A0}: id, tabulation, nom.",
        "Language of texts (default: from LC_ALL, LC_MESSAGES, LANG).":
            "Langue des textes (par défaut selon LC_ALL, LC_MESSAGES, LANG).",
        "Validate a model file; every problem on its own line.":
            "Vérifier un fichier de modèle\u{202F}; chaque problème sur sa ligne.",
        "The model file.": "Le fichier de modèle.",
        "Language of the messages (default: from LC_ALL, LC_MESSAGES, LANG).":
            "Langue des messages (par défaut selon LC_ALL, LC_MESSAGES, LANG).",
        "Print a bundled model file, to start one's own from.":
            "Écrire un fichier de modèle fourni, pour commencer le sien.",
        "The name of a bundled model; default: the first of the list.":
            "Le nom d’un modèle fourni\u{202F}; par défaut le premier de la liste.",
        "List the bundled models: id, tab, title.": "Lister les modèles fournis\u{00A0}: id, tabulation, titre.",
        "Language of the titles (default: from LC_ALL, LC_MESSAGES, LANG).":
            "Langue des titres (par défaut selon LC_ALL, LC_MESSAGES, LANG).",
        "Colours: default, light, dark, monochrome, high-contrast.":
            "Couleurs\u{00A0}: default, light, dark, monochrome, high-contrast.",
    ]
}

import BalanceModel

extension Expected {
    func words(_ w: Words) -> String {
        switch self {
        case .text: w("text, or texts by language", "un texte, ou des textes par langue")
        case .line: w("text", "un texte")
        case .id:
            w(
                "an id of ASCII letters, digits and hyphens, 40 at most",
                "un identifiant de lettres ASCII, chiffres et traits d’union, 40 au plus")
        case .reference(let kind):
            w(
                "the id of \(kind == .indicator ? "an" : "a") \(kind.words(w))",
                "l’identifiant d’\(kind.frenchIndefinite)")
        case .number(let bounds): bounds.words(w)
        case .whole(let range) where range.count == 1: "\(range.lowerBound)"
        case .whole(let range):
            w(
                "a whole number from \(range.lowerBound) to \(range.upperBound)",
                "un nombre entier de \(range.lowerBound) à \(range.upperBound)")
        case .flag: w("on or off", "on ou off")
        case .choice(let names): w.list(names, w("or", "ou"))
        case .list: w("a list", "une liste")
        case .mapping: w("a set of keys and values", "un ensemble de clés et de valeurs")
        case .date:
            w(
                "a year, a month or a day, such as 2025, 2025-04 or 2025-04-30",
                "une année, un mois ou un jour, comme 2025, 2025-04 ou 2025-04-30")
        case .pair: w("two numbers, [first side, second side]", "deux nombres, [premier camp, second camp]")
        case .keyList: w("a key or a list of keys", "une touche ou une liste de touches")
        }
    }
}

extension Bounds {
    func words(_ w: Words) -> String {
        switch self {
        case .any: w("a number from -1e15 to 1e15", "un nombre de -1e15 à 1e15")
        case .within(let range):
            w(
                "a number from \(w.number(range.lowerBound)) to \(w.number(range.upperBound))",
                "un nombre de \(w.number(range.lowerBound)) à \(w.number(range.upperBound))")
        case .between(let low, let high):
            w(
                "a number above \(w.number(low)) and below \(w.number(high))",
                "un nombre supérieur à \(w.number(low)) et inférieur à \(w.number(high))")
        case .above(let low):
            w("a number above \(w.number(low))", "un nombre supérieur à \(w.number(low))")
        case .notNegative: w("a number, 0 or more", "un nombre, 0 ou plus")
        }
    }
}

extension Found {
    func words(_ w: Words) -> String {
        switch self {
        case .nothing: w("empty", "vide")
        case .plain(let text): NumberText.looksLikeNumber(text) ? Printable.text(text, limit: 24) : w.quote(text)
        case .quoted(let text): w("the text \(w.quote(text))", "le texte \(w.quote(text))")
        case .list: w("a list", "une liste")
        case .mapping: w("a set of keys and values", "un ensemble de clés et de valeurs")
        }
    }
}

extension IDKind {
    func words(_ w: Words) -> String {
        switch self {
        case .side: w("side", "le camp")
        case .claim: w("claim", "la thèse")
        case .dimension: w("dimension", "la dimension")
        case .indicator: w("indicator", "l’indicateur")
        case .dynamic: w("dynamic", "la dynamique")
        case .fact: w("fact", "le fait")
        case .scenario: w("scenario", "le scénario")
        case .takeaway: w("takeaway", "la conclusion")
        }
    }

    /// The noun with an article that follows “d’”.
    var frenchIndefinite: String {
        switch self {
        case .side: "un camp"
        case .claim: "une thèse"
        case .dimension: "une dimension"
        case .indicator: "un indicateur"
        case .dynamic: "une dynamique"
        case .fact: "un fait"
        case .scenario: "un scénario"
        case .takeaway: "une conclusion"
        }
    }

    /// French participle that goes with `words`.
    var frenchDefined: String {
        switch self {
        case .claim, .dimension, .dynamic, .takeaway: "définie"
        case .side, .indicator, .fact, .scenario: "défini"
        }
    }
}

extension YamlSyntax {
    func words(_ w: Words) -> String {
        switch self {
        case .openBracket, .openQuote, .keyExpected, .itemExpected: beginWords(w)
        case .valueExpected: w("a value is expected here", "une valeur est attendue ici")
        case .colonExpected: w("“:” is expected after the key", "«\u{A0}:\u{A0}» est attendu après la clé")
        case .colonNotPossible:
            w(
                "no “:” can stand here; check the indentation, or quote text that has “: ” in it",
                "«\u{A0}:\u{A0}» n’est pas possible ici\u{202F}; vérifiez le retrait, "
                    + "ou mettez entre guillemets un texte qui contient «\u{A0}: \u{A0}»")
        case .itemNotPossible:
            w(
                "no list can begin here; check the indentation",
                "aucune liste ne peut commencer ici\u{202F}; vérifiez le retrait")
        case .tab:
            w(
                "a tab can’t indent; use spaces",
                "une tabulation ne peut pas servir de retrait\u{202F}; utilisez des espaces")
        case .characterNotPossible:
            w(
                "no value begins with this character; put the text in quotes",
                "aucune valeur ne commence par ce caractère\u{202F}; mettez le texte entre guillemets")
        default: rareWords(w)
        }
    }

    private func beginWords(_ w: Words) -> String {
        func since(_ begin: Place?) -> String {
            begin.map { w(" that begins at \($0.line):\($0.column)", " qui commence en \($0.line):\($0.column)") } ?? ""
        }
        return switch self {
        case .openBracket(let closing, let begin):
            w(
                "“,” or “\(closing)” is expected in what is in brackets\(since(begin))",
                "«\u{A0},\u{A0}» ou «\u{A0}\(closing)\u{A0}» est attendu dans ce\(since(begin)) entre crochets ou accolades"
            )
        case .openQuote(let begin):
            w("the quoted text\(since(begin)) has no end", "le texte entre guillemets\(since(begin)) n’a pas de fin")
        case .keyExpected(let begin):
            w(
                "a key is expected here, in line with those of the set\(since(begin)); check indentation and quotes",
                "une clé est attendue ici, alignée avec celles de l’ensemble\(since(begin))\u{202F}; "
                    + "vérifiez retrait et guillemets")
        case .itemExpected(let begin):
            w(
                "“-” is expected here, in line with the others of the list\(since(begin)); check the indentation",
                "«\u{A0}-\u{A0}» est attendu ici, aligné avec les autres de la liste\(since(begin))\u{202F}; "
                    + "vérifiez le retrait")
        default: ""
        }
    }

    private func rareWords(_ w: Words) -> String {
        switch self {
        case .escape:
            w(
                "unknown escape; after “\\” in double quotes comes n, \", \\, x and 2 or u and 4 hexadecimal digits",
                "échappement inconnu\u{202F}; après «\u{A0}\\\u{A0}» entre guillemets doubles viennent n, \", \\, "
                    + "x et 2 ou u et 4 chiffres hexadécimaux")
        case .nameExpected:
            w(
                "a name is expected after & or *; quote text that begins with one",
                "un nom est attendu après & ou *\u{202F}; mettez entre guillemets un texte qui commence ainsi")
        case .blockHeader:
            w(
                "a line break is expected after | or >; quote text that begins with one",
                "un saut de ligne est attendu après | ou >\u{202F}; mettez entre guillemets un texte qui commence ainsi"
            )
        case .secondValue:
            w(
                "the document is complete before this; check the indentation",
                "le document est complet avant ceci\u{202F}; vérifiez le retrait")
        case .directive:
            w(
                "directives (lines that begin with %) aren’t needed here; remove them",
                "les directives (lignes qui commencent par %) sont inutiles ici\u{202F}; supprimez-les")
        case .tag:
            w(
                "tags aren’t used here; quote text that begins with !",
                "les étiquettes ne servent pas ici\u{202F}; mettez entre guillemets un texte qui commence par !")
        case .tooDeep: Complaint.tooDeep.words(w)
        default: w("this isn’t YAML", "ceci n’est pas du YAML")
        }
    }
}

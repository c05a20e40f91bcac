import BalanceModel

/// Picks the wording of a language and quotes in its way.
struct Words {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func callAsFunction(_ en: String, _ fr: String) -> String { language == .en ? en : fr }

    func quote(_ text: String) -> String {
        let shown = Printable.text(text, limit: 60)
        return self("“\(shown)”", "«\u{A0}\(shown)\u{A0}»")
    }

    /// The subject of a sentence: a key, or whatever stands at the place.
    func subject(_ key: String?) -> String { key.map(quote) ?? self("this", "ceci") }

    func list(_ items: [String], _ last: String) -> String {
        guard items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(last) " + items[items.count - 1]
    }

    func number(_ x: Double) -> String { NumberText.text(x) }
}

extension Complaint {
    func words(_ w: Words) -> String {
        switch self {
        case .tooLarge, .utf16, .notUTF8, .controlCharacter, .notText, .empty, .severalDocuments, .tooDeep,
            .tooManyValues,
            .aliasesBlowUp, .tooManyDirectives:
            fileWords(w)
        case .syntax(let syntax): syntax.words(w)
        case .undefinedAlias, .tag, .keyNotText, .keyTwice, .unknownKey, .missingKey, .wrong, .emptyText, .lineBreak,
            .languageCode, .yearKey:
            keyWords(w)
        case .badID, .idTwice, .undefined, .claimWithoutClaims, .repeated: idWords(w)
        default: togetherWords(w)
        }
    }

    private func fileWords(_ w: Words) -> String {
        switch self {
        case .tooLarge:
            w("the file is over 4 MiB, the most that is read", "le fichier dépasse 4\u{A0}Mio, le maximum lu")
        case .utf16:
            w("the file is UTF-16; save it as UTF-8", "le fichier est en UTF-16\u{202F}; enregistrez-le en UTF-8")
        case .notUTF8(let byte):
            w(
                "byte \(hex(byte)) isn’t UTF-8 text; save the file as UTF-8",
                "l’octet \(hex(byte)) n’est pas du texte UTF-8\u{202F}; enregistrez le fichier en UTF-8")
        case .controlCharacter(let scalar):
            w(
                "control character \(unicode(scalar)); text has none but line breaks",
                "caractère de commande \(unicode(scalar))\u{202F}; un texte n’en a pas d’autre que le saut de ligne")
        case .notText(let more):
            w(
                "here and on, \(more) more control characters: this is no text file",
                "ici et plus loin, \(more) caractères de commande de plus\u{A0}: ce n’est pas un fichier de texte")
        case .empty: w("the file says nothing; keys are expected", "le fichier ne dit rien\u{202F}; il y faut des clés")
        case .severalDocuments:
            w(
                "a second document begins here; one is expected",
                "un second document commence ici\u{202F}; il en faut un seul")
        case .tooDeep:
            w(
                "lists and keys are nested more than \(ReadingLimits.depth) deep",
                "listes et clés sont imbriquées sur plus de \(ReadingLimits.depth) niveaux")
        case .tooManyValues:
            w("the file has too many values to be a model", "le fichier a trop de valeurs pour être un modèle")
        case .aliasesBlowUp:
            w(
                "aliases multiply the file to over 8 MiB; repeat less",
                "les alias multiplient le fichier au-delà de 8\u{A0}Mio\u{202F}; répétez moins")
        default: YamlSyntax.directive.words(w)
        }
    }

    private func keyWords(_ w: Words) -> String {
        switch self {
        case .undefinedAlias(let name):
            w(
                "alias \(w.quote("*" + name)) stands for nothing that is complete above it; quote text that begins with *",
                "l’alias \(w.quote("*" + name)) ne renvoie à rien de complet plus haut\u{202F}; "
                    + "mettez entre guillemets un texte qui commence par *")
        case .tag(let tag):
            w(
                "tag \(w.quote(tag)) has no meaning here; leave it out, or quote text that begins with !",
                "l’étiquette \(w.quote(tag)) n’a pas de sens ici\u{202F}; supprimez-la, "
                    + "ou mettez entre guillemets un texte qui commence par !")
        case .keyNotText: w("a key must be text", "une clé doit être un texte")
        case .keyTwice(let key, let line):
            w(
                "key \(w.quote(key)) stands twice, first on line \(line); once is expected",
                "la clé \(w.quote(key)) figure deux fois, d’abord ligne \(line)\u{202F}; il la faut une fois")
        case .unknownKey(let key, let nearest, let known):
            w("unknown key \(w.quote(key))", "clé inconnue \(w.quote(key))") + hint(w, nearest, known)
        case .missingKey(let key, let expected):
            w(
                "key \(w.quote(key)) is missing: it must be \(expected.words(w))",
                "la clé \(w.quote(key)) manque\u{A0}: ce doit être \(expected.words(w))")
        case .wrong(let key, let expected, .nothing):
            w(
                "\(w.subject(key)) must be \(expected.words(w)); nothing stands here",
                "\(w.subject(key)) doit être \(expected.words(w))\u{202F}; il n’y a rien ici")
        case .wrong(let key, let expected, let found):
            w(
                "\(w.subject(key)) must be \(expected.words(w)), not \(found.words(w))",
                "\(w.subject(key)) doit être \(expected.words(w)), et non \(found.words(w))")
        case .emptyText(let key):
            w("\(w.subject(key)) is empty; text is expected", "\(w.subject(key)) est vide\u{202F}; il faut un texte")
        case .lineBreak(let key):
            w(
                "\(w.subject(key)) has a line break; one line is expected",
                "\(w.subject(key)) contient un saut de ligne\u{202F}; il faut une seule ligne")
        case .languageCode(let code):
            w(
                "\(w.quote(code)) is no language; a lower-case code is expected, such as en or fr",
                "\(w.quote(code)) n’est pas une langue\u{202F}; il faut un code en minuscules, comme en ou fr")
        case .yearKey(let key):
            w(
                "\(w.quote(key)) is no year from \(YearLimits.data.lowerBound) to \(YearLimits.data.upperBound)",
                "\(w.quote(key)) n’est pas une année de \(YearLimits.data.lowerBound) à \(YearLimits.data.upperBound)")
        default: ""
        }
    }

    /// The one probably meant, or all there are.
    private func hint(_ w: Words, _ nearest: String?, _ known: [String]) -> String {
        if let nearest {
            return w(
                "; did you mean \(w.quote(nearest))?", "\u{202F}; vouliez-vous dire \(w.quote(nearest))\u{202F}?")
        }
        guard !known.isEmpty else { return "" }
        return w("; expected: ", "\u{202F}; attendu\u{A0}: ") + w.list(known, w("or", "ou"))
    }

    private func idWords(_ w: Words) -> String {
        switch self {
        case .badID(let id):
            w(
                "\(w.quote(id)) is no id; expected: \(Expected.id.words(w))",
                "\(w.quote(id)) n’est pas un identifiant\u{202F}; attendu\u{A0}: \(Expected.id.words(w))")
        case .idTwice(let kind, let id, let line):
            w(
                "\(kind.words(w)) \(w.quote(id)) is defined twice, first on line \(line); ids must differ",
                "\(kind.words(w)) \(w.quote(id)) est \(kind.frenchDefined) deux fois, d’abord ligne \(line)\u{202F}; "
                    + "les identifiants doivent différer")
        case .undefined(let kind, let id, let nearest, let known):
            w(
                "\(kind.words(w)) \(w.quote(id)) is not defined",
                "\(kind.words(w)) \(w.quote(id)) n’est pas \(kind.frenchDefined)")
                + hint(w, nearest, known.count <= 24 ? known : [])
        case .claimWithoutClaims(let id):
            w(
                "claim \(w.quote(id)) is not defined: the model has no key “claims”",
                "la thèse \(w.quote(id)) n’est pas définie\u{A0}: le modèle n’a pas de clé «\u{A0}claims\u{A0}»")
        case .repeated(let item):
            w(
                "\(w.quote(item)) stands twice in this list; once is expected",
                "\(w.quote(item)) figure deux fois dans cette liste\u{202F}; il le faut une fois")
        default: ""
        }
    }

    private func togetherWords(_ w: Words) -> String {
        switch self {
        case .count(let key, let range, let found): counted(w, key, range, found)
        case .allPointsZero:
            w(
                "all points are 0; at least one dimension needs some",
                "tous les points sont à 0\u{202F}; il en faut à une dimension au moins")
        case .bothZero:
            w(
                "both values are 0, which says nothing; one must be above 0",
                "les deux valeurs sont 0, ce qui ne dit rien\u{202F}; l’une doit être supérieure à 0")
        case .levelAndAdvantage:
            w(
                "“advantage” stands beside “level”; one of the two is expected",
                "«\u{A0}advantage\u{A0}» figure à côté de «\u{A0}level\u{A0}»\u{202F}; il faut l’un des deux")
        case .noLevel:
            w(
                "key “level” is missing: it must be \(Expected.whole(-3...3).words(w)) (or give “advantage” instead)",
                "la clé «\u{A0}level\u{A0}» manque\u{A0}: ce doit être \(Expected.whole(-3...3).words(w)) "
                    + "(ou donnez «\u{A0}advantage\u{A0}»)")
        case .sameDynamics:
            w("two different dynamics are expected", "il faut deux dynamiques différentes")
        case .needless(let parameter, let measure):
            w(
                "measure \(w.quote(measure)) takes no \(w.quote(parameter)); leave it out",
                "la mesure \(w.quote(measure)) ne prend pas \(w.quote(parameter))\u{202F}; supprimez-le")
        case .sameThresholds:
            w(
                "“supported_at” and “contradicted_at” are equal; they must differ",
                "«\u{A0}supported_at\u{A0}» et «\u{A0}contradicted_at\u{A0}» sont égaux\u{202F}; ils doivent différer")
        case .otherModel(let found, let expected):
            w(
                "this is for model \(w.quote(found)), not \(w.quote(expected))",
                "ceci est pour le modèle \(w.quote(found)), et non \(w.quote(expected))")
        case .other(let en, let fr): w(en, fr)
        default: ""
        }
    }

    private func counted(_ w: Words, _ key: String, _ range: ClosedRange<Int>, _ found: Int) -> String {
        let low = range.lowerBound
        let number =
            range.count == 1
            ? w("exactly \(low)", "exactement \(low)")
            : range.upperBound == .max
                ? w("at least \(low)", "au moins \(low)")
                : w("\(low) to \(range.upperBound)", "de \(low) à \(range.upperBound)")
        return w(
            "\(w.quote(key)) has \(found) \(found == 1 ? "entry" : "entries"); expected: \(number)",
            "\(w.quote(key)) a \(found) \(found < 2 ? "entrée" : "entrées")\u{202F}; attendu\u{A0}: \(number)")
    }

    private func hex(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    private func unicode(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

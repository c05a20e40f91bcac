import BalanceModel

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the reader's files are (contract §4, XDG base directories).
public struct Places: Sendable, Hashable {
    public var config: String
    public var data: String
    public var state: String

    /// From an environment; a relative path counts as unset, as the specification asks. `nil` without a home.
    public init?(environment: [String: String]) {
        func base(_ variable: String, _ fallback: String) -> String? {
            if let path = environment[variable], path.hasPrefix("/") { return path }
            return environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + fallback : nil }
        }
        guard let config = base("XDG_CONFIG_HOME", "/.config"), let data = base("XDG_DATA_HOME", "/.local/share"),
            let state = base("XDG_STATE_HOME", "/.local/state")
        else { return nil }
        self.config = config + "/fulcrum"
        self.data = data + "/fulcrum"
        self.state = state + "/fulcrum"
    }

    public var configFile: String { config + "/config.yaml" }
    public var scenarioFolder: String { data + "/scenarios" }
    public func scenarioFile(_ id: String) -> String { scenarioFolder + "/\(id).yaml" }
    public func sessionFile(model: String) -> String { state + "/\(model).yaml" }
}

/// Why a file of the reader's could not be written or removed.
public struct StoreProblem: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        /// It is there already, and was not to be replaced.
        case exists
        case directory
        /// It holds something that is no scenario of this model, which stays.
        case otherContent
        /// It could not be created; the system's error number.
        case notCreated(Int32)
        /// Writing failed; nothing was changed. The system's error number.
        case notWritten(Int32)
        /// It holds characters that a file read back would refuse.
        case unreadableText
        /// What is there can't be read and could not be set aside.
        case kept
    }

    public var path: String
    public var reason: Reason

    /// As in sysexits: 73 can't create, 74 input/output error (contract §1).
    public var exitCode: Int32 {
        if case .notWritten = reason { return 74 }
        return 73
    }

    public var english: String {
        let path = Printable.text(path)
        return switch reason {
        case .exists: "\(path): exists already; choose another name"
        case .directory: "\(path): is a directory; a file name is expected"
        case .otherContent: "\(path): holds no scenario of this model and is kept; choose another name"
        case .notCreated(let code): "\(path): can’t be created: \(Self.text(code))"
        case .unreadableText: "\(path): not written; the text has characters that a file can’t have"
        case .kept: "\(path): can’t be read and is kept as it is; what changes now is not saved"
        case .notWritten(let code): "\(path): could not be written, nothing was changed: \(Self.text(code))"
        }
    }

    public var french: String {
        let path = Printable.text(path)
        return switch reason {
        case .exists: "\(path)\u{00A0}: existe déjà\u{202F}; choisissez un autre nom"
        case .directory: "\(path)\u{00A0}: est un dossier\u{202F}; il faut un nom de fichier"
        case .otherContent:
            "\(path)\u{00A0}: n’est pas un scénario de ce modèle et reste tel quel\u{202F}; choisissez un autre nom"
        case .notCreated(let code): "\(path)\u{00A0}: création impossible\u{00A0}: \(Self.texte(code))"
        case .unreadableText:
            "\(path)\u{00A0}: pas écrit\u{202F}; le texte a des caractères qu’un fichier ne peut contenir"
        case .kept:
            "\(path)\u{00A0}: illisible, reste en l’état\u{202F}; ce qui change maintenant n’est pas enregistré"
        case .notWritten(let code):
            "\(path)\u{00A0}: écriture impossible, rien n’a changé\u{00A0}: \(Self.texte(code))"
        }
    }

    private static func text(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "permission denied"
        case ENOENT: "there is no such directory"
        case ENOTDIR: "a part of the path is no directory"
        case ENOSPC, EDQUOT: "no space left"
        case EROFS: "the file system is read-only"
        case ENAMETOOLONG: "the name is too long"
        case ELOOP: "too many symbolic links"
        case EFBIG: "the file is too large"
        case EINVAL: "the name holds what no file name may"
        case EBADF: "it is closed"
        case ENXIO: "nothing reads from this pipe"
        case ETIMEDOUT: "what reads from this pipe has stopped"
        case EILSEQ: "a link leads to a name that is not UTF-8"
        default: "system error \(code)"
        }
    }

    private static func texte(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "accès refusé"
        case ENOENT: "ce dossier n’existe pas"
        case ENOTDIR: "une partie du chemin n’est pas un dossier"
        case ENOSPC, EDQUOT: "plus de place"
        case EROFS: "le système de fichiers est en lecture seule"
        case ENAMETOOLONG: "le nom est trop long"
        case ELOOP: "trop de liens symboliques"
        case EFBIG: "le fichier est trop grand"
        case EINVAL: "le nom contient ce qu’aucun nom de fichier ne peut contenir"
        case EBADF: "il est fermé"
        case ENXIO: "rien ne lit dans ce tube"
        case ETIMEDOUT: "ce qui lit dans ce tube s’est arrêté"
        case EILSEQ: "un lien mène à un nom qui n’est pas en UTF-8"
        default: "erreur système \(code)"
        }
    }
}

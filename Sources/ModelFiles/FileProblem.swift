import BalanceModel

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Why a file couldn't be used.
public struct FileProblem: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case missing
        /// No permission, or another reason why it can't be opened; the system's error number.
        case unreadable(Int32)
        case directory
        /// A pipe, a device or a socket, which might never end or never begin.
        case special
        case tooLarge
        /// Reading failed half way; the system's error number.
        case failed(Int32)
        /// It was read, and what it says is wrong.
        case invalid(ProblemList)
    }

    public let path: String
    public let reason: Reason

    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// As in sysexits: 65 bad data, 66 no such input, 74 input/output error (contract §1).
    public var exitCode: Int32 {
        switch reason {
        case .missing, .unreadable, .directory, .special: 66
        case .tooLarge, .invalid: 65
        case .failed: 74
        }
    }

    /// What to tell: one line, or one for each problem in the file.
    public func lines(_ language: Language) -> [String] {
        if case .invalid(let list) = reason { return list.lines(file: path, language) }
        let colon = language == .en ? ": " : "\u{A0}: "
        return [Printable.text(path) + colon + words(Words(language))]
    }

    private func words(_ w: Words) -> String {
        switch reason {
        case .missing: w("no such file", "ce fichier n’existe pas")
        case .unreadable(let code), .failed(let code):
            w("can’t be read: \(Self.system(code, w))", "lecture impossible\u{A0}: \(Self.system(code, w))")
        case .directory: w("is a directory; a file is expected", "est un dossier\u{202F}; il faut un fichier")
        case .special:
            w(
                "is a pipe or a device; a plain file is expected",
                "est un tube ou un périphérique\u{202F}; il faut un fichier ordinaire")
        case .tooLarge: Complaint.tooLarge.words(w)
        case .invalid: ""
        }
    }

    private static func system(_ code: Int32, _ w: Words) -> String {
        switch code {
        case EACCES, EPERM: w("permission denied; check the rights", "accès refusé\u{202F}; vérifiez les droits")
        case EMFILE, ENFILE: w("too many open files", "trop de fichiers ouverts")
        case ELOOP: w("too many symbolic links", "trop de liens symboliques")
        case ENAMETOOLONG: w("the name is too long", "le nom est trop long")
        case EIO: w("input/output error", "erreur d’entrée-sortie")
        default: w("system error \(code)", "erreur système \(code)")
        }
    }

    /// Reads and decodes a file.
    static func decode<Result>(
        _ path: String, _ decode: ([UInt8]) throws(ProblemList) -> Result
    ) throws(FileProblem) -> Result {
        let bytes = try PlainFile.read(path: path)
        do throws(ProblemList) {
            return try decode(bytes)
        } catch {
            throw FileProblem(path: path, reason: .invalid(error))
        }
    }
}

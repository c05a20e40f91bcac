import BalanceModel
import ModelFiles
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What ends a command: one line that says what is wrong and what would be right, and an exit code of sysexits.
struct Failure: Error {
    enum Code: Int32 {
        case usage = 64
        case data = 65
        case noInput = 66
        case cannotCreate = 73
        case inputOutput = 74
    }

    /// Whole lines, without the program's name where they name a file and place.
    var lines: [String]
    var code: Int32

    init(_ code: Code, _ text: String) {
        lines = ["fulcrum: " + text]
        self.code = code.rawValue
    }

    init(lines: [String], code: Int32) {
        self.lines = lines
        self.code = code
    }
}

/// The process' surroundings, read once.
enum Surroundings {
    static func variable(_ name: String) -> String? {
        // A value that is not UTF-8 would name another file once decoded: it counts as unset.
        guard let value = getenv(name), let text = String(validatingCString: value) else { return nil }
        return text.isEmpty ? nil : text
    }

    /// From LC_ALL, LC_MESSAGES or LANG, the first that is set; else English.
    static var language: Language {
        let locale = variable("LC_ALL") ?? variable("LC_MESSAGES") ?? variable("LANG") ?? ""
        return locale.lowercased().hasPrefix("fr") ? .fr : .en
    }

    /// Whether the reader's terminal takes UTF-8, by the locale's name: slim systems name one that they don't have.
    static var isUTF8: Bool {
        let locale = (variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG") ?? "").lowercased()
        return locale.contains("utf-8") || locale.contains("utf8")
    }

    static var environment: [String: String] {
        var result: [String: String] = [:]
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] { result[name] = variable(name) }
        return result
    }
}

import BalanceModel
import CellGrid
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

/// Standard output and standard error, with failures that count.
enum Streams {
    /// Writes a text whole. A reader that has gone away (`| head`) is no failure.
    static func print(_ text: String) throws(Failure) {
        let failure = write(text, to: STDOUT_FILENO)
        guard failure == 0 || failure == EPIPE else {
            throw Failure(.inputOutput, "standard output could not be written: system error \(failure)")
        }
    }

    /// Each on a line of its own, whatever stands in a name or an argument that it quotes.
    static func complain(_ lines: [String]) {
        _ = write(lines.map { Printable.text($0) + "\n" }.joined(), to: STDERR_FILENO)
    }

    static func complain(raw text: String) { _ = write(text, to: STDERR_FILENO) }

    private static func write(_ text: String, to file: Int32) -> Int32 {
        // Files and pipes get UTF-8 always; a terminal what it can show.
        var text = Surroundings.isUTF8 || isatty(file) != 1 ? text : ASCIIFallback.text(text)
        return text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count, let start = bytes.baseAddress {
                #if canImport(Glibc)
                    let count = Glibc.write(file, start + done, bytes.count - done)
                #else
                    let count = Darwin.write(file, start + done, bytes.count - done)
                #endif
                if count > 0 { done += count } else if errno != EINTR { return errno == 0 ? EIO : errno }
            }
            return 0
        }
    }
}

/// The process' surroundings, read once.
enum Surroundings {
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
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

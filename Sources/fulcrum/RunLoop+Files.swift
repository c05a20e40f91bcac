import BalanceModel
import Explorer
import Reports
import Simulation
import Store
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A loop that keeps what the reader asked for beyond the dialogue: scenarios of their own, exports, the clipboard.
protocol ReadersFiles: AnyObject {
    var state: State { get set }
    var library: Library? { get }
    /// What `--model` was, for the command that reproduces the settings.
    var modelName: String? { get }
    func copy(_ text: String, _ what: Phrase)
}

extension ReadersFiles {
    var reporting: Reporting {
        let request = SimulationRequest(
            model: state.model, settings: state.settings, samples: state.samples, seed: state.seed)
        return Reporting(request, saved: state.savedScenarios, language: state.language, modelName: modelName)
    }

    func keep(_ scenario: Scenario) {
        let name = (scenario.name(.en), scenario.name(.fr))
        change(Phrase("saved: \(name.0)", "enregistré\u{00A0}: \(name.1)")) { library throws(StoreProblem) in
            try library.save(scenario, for: state.model)
        }
    }

    func deleteScenario(_ id: String) {
        change(Phrase("deleted: \(id)", "supprimé\u{00A0}: \(id)")) { library throws(StoreProblem) in
            try library.deleteScenario(id: id)
        }
    }

    /// Changes the reader's scenarios, then shows them as they are on disk.
    private func change(_ done: Phrase, _ change: (Library) throws(StoreProblem) -> Void) {
        guard let library else {
            return say(
                Phrase(
                    "nowhere to keep it: HOME and XDG_DATA_HOME are unset",
                    "nulle part où le garder\u{00A0}: HOME et XDG_DATA_HOME sont vides"), warning: true)
        }
        do throws(StoreProblem) {
            try change(library)
            var notices: [Phrase] = []
            _ = reduce(&state, .scenariosLoaded(library.scenarios(for: state.model, notices: &notices)))
            say(done)
            for notice in notices { say(notice, warning: true) }
        } catch {
            say(Phrase(error.english, error.french), warning: true)
        }
    }

    func export(_ format: ExportFormat, _ path: String, _ overwrite: Bool) {
        guard let kind = ReportFormat(rawValue: format.rawValue),
            let text = reporting.text(kind, namingLanguage: true)
        else { return }
        do throws(StoreProblem) {
            try AtomicFile.save(text, to: Self.expanded(path), replacing: overwrite)
            AtomicFile.sweep(around: Self.expanded(path))
            let folder = Self.folder(of: path)
            say(
                Phrase(
                    "written: \(path)" + (folder.map { " (in \($0))" } ?? ""),
                    "écrit\u{00A0}: \(path)" + (folder.map { " (dans \($0))" } ?? "")))
        } catch {
            if case .exists = error.reason {
                _ = reduce(&state, .exportExists(format, path: path))
            } else {
                say(Phrase(error.english, error.french), warning: true)
            }
        }
    }

    /// A tilde at the start is the reader's home, as in a shell.
    private static func expanded(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = Surroundings.variable("HOME") else { return path }
        return home + path.dropFirst()
    }

    /// The folder that a path without one is in, the reader's home as a tilde; `nil` where the path says it.
    private static func folder(of path: String) -> String? {
        guard !expanded(path).hasPrefix("/"), let bytes = getcwd(nil, 0) else { return nil }
        defer { free(bytes) }
        let folder = String(cString: bytes)
        guard let home = Surroundings.variable("HOME"), folder == home || folder.hasPrefix(home + "/") else {
            return folder
        }
        return "~" + folder.dropFirst(home.count)
    }

    func copyReport() {
        guard let text = reporting.text(.text, namingLanguage: true) else { return }
        copy(text, Phrase("report", "rapport"))
    }

    fileprivate func say(_ text: Phrase, warning: Bool = false) {
        _ = reduce(&state, .notice(text, warning: warning))
    }
}

extension RunLoop {
    func copy(_ text: String, _ what: Phrase) {
        if terminal.copyToClipboard(text) {
            say(
                Phrase(
                    "\(what.en) handed to the terminal's clipboard (some terminals refuse)",
                    "\(what.fr)\u{00A0}: remis au presse-papiers du terminal (certains refusent)"))
        } else {
            say(
                Phrase(
                    "this terminal has no clipboard to hand it to; export to a file instead",
                    "ce terminal n’a pas de presse-papiers\u{202F}; exportez plutôt vers un fichier"), warning: true)
        }
    }
}

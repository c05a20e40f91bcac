import BalanceModel
import ModelFiles
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The reader's own files: session, scenarios, configuration. What is broken is kept and reported, never fatal.
public struct Library: Sendable {
    public let places: Places
    public init(_ places: Places) { self.places = places }

    /// Removes what killed programs left half-written.
    public func sweep() {
        for folder in [places.state, places.scenarioFolder] { AtomicFile.sweep(folder) }
    }

    // MARK: Session

    /// What was found where the last session is kept.
    public struct LastSession: Sendable, Hashable {
        /// `nil` when there is none that can be read.
        public var session: Session?
        /// Why no other may be written in its place.
        public var obstacle: StoreProblem?
    }

    /// The last session with a model.
    ///
    /// One that can't be read is set aside (`MODEL-ID.yaml.damaged`, or the next free name) and told of in `notices`;
    /// where even that fails it stays, and nothing may replace it.
    public func session(for model: Model, notices: inout [Phrase]) -> LastSession {
        let path = places.sessionFile(model: model.id)
        do throws(FileProblem) {
            return LastSession(session: try SessionFile.load(path: path, for: model))
        } catch {
            switch error.reason {
            case .missing: return LastSession()
            case .invalid, .tooLarge: return setAside(path, error, model, &notices)
            // It may be well, and only now out of reach.
            case .unreadable, .failed, .directory, .special: return keep(path, error, &notices)
            }
        }
    }

    private func keep(_ path: String, _ problem: FileProblem, _ notices: inout [Phrase]) -> LastSession {
        notices.append(Self.notice(problem, "the last session is left alone", "la dernière session reste en place"))
        return LastSession(obstacle: StoreProblem(path: path, reason: .kept))
    }

    /// Gives a damaged session another name. Another program may do the same, or have put a good one there by now: that
    /// one stays.
    private func setAside(
        _ path: String, _ problem: FileProblem, _ model: Model, _ notices: inout [Phrase]
    ) -> LastSession {
        guard let target = try? AtomicFile.followed(path), let aside = Self.linkAside(target) else {
            return access(path, F_OK) == 0 ? keep(path, problem, &notices) : LastSession()
        }
        if let session = try? SessionFile.load(path: aside, for: model) {
            _ = unlink(aside)
            return LastSession(session: session)
        }
        if Self.isSame(target, aside) { _ = unlink(target) }
        let shown = Printable.text(aside)
        notices.append(
            Self.notice(
                problem, "the last session was set aside as \(shown)", "la dernière session est mise de côté, \(shown)")
        )
        return LastSession()
    }

    /// A second name for a file, the first free one; `nil` where there is none to be had.
    private static func linkAside(_ target: String) -> String? {
        for number in 1...99 {
            let aside = target + (number == 1 ? ".damaged" : ".damaged-\(number)")
            if link(target, aside) == 0 { return aside }
            switch errno {
            case EEXIST: continue
            // A file system without hard links.
            case EPERM, ENOTSUP, EMLINK:
                guard access(aside, F_OK) != 0 else { continue }
                return rename(target, aside) == 0 ? aside : nil
            default: return nil
            }
        }
        return nil
    }

    private static func isSame(_ first: String, _ second: String) -> Bool {
        var (a, b) = (stat(), stat())
        return lstat(first, &a) == 0 && lstat(second, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino
    }

    public func save(_ session: Session, for model: Model) throws(StoreProblem) {
        try AtomicFile.save(
            SessionFile.yaml(session, for: model), to: places.sessionFile(model: model.id), makingFolders: true)
    }

    /// Where a signal handler may put the session; `nil` where there is no such place.
    public func sessionPlacement(for model: Model) -> AtomicFile.Placement? {
        AtomicFile.placement(of: places.sessionFile(model: model.id))
    }

    private static func notice(_ problem: FileProblem, _ en: String, _ fr: String) -> Phrase {
        Phrase("\(problem.lines(.en).first ?? ""); \(en)", "\(problem.lines(.fr).first ?? "")\u{202F}; \(fr)")
    }

    // MARK: Scenarios

    /// The reader's scenarios for a model, by id. Those of other models are passed over; broken ones are told of and
    /// kept. Two ids can't clash: the file's name is the id.
    public func scenarios(for model: Model, notices: inout [Phrase]) -> [Scenario] {
        var found: [Scenario] = []
        for name in Self.names(in: places.scenarioFolder) where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
            let path = places.scenarioFolder + "/" + name
            do throws(FileProblem) {
                let bytes = try PlainFile.read(path: path)
                guard (ScenarioFile.modelID(bytes) ?? model.id) == model.id else { continue }
                let scenario = try ScenarioFile.load(path: path, for: model)
                guard scenario.id + ".yaml" == name, model.scenario(id: scenario.id) == nil else {
                    let path = Printable.text(path)
                    notices.append(
                        Phrase(
                            "\(path): the id \(scenario.id) must be the file’s name and no scenario of the model; left out",
                            "\(path)\u{00A0}: l’id \(scenario.id) doit être le nom du fichier et non celui d’un scénario du modèle\u{202F}; écarté"
                        ))
                    continue
                }
                found.append(scenario)
            } catch {
                notices.append(Self.notice(error, "left out", "écarté"))
            }
        }
        return found
    }

    /// Writes a scenario in place of one with its id. A file of that name which holds anything else, another model's
    /// scenario or a damaged one, is kept: `StoreProblem.Reason.otherContent`. What could not be read back is refused.
    public func save(_ scenario: Scenario, for model: Model) throws(StoreProblem) {
        let path = places.scenarioFile(scenario.id)
        let text = ScenarioFile.yaml(scenario, for: model)
        guard (try? ScenarioFile.decode(text.utf8, for: model)) != nil else {
            throw StoreProblem(path: path, reason: .unreadableText)
        }
        do throws(FileProblem) {
            _ = try ScenarioFile.load(path: path, for: model)
        } catch {
            guard case .missing = error.reason else { throw StoreProblem(path: path, reason: .otherContent) }
        }
        try AtomicFile.save(text, to: path, makingFolders: true)
    }

    public func deleteScenario(id: String) throws(StoreProblem) {
        let path = places.scenarioFile(id)
        guard unlink(path) == 0 else { throw StoreProblem(path: path, reason: .notWritten(errno)) }
    }

    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.sorted()
    }

    // MARK: Configuration

    /// The reader's configuration; `nil` when there is none.
    public func config() throws(FileProblem) -> Config? {
        do throws(FileProblem) {
            return try ConfigFile.load(path: places.configFile)
        } catch {
            if case .missing = error.reason { return nil }
            throw error
        }
    }
}

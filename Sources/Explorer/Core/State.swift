import BalanceModel
import CellGrid
import Simulation
import Wording

/// All that the screen shows: a value, changed only by `reduce`.
public struct State: Sendable {
    public let model: Model
    public private(set) var balance: Balance
    /// The settings the reader is at; the balance always belongs to them.
    public var settings: Settings { balance.settings }
    public private(set) var history = History()
    /// Settings kept for comparison.
    public internal(set) var pinned: Settings?

    public internal(set) var view = View.balance
    /// The focus of each view, where it was moved.
    var focuses: [View: Focus] = [:]
    /// Leaps from view to view that Escape takes back, the latest last.
    var trail: [Leap] = []
    /// Dialogues above the view, the topmost last.
    var overlays: [Overlay] = []
    /// Preferences that the reader changed by a key.
    var chosen: Set<Preference> = []
    /// The column of the comparison that the present settings are compared with.
    var comparedWith = Focus.section(0)
    /// Scenarios laid over the outlook, by id.
    var overlaid: [String] = []
    /// One line that answers the last key.
    var message: Message?
    /// Whether the hint for a first start still shows.
    public var showsWelcome = false

    public internal(set) var language: Language
    public internal(set) var themeID: String
    public internal(set) var mouse: Bool
    /// The reader's own scenarios for this model.
    public internal(set) var savedScenarios: [Scenario]
    public var keyMap: KeyMap
    public internal(set) var size = Size(80, 24)

    /// What the draws said of the settings on screen; `nil` until they are in.
    var simulation: SimulationState?

    /// Monte Carlo draws and seed asked for.
    public var samples: Int
    public var seed: UInt64

    public init(
        model: Model, settings: Settings? = nil, language: Language = .en, themeID: String = Theme.standard.id,
        mouse: Bool = true, savedScenarios: [Scenario] = [], keyMap: KeyMap = .standard,
        samples: Int = Limits.defaultSamples, seed: UInt64 = 1
    ) {
        self.model = model
        self.language = language
        self.themeID = themeID
        self.mouse = mouse
        self.savedScenarios = savedScenarios
        self.keyMap = keyMap
        self.samples = samples
        self.seed = seed
        balance = evaluate(model, settings ?? Settings(model))
    }

    public var words: Words { Words(model, language) }
    /// The model's scenarios, then the reader's own.
    public var scenarios: [Scenario] { model.scenarios + savedScenarios }
    public func scenario(id: String) -> Scenario? { scenarios.first { $0.id == id } }
    /// Settings that count as the start: the model's own, or those of the scenario they came from.
    var origin: Settings {
        settings.scenario.flatMap(scenario(id:)).map { Settings(model, scenario: $0) } ?? Settings(model)
    }

    /// The focus of the view on screen, always one that exists.
    public var focus: Focus {
        let known = focusGroups
        if let focus = focuses[view], known.contains(where: { $0.contains(focus) }) { return focus }
        return known.first?.first ?? .section(0)
    }

    mutating func setFocus(_ focus: Focus, in view: View? = nil) {
        if let view { self.view = view }
        focuses[self.view] = focus
        if self.view == .compare, isColumn(focus) { comparedWith = focus }
    }
}

/// The latest of a simulation, refined while more draws come in.
struct SimulationState: Sendable, Hashable {
    var result: SimulationResult
    var sensitivity: [SensitivityIndex]?
    var isFinal: Bool
}

/// What a session keeps only where the reader chose it.
enum Preference: Sendable, Hashable { case language, theme, mouse }

// MARK: Changes and undo

/// What undo brings back.
struct Snapshot: Sendable, Hashable {
    var settings: Settings
    var pinned: Settings?
}

/// Every change of this session, to undo and redo without limit.
public struct History: Sendable {
    struct Entry: Sendable {
        var label: Phrase
        var before: Snapshot
    }

    var past: [Entry] = []
    var future: [Entry] = []
    /// Changes done, and done or undone in all: “3 of 5”.
    public var position: Int { past.count }
    public var count: Int { past.count + future.count }
}

extension State {
    private var snapshot: Snapshot { Snapshot(settings: settings, pinned: pinned) }

    /// Makes a change that undo can take back; nothing happens when nothing changes.
    mutating func change(_ label: Phrase, to settings: Settings, pinned: Settings?? = .none) {
        let before = snapshot
        let after = Snapshot(settings: settings, pinned: pinned ?? self.pinned)
        guard after != before else { return }
        history.past.append(History.Entry(label: label, before: before))
        history.future.removeAll()
        restore(after)
    }

    mutating func undo() -> Phrase? { turn(from: \.past, to: \.future) }
    mutating func redo() -> Phrase? { turn(from: \.future, to: \.past) }

    /// Takes the last entry of one list back and puts it, with the state left behind, on the other.
    private mutating func turn(
        from source: WritableKeyPath<History, [History.Entry]>, to target: WritableKeyPath<History, [History.Entry]>
    ) -> Phrase? {
        guard var entry = history[keyPath: source].popLast() else { return nil }
        let left = snapshot
        restore(entry.before)
        entry.before = left
        history[keyPath: target].append(entry)
        return entry.label
    }

    private mutating func restore(_ snapshot: Snapshot) {
        if snapshot.settings != settings {
            balance = evaluate(model, snapshot.settings)
            // What was drawn for other settings must not stay on screen.
            simulation = nil
        }
        pinned = snapshot.pinned
    }
}

/// One line below the view.
struct Message: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case note, warning }
    var text: Phrase
    var kind: Kind
}

extension State {
    mutating func say(_ en: String, _ fr: String) { message = Message(text: Phrase(en, fr), kind: .note) }
    mutating func warn(_ en: String, _ fr: String) { message = Message(text: Phrase(en, fr), kind: .warning) }
}

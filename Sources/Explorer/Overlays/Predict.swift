import BalanceModel
import CellGrid
import Wording

/// Guesses made before the numbers show: weights, the leader at the year on screen, and the parity year. Reading,
/// dynamics, year and the rest stay as set, so that any scenario can be guessed at.
struct Prediction: Sendable, Hashable {
    enum Row: Sendable, Hashable {
        case dimension(Int)
        case leader, parity
    }

    enum Leader: Int, Sendable, Hashable, CaseIterable {
        case first, level, second

        var side: Side? { self == .level ? nil : self == .first ? .first : .second }
    }

    var points: [Double]
    var leader: Leader?
    /// Whole years after the base year, 1…25; 26 for none by then; `nil` while not guessed.
    var parity: Int?
    var row = 0
    /// The numbers show.
    var isRevealed = false
    /// Lines of the answer passed over.
    var scroll = 0

    static let lastYear = Int(Limits.horizon)
    static let none = lastYear + 1
    /// Where the year begins to move from.
    static let middle = 10

    /// All dimensions alike, so that nothing is suggested.
    init(_ model: Model) {
        let even = (100 / Double(max(1, model.dimensions.count))).rounded()
        points = model.dimensions.map { _ in max(1, even) }
    }

    var rows: [Row] { points.indices.map(Row.dimension) + [.leader, .parity] }
    var chosen: Row { rows[min(max(0, row), rows.count - 1)] }
    var isComplete: Bool { leader != nil && parity != nil }

    /// Moves the chosen row's answer by steps.
    mutating func move(by steps: Int) {
        switch chosen {
        case .dimension(let i): setPoints(i, points[i] + Double(steps))
        case .leader:
            let now = leader?.rawValue ?? Leader.level.rawValue
            leader = Leader(rawValue: min(max(0, now + steps.signum()), Leader.allCases.count - 1))
        case .parity: parity = parity.map { min(max(1, $0 + steps), Self.none) } ?? Self.middle
        }
    }

    /// The last points stay, as in the method §4.
    mutating func setPoints(_ i: Int, _ wanted: Double) {
        let target = min(max(wanted, Limits.points.lowerBound), Limits.points.upperBound)
        guard target > 0 || points.indices.contains(where: { $0 != i && points[$0] > 0 }) else { return }
        points[i] = target
    }

    /// `settings` with the guessed weights, which no lock holds back.
    func applied(to settings: Settings) -> Settings {
        var result = settings
        result.points = points
        result.locked = points.map { _ in false }
        return result
    }

    /// Years by which the guess misses the parity year, positive when it is late; `nil` where guess or model has none.
    func yearsOff(_ balance: Balance) -> Int? {
        guard let parity, parity <= Self.lastYear, let years = balance.yearsToParity else { return nil }
        // In the calendar year in which the lead changes hands, a guess is right.
        return parity - Int(years.rounded(.down))
    }
}

extension State {
    /// Asks for a reader's guesses before any number shows (`fulcrum explore --predict`).
    public mutating func startPrediction() {
        showsWelcome = false
        overlays = [.predict(Prediction(model))]
    }

    /// Whether the reader is guessing.
    var isPredicting: Bool { if case .predict? = overlays.last { true } else { false } }

    mutating func openPredict() { startPrediction() }

    mutating func pressInPredict(_ key: Key, _ command: CommandID?, _ prediction: Prediction) -> [Effect] {
        if prediction.isRevealed { return pressInAnswer(command, prediction) }
        var prediction = prediction
        switch command {
        case .up, .down, .first, .last, .nextPanel, .previousPanel:
            let move: CommandID? = command == .nextPanel ? .down : command == .previousPanel ? .up : command
            prediction.row = Choices.moved(prediction.row, by: move, in: prediction.rows.count) ?? prediction.row
        case .left, .decrease: prediction.move(by: -1)
        case .right, .increase, .toggle: prediction.move(by: 1)
        case .increaseMore: prediction.move(by: 10)
        case .decreaseMore: prediction.move(by: -10)
        case .activate: return goOn(prediction)
        case .language: turnLanguage()
        case .help, .quit: return request(command == .help ? .help : .quit)
        default: return []
        }
        replaceOverlay(.predict(prediction))
        return []
    }

    /// Enter goes from row to row; behind the last one the numbers show, once both guesses are made.
    private mutating func goOn(_ prediction: Prediction) -> [Effect] {
        var prediction = prediction
        if prediction.row < prediction.rows.count - 1 {
            prediction.row += 1
        } else if prediction.leader == nil {
            prediction.row = prediction.rows.count - 2
            warn("Guess who leads first: ← →", "Devinez d’abord qui mène\u{00A0}: ← →")
        } else if prediction.parity == nil {
            warn("Guess the year first: ← →", "Devinez d’abord l’année\u{00A0}: ← →")
        } else {
            prediction.isRevealed = true
        }
        replaceOverlay(.predict(prediction))
        return []
    }

    private mutating func pressInAnswer(_ command: CommandID?, _ prediction: Prediction) -> [Effect] {
        var prediction = prediction
        switch command {
        case .activate: finishPrediction(prediction)
        case .help, .quit: return request(command == .help ? .help : .quit)
        case .language: turnLanguage()
        default:
            let place = scrolled(
                command, prediction.scroll, last: { Painter(self, size).answerScrollLimit(prediction) })
            guard let place else { return [] }
            prediction.scroll = place
            replaceOverlay(.predict(prediction))
        }
        return []
    }

    private mutating func finishPrediction(_ prediction: Prediction) {
        overlays.removeLast()
        view = .balance
        let before = settings
        change(Phrase("weights of the guess", "poids de la prédiction"), to: prediction.applied(to: settings))
        guard settings != before else {
            return say("These were your weights already", "Vos poids étaient déjà ceux-ci")
        }
        let undo = keyMap.keys(for: .undo).first?.name ?? Phrase("", "")
        say(
            "These are your weights; \(undo.en) takes them back",
            "Voici vos poids\u{202F}; \(undo.fr) revient en arrière")
    }

    /// A click: on a row, on one of the leaders (behind the rows), or on the way on.
    mutating func chooseInPredict(_ choice: Int, _ prediction: Prediction) -> [Effect] {
        var prediction = prediction
        if prediction.isRevealed {
            finishPrediction(prediction)
            return []
        }
        let leaders = prediction.rows.count
        if choice < leaders {
            prediction.row = choice
        } else {
            prediction.row = leaders - 2
            prediction.leader = Prediction.Leader(rawValue: choice - leaders)
        }
        replaceOverlay(.predict(prediction))
        return []
    }

    /// The mouse on a scale of the topmost overlay, 0…1.
    mutating func moveScale(_ row: Int, to part: Double) {
        guard case .predict(var prediction) = overlays.last, !prediction.isRevealed else { return }
        let part = min(max(part, 0), 1)
        prediction.row = row
        switch prediction.chosen {
        case .dimension(let i): prediction.setPoints(i, (part * Limits.points.upperBound).rounded())
        case .leader: return
        case .parity: prediction.parity = 1 + Int((part * Double(Prediction.none - 1)).rounded())
        }
        replaceOverlay(.predict(prediction))
    }
}

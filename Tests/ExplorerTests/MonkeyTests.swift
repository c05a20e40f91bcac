import BalanceModel
import CellGrid
import Foundation
import Testing
import Wording

@testable import Explorer

private let isLong = ProcessInfo.processInfo.environment["FULCRUM_LONG"] == "1"

/// A reader who strikes keys and moves the mouse at random, with what the run loop would answer.
private struct Monkey {
    var dice: Dice
    var reader: Reader
    private(set) var struck: [Input] = []

    init(_ model: Model, seed: UInt64) {
        dice = Dice(seed: seed)
        reader = Reader(model)
    }

    mutating func act() {
        let input = random()
        struck.append(input)
        for effect in reduce(&reader.state, .input(input)) { answer(effect) }
    }

    /// The last inputs, to find out what led here.
    var trace: String { struck.suffix(40).map { "\($0)" }.joined(separator: " ") }

    private mutating func answer(_ effect: Effect) {
        let saved = reader.state.savedScenarios
        switch effect {
        case .saveScenario(let scenario):
            load(saved.filter { $0.id != scenario.id } + [scenario])
        case .deleteScenario(let id): load(saved.filter { $0.id != id })
        case .export(let format, let path, let overwrite):
            if !overwrite, dice.chance(0.5) {
                _ = reduce(&reader.state, .exportExists(format, path: path))
            } else {
                _ = reduce(&reader.state, .notice(Phrase("written", "écrit"), warning: dice.chance(0.3)))
            }
        default: break
        }
    }

    private mutating func load(_ scenarios: [Scenario]) {
        _ = reduce(&reader.state, .scenariosLoaded(scenarios.sorted { $0.id < $1.id }))
    }

    private mutating func random() -> Input {
        switch Int.random(in: 0..<100, using: &dice) {
        case 0..<20:
            let kinds: [MouseEvent.Kind] = [.press, .press, .drag, .release, .wheelUp, .wheelDown]
            let size = reader.size
            let at = Point(
                .random(in: -1...size.width, using: &dice), .random(in: -1...size.height, using: &dice))
            return .mouse(MouseEvent(kinds.randomElement(using: &dice) ?? .press, at: at))
        case 20..<22:
            reader.size = Size(.random(in: 0...300, using: &dice), .random(in: 0...100, using: &dice))
            return .resize(reader.size)
        case 22..<60:
            let keys: [Key] = [
                .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace, .enter,
                .enter, .tab, .backTab, .escape, .escape, .function(1), .control("r"), .control("a"), .control("u"),
            ]
            return .key(keys.randomElement(using: &dice) ?? .enter)
        case 60..<64: return .key(.character("é界e\u{301}\u{200B}👩‍🚀٣".randomElement(using: &dice) ?? "é"))
        default:
            let code = UInt8.random(in: 0x20...0x7E, using: &dice)
            return .key(.character(Character(UnicodeScalar(code))))
        }
    }
}

/// Whatever a reader strikes, the state stays one that undo, redo, `evaluate` and the reproducing command agree on.
@Suite("Monkey") struct MonkeyTests {
    @Test("random keys and mouse events", arguments: [1, 2, 3, 4] as [UInt64])
    func strikes(seed: UInt64) throws {
        let model = seed == 4 ? wideModel : bundled
        var monkey = Monkey(model, seed: isLong ? .random(in: 0 ... .max) : seed)
        let count = isLong ? 25_000 : 1250
        for stroke in 1...count {
            monkey.act()
            if stroke % 50 == 0 { checkBalance(monkey) }
            if stroke % 250 == 0 {
                render(&monkey)
                try checkCommand(monkey)
            }
        }
        checkUndo(&monkey)
    }

    private func checkBalance(_ monkey: Monkey) {
        let state = monkey.reader.state
        #expect(state.balance == evaluate(state.model, state.settings), "\(monkey.trace)")
        #expect(state.settings.points.contains { $0 > 0 }, "\(monkey.trace)")
        #expect(state.settings.points.allSatisfy(Limits.points.contains), "\(monkey.trace)")
        #expect(state.settings.intensities.allSatisfy(Limits.intensity.contains), "\(monkey.trace)")
        #expect(state.balance.value.isFinite, "\(monkey.trace)")
    }

    private func render(_ monkey: inout Monkey) {
        for _ in 0..<2 {
            let size = Size(.random(in: 1...300, using: &monkey.dice), .random(in: 1...100, using: &monkey.dice))
            expectSound(Screen.render(monkey.reader.state, size, theme: .standard), size, monkey.trace)
        }
    }

    /// `report` with the command printed gives what is on screen, to the last bit.
    private func checkCommand(_ monkey: Monkey) throws {
        let state = monkey.reader.state
        let command = ReproducingCommand(
            ["report"], model: state.model, settings: state.settings, savedScenarios: state.savedScenarios)
        guard command.isComplete else { return }
        let again = try CommandReader(model: state.model, saved: state.savedScenarios).settings(command.arguments)
        let value = evaluate(state.model, again).value
        #expect(value.bitPattern == state.balance.value.bitPattern, "\(command.line)\n\(monkey.trace)")
    }

    /// Back to the start and forward again, through the very same states.
    private func checkUndo(_ monkey: inout Monkey) {
        monkey.reader.state.overlays = []
        let (last, pinned) = (monkey.reader.state.balance, monkey.reader.state.pinned)
        var backward = [last]
        while !monkey.reader.state.history.past.isEmpty {
            _ = reduce(&monkey.reader.state, .command(.undo))
            backward.append(monkey.reader.state.balance)
        }
        #expect(backward.count > 20)
        #expect(monkey.reader.state.settings == Settings(monkey.reader.state.model))
        #expect(monkey.reader.state.pinned == nil)
        var forward = [monkey.reader.state.balance]
        while !monkey.reader.state.history.future.isEmpty {
            _ = reduce(&monkey.reader.state, .command(.redo))
            forward.append(monkey.reader.state.balance)
        }
        #expect(forward.count >= backward.count)
        #expect(Array(forward.prefix(backward.count)) == backward.reversed())
        while monkey.reader.state.history.position >= backward.count {
            _ = reduce(&monkey.reader.state, .command(.undo))
        }
        #expect(monkey.reader.state.balance == last && monkey.reader.state.pinned == pinned)
    }
}

/// What a program does with the arguments of a reproducing command: the scenario first, then the options (contract §1).
private struct CommandReader {
    let model: Model
    let saved: [Scenario]

    func settings(_ arguments: [String]) throws -> Settings {
        let pairs = try pairs(Array(arguments.dropFirst()))
        var settings = Settings(model)
        if let id = pairs.first(where: { $0.option == "--scenario" })?.value {
            settings = Settings(
                model, scenario: try #require(model.scenario(id: id) ?? saved.first { $0.id == id }))
        }
        for (option, value) in pairs where option != "--scenario" { try apply(option, value, &settings) }
        return settings
    }

    private func pairs(_ words: [String]) throws -> [(option: String, value: String)] {
        var result: [(option: String, value: String)] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            result.append((parts[0], try #require(parts.count == 2 ? parts[1] : rest.popFirst())))
        }
        return result
    }

    private func apply(_ option: String, _ value: String, _ settings: inout Settings) throws {
        let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
        func number() throws -> Double { try #require(Double(parts.last ?? "")) }
        switch option {
        case "--weight": settings.points[try #require(model.dimension(id: parts[0]))] = try number()
        case "--dynamic": settings.intensities[try #require(model.dynamic(id: parts[0]))] = try number()
        case "--indicator":
            let place = try #require(model.indicator(id: parts[0]))
            settings.indicatorWeights[place.dimension][place.indicator] = try number()
        case "--year": settings.year = try number()
        case "--reading": settings.reading = try #require(Reading(rawValue: value))
        case "--confidence": settings.confidence = try #require(Confidence(rawValue: value))
        case "--aggregation": settings.aggregation = try #require(Aggregation(rawValue: value))
        case "--terrain-shift": settings.terrainShift = value == "on"
        default: Issue.record("unknown option \(option)")
        }
    }
}

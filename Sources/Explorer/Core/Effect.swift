import BalanceModel
import CellGrid
import Simulation
import Wording

/// What can happen to the state.
public enum Action: Sendable {
    case input(Input)
    case command(CommandID)
    /// Draws are in for the settings on screen; refined until final.
    case simulated(SimulationResult, sensitivity: [SensitivityIndex]?, isFinal: Bool)
    /// Something outside has happened that the reader should know.
    case notice(Phrase, warning: Bool)
    /// The reader's scenarios as they now stand on disk.
    case scenariosLoaded([Scenario])
}

/// What the run loop must do after a change; the state never touches the outside itself.
public enum Effect: Sendable, Hashable {
    case quit
    case suspend
    /// Draw everything anew.
    case repaint
    case setMouse(Bool)
}

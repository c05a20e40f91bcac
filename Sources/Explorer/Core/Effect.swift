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
    /// A file of that name is there already: ask before it is replaced.
    case exportExists(ExportFormat, path: String)
}

/// What the run loop must do after a change; the state never touches the outside itself.
public enum Effect: Sendable, Hashable {
    case quit
    case suspend
    /// Draw everything anew.
    case repaint
    case setMouse(Bool)
    /// Write a scenario of the reader's, in place of one with the same id; then send `.scenariosLoaded`, `.notice`.
    case saveScenario(Scenario)
    /// Delete a scenario of the reader's; then send `.scenariosLoaded`, `.notice`.
    case deleteScenario(id: String)
    /// Write a report of the present settings to a file the reader named; then send `.notice`. Without `overwrite`, an
    /// existing file stays and `.exportExists` is sent.
    case export(ExportFormat, path: String, overwrite: Bool)
    /// Put the text briefing on the clipboard (OSC 52); then send `.notice`.
    case copyReport
    /// Put the command that reproduces the present settings on the clipboard; then send `.notice`.
    case copyCommand
}

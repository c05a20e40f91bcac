import BalanceModel
import Wording

/// What comes back with a session, beside the settings: names and values of the interface's own.
extension State {
    /// To be kept; language, theme and mouse only where the reader chose them here, so that the environment and the
    /// configuration still count.
    public var interface: [String: String] {
        var values = ["view": view.rawValue]
        if !overlaid.isEmpty { values["overlaid"] = overlaid.joined(separator: " ") }
        if chosen.contains(.language) { values["language"] = language.rawValue }
        if chosen.contains(.theme) { values["theme"] = themeID }
        if chosen.contains(.mouse) { values["mouse"] = mouse ? "on" : "off" }
        return values
    }

    /// Takes back what `interface` gave; unknown values are passed over.
    public mutating func restoreInterface(_ values: [String: String]) {
        if let view = values["view"].flatMap(View.init(rawValue:)) { self.view = view }
        overlaid = (values["overlaid"] ?? "").split(separator: " ").map(String.init).filter { scenario(id: $0) != nil }
        if values["language"] != nil { chosen.insert(.language) }
        if values["theme"] != nil { chosen.insert(.theme) }
        if values["mouse"] != nil { chosen.insert(.mouse) }
    }

    /// Begins with other settings than the session's, as one step that undo takes back (contract §1).
    public mutating func start(with wanted: Settings) {
        change(Phrase("options of the command line", "options de la ligne de commande"), to: wanted)
    }
}

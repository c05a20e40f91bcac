/// How many colours a terminal shows.
public enum ColourDepth: Int, Sendable, Hashable, CaseIterable {
    case none, eight, sixteen, indexed256
}

/// Colours and attributes for one role; −1 is the terminal's own default colour.
public struct Paint: Sendable, Hashable {
    public var foreground: Int16
    public var background: Int16
    public var attributes: Style.Attributes
    public init(_ foreground: Int16 = -1, on background: Int16 = -1, _ attributes: Style.Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
    /// Attributes in the terminal's own colours.
    public init(attributes: Style.Attributes) { self.init(-1, on: -1, attributes) }
}

/// Colours by role, complete for every depth.
public struct Theme: Sendable, Hashable {
    public let id: String
    private let paints: [[Paint]]

    public init(id: String, _ paint: (Role, ColourDepth) -> Paint) {
        self.id = id
        paints = ColourDepth.allCases.map { depth in Role.allCases.map { paint($0, depth) } }
    }

    public func paint(_ role: Role, _ depth: ColourDepth) -> Paint { paints[depth.rawValue][Int(role.rawValue)] }
}

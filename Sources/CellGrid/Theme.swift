/// How many colours a terminal shows.
public enum ColourDepth: Sendable, Hashable, CaseIterable {
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
}

/// Colours by role, complete for every depth.
public struct Theme: Sendable, Hashable {
    public let id: String
    private let paints: [ColourDepth: [Paint]]

    public init(id: String, _ paint: (Role, ColourDepth) -> Paint) {
        self.id = id
        var paints: [ColourDepth: [Paint]] = [:]
        for depth in ColourDepth.allCases { paints[depth] = Role.allCases.map { paint($0, depth) } }
        self.paints = paints
    }

    public func paint(_ role: Role, _ depth: ColourDepth) -> Paint {
        paints[depth]?[Int(role.rawValue)] ?? Paint()
    }

    /// The bundled themes; the first is the default.
    public static let all: [Theme] = [standard]
    public static func named(_ id: String) -> Theme? { all.first { $0.id == id } }

    public static let standard = Theme(id: "default") { _, _ in Paint() }
}

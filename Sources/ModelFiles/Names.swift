import BalanceModel

/// The ids of one kind: which there are, and at which index.
struct Names {
    let kind: IDKind
    private var indices: [String: Int] = [:]
    private var lines: [String: Int] = [:]
    private(set) var all: [String] = []

    init(_ kind: IDKind) { self.kind = kind }

    init(_ kind: IDKind, _ ids: [String]) {
        self.kind = kind
        all = ids
        for (i, id) in ids.enumerated() where indices[id] == nil { indices[id] = i }
    }

    /// Collects the ids of a list; complains about those that are malformed or used twice, not about missing ones.
    init(_ kind: IDKind, in list: [Node], _ log: ProblemLog) {
        self.kind = kind
        for (i, node) in list.enumerated() {
            if let id = node["id"] { define(id, as: i, log) }
        }
    }

    mutating func define(_ node: Node, as index: Int, _ log: ProblemLog) {
        let id = log.id(node, key: "id")
        if let line = lines[id] {
            log.complain(.idTwice(kind, id, line: line), at: node.place)
        } else if !id.isEmpty {
            lines[id] = node.place.line
            indices[id] = index
            all.append(id)
        }
    }

    /// The index of an id; complains and gives `nil` when it isn't defined.
    func index(of id: String, at place: Place, _ log: ProblemLog) -> Int? {
        if let index = indices[id] { return index }
        log.complain(.undefined(kind, id, nearest: log.nearest(to: id, in: all), known: all), at: place)
        return nil
    }

    /// The same for a value that should be an id.
    func index(of node: Node, key: String?, _ log: ProblemLog) -> Int? {
        guard let text = node.text, !text.isEmpty else {
            log.wrong(node, .reference(kind), key: key)
            return nil
        }
        return index(of: text, at: node.place, log)
    }

    /// Whether each item of a list comes once; complains about those that come again.
    static func distinct(_ items: [Node], _ log: ProblemLog) {
        var seen: Set<String> = []
        for node in items {
            if let text = node.text, !seen.insert(text).inserted { log.complain(.repeated(text), at: node.place) }
        }
    }
}

/// Everything that parts of a model refer to by id.
struct References {
    var dimensions: Names
    var dynamics: Names
    /// Indices into `indicatorPlaces`.
    var indicators: Names
    var indicatorPlaces: [(dimension: Int, indicator: Int)]
    /// `nil` when the model has no claims, so that nothing can cite one.
    var claims: Names?
    /// Points at the start, by dimension.
    var points: [Double] = []
    /// Base year … base year + 25.
    private(set) var years: ClosedRange<Double>

    /// Those of a model that is there already.
    init(_ model: Model) {
        dimensions = Names(.dimension, model.dimensions.map(\.id))
        dynamics = Names(.dynamic, model.dynamics.map(\.id))
        indicators = Names(.indicator, model.dimensions.flatMap { $0.indicators.map(\.id) })
        indicatorPlaces = model.dimensions.enumerated().flatMap { i, dimension in
            dimension.indicators.indices.map { (i, $0) }
        }
        claims = model.claims.isEmpty ? nil : Names(.claim, model.claims.map(\.id))
        points = model.dimensions.map(\.points)
        years = Self.years(from: model.baseYear)
    }

    /// With a base year that is wrong itself, no other year is held against it.
    mutating func setBaseYear(_ year: Int?) {
        years = Self.years(from: year.flatMap { YearLimits.base.contains($0) ? $0 : nil })
    }

    private static func years(from year: Int?) -> ClosedRange<Double> {
        let range = year.map { $0...$0 } ?? YearLimits.base
        return Double(range.lowerBound)...Double(range.upperBound) + Limits.horizon
    }

    /// Those of a file that is being read: ids count as defined even where the rest of an entry is wrong.
    init(_ root: Fields, _ log: ProblemLog) {
        func items(_ node: Node?) -> [Node] {
            if case .sequence(let items)? = node?.content { return items }
            return []
        }
        let dimensionNodes = items(root["dimensions"])
        dimensions = Names(.dimension, in: dimensionNodes, log)
        dynamics = Names(.dynamic, in: items(root["dynamics"]), log)
        indicators = Names(.indicator)
        indicatorPlaces = []
        for (i, dimension) in dimensionNodes.enumerated() {
            for (j, indicator) in items(dimension["indicators"]).enumerated() {
                if let id = indicator["id"] { indicators.define(id, as: indicatorPlaces.count, log) }
                indicatorPlaces.append((i, j))
            }
        }
        claims = root.has("claims") ? Names(.claim, in: items(root["claims"]), log) : nil
        years = Self.years(from: nil)
    }

    /// The `claims` of an entry: ids, each defined and named once.
    func claims(of fields: Fields) -> [String] {
        let log = fields.log
        let items = fields.optionalList("claims")
        Names.distinct(items, log)
        return items.map { node in
            if let claims {
                _ = claims.index(of: node, key: nil, log)
            } else if let id = node.text {
                log.complain(.claimWithoutClaims(id), at: node.place)
            } else {
                log.wrong(node, .reference(.claim), key: nil)
            }
            return node.text ?? ""
        }
    }
}

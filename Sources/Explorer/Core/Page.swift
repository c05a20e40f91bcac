import CellGrid

/// What a view brings: what can be focused, how it is drawn, which keys matter. What keys do depends on the focus alone.
protocol Page: Sendable {
    /// In reading order, by the groups that Tab goes through.
    func groups(_ state: State) -> [[Focus]]
    func render(_ painter: inout Painter, _ rect: Rect)
    /// For the footer, the most useful first.
    func hints(_ state: State) -> [CommandID]
    /// What the view says of a focused item where it has something of its own to say; `nil` for what every view says.
    func detailTitle(_ painter: Painter, _ focus: Focus) -> String?
    func detailLines(_ painter: Painter, _ focus: Focus, width: Int) -> [Painter.Line]?
    /// Where a move leads that is not the next or last item in reading order; `nil` where it is.
    func neighbour(of focus: Focus, _ move: CommandID, _ state: State) -> Focus?
}

extension Page {
    func detailTitle(_ painter: Painter, _ focus: Focus) -> String? { nil }
    func detailLines(_ painter: Painter, _ focus: Focus, width: Int) -> [Painter.Line]? { nil }
    func neighbour(of focus: Focus, _ move: CommandID, _ state: State) -> Focus? { nil }
}

extension State {
    var page: any Page {
        switch view {
        case .balance: BalancePage()
        case .evidence: EvidencePage()
        case .outlook: OutlookPage()
        case .robustness: RobustnessPage()
        case .compare: ComparePage()
        case .article: ArticlePage()
        }
    }
}

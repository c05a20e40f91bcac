import CellGrid

/// What a view brings: what can be focused, how it is drawn, which keys matter. What keys do depends on the focus alone.
protocol Page: Sendable {
    /// In reading order, by the groups that Tab goes through.
    func groups(_ state: State) -> [[Focus]]
    func render(_ painter: inout Painter, _ rect: Rect)
    /// For the footer, the most useful first.
    func hints(_ state: State) -> [CommandID]
    /// Where a move leads that is not the next or last item in reading order; `nil` where it is.
    func neighbour(of focus: Focus, _ move: CommandID, _ state: State) -> Focus?
}

extension Page {
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

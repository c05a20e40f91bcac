import CellGrid

/// Moving in a list of an overlay.
enum Choices {
    /// The row that a command leads to from `row`, or `nil` when it is none of moving.
    static func moved(_ row: Int, by command: CommandID?, in count: Int, page: Int = 10) -> Int? {
        let last = max(0, count - 1)
        return switch command {
        case .up: max(0, row - 1)
        case .down: min(last, row + 1)
        case .increaseMore: max(0, row - page)
        case .decreaseMore: min(last, row + page)
        case .first: 0
        case .last: last
        default: nil
        }
    }

    /// The same for the keys that stay free while a text is typed.
    static func moved(_ row: Int, by key: Key, in count: Int, page: Int = 10) -> Int? {
        let command: CommandID? =
            switch key {
            case .up, .control("p"): .up
            case .down, .control("n"): .down
            case .pageUp: .increaseMore
            case .pageDown: .decreaseMore
            default: nil
            }
        return moved(row, by: command, in: count, page: page)
    }
}

import CellGrid

/// The views, in the order of their keys 1 to 6.
public enum View: String, Sendable, Hashable, CaseIterable {
    case balance, evidence, outlook, robustness, compare, article
}

/// A thing that a reader can stand on. What a key does there depends on the kind alone, in every view.
public enum Focus: Sendable, Hashable {
    /// By index in the model.
    case dimension(Int)
    case dynamic(Int)
    case interaction(Int)
    case takeaway(Int)
    case indicator(dimension: Int, indicator: Int)
    case fact(dynamic: Int, fact: Int)
    case claim(Int)
    /// A scenario, by its place in `State.scenarios`.
    case scenario(Int)
    /// A section of a view that is there to be read.
    case section(Int)
}

/// A place where the mouse does something.
struct Hit: Sendable, Hashable {
    enum Target: Sendable, Hashable {
        case focus(Focus)
        /// A slider whose first and last column stand for 0 and 100 %.
        case slider(Focus, from: Int, to: Int)
        /// Years from the base year to the last, between two columns.
        case years(from: Int, to: Int)
        /// Two dynamics at once, each from 0 to 100 %: the first to the right in so many steps, the second upwards.
        case plane(first: Int, second: Int, columns: Int)
        case command(CommandID)
        /// An item in another view, to go to.
        case leap(Focus)
        /// A row of the list in the topmost overlay.
        case choice(Int)
        /// A scale in the topmost overlay, by its row there, whose first and last column stand for 0 and 100 %.
        case scale(Int, from: Int, to: Int)
    }
    var rect: Rect
    var target: Target
}

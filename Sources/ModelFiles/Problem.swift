import BalanceModel

/// One thing wrong in a file: where, what, and what is expected instead.
public struct Problem: Error, Sendable, Hashable {
    public let place: Place
    let complaint: Complaint

    public var line: Int { place.line }
    public var column: Int { place.column }

    init(_ complaint: Complaint, at place: Place) {
        self.complaint = complaint
        self.place = place
    }

    /// A problem found by others in a file that was read here, such as a key binding that can't be.
    public init(at place: Place, en: String, fr: String) {
        self.init(.other(en: en, fr: fr), at: place)
    }

    /// One line, without the place.
    public func message(_ language: Language) -> String { complaint.words(Words(language)) }

    /// `FILE:LINE:COLUMN: error: what, and what is expected` (contract §1), on one line without control characters.
    public func rendered(file: String, _ language: Language) -> String {
        "\(Printable.text(file)):\(line):\(column): error: \(message(language))"
    }
}

/// All problems of a file, by place; never empty where it is thrown.
public struct ProblemList: Error, Sendable, Hashable {
    public let problems: [Problem]

    /// Sorts by place; those at one place keep their order.
    public init(_ problems: [Problem]) {
        self.problems = problems.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    }

    public func lines(file: String, _ language: Language) -> [String] {
        problems.map { $0.rendered(file: file, language) }
    }
}

/// Where decoders put what they find; a class, because they all share one.
final class ProblemLog {
    private(set) var problems: [Problem] = []
    var isEmpty: Bool { problems.isEmpty }

    init(_ problems: [Problem] = []) { self.problems = problems }

    func complain(_ complaint: Complaint, at place: Place) {
        problems.append(Problem(complaint, at: place))
    }

    /// The candidate most like `word`; not looked for any more in a file that is wrong all over.
    func nearest(to word: String, in candidates: [String]) -> String? {
        problems.count < 200 ? Nearest.match(for: word, in: candidates) : nil
    }

    /// The result if nothing was wrong.
    func finish<Result>(_ result: Result?) throws(ProblemList) -> Result {
        guard let result, isEmpty else { throw ProblemList(problems) }
        return result
    }
}

import BalanceModel
import Wording

/// One thing that can be found.
struct SearchEntry: Sendable, Hashable {
    /// Where it leads.
    var focus: Focus
    var kind: Phrase
    /// What the list shows.
    var title: Phrase
    /// What it belongs to.
    var context: Phrase
    /// All its texts, ids first; its title is found in both languages, the rest in the one on screen.
    var texts: [String]
    fileprivate var folded: [[UInt8]]
    fileprivate var foldedTitles: [[UInt8]]

    init(_ focus: Focus, kind: Phrase? = nil, title: Phrase, context: Phrase = Phrase("", ""), texts: [String?]) {
        self.focus = focus
        self.kind = kind ?? focus.kind
        self.title = title
        self.context = context
        self.texts = texts.compactMap { $0 }.filter { !$0.isEmpty }
        folded = self.texts.map { searched($0) }
        foldedTitles = Array(Set([title.en, title.fr])).map { searched($0) }
    }

    /// How well the words of a query fit: 0 is best; `nil` where one of them is nowhere.
    func rank(_ words: [[UInt8]]) -> Int? {
        guard words.allSatisfy({ word in (foldedTitles + folded).contains { $0.place(of: word) != nil } }) else {
            return nil
        }
        let whole = Array(words.joined(separator: [0x20]))
        if folded.first == whole || foldedTitles.contains(where: { $0 == whole }) { return 0 }
        if foldedTitles.contains(where: { $0.starts(with: whole) }) { return 1 }
        if foldedTitles.contains(where: { title in words.allSatisfy { title.startsWord($0) } }) { return 2 }
        if foldedTitles.contains(where: { title in words.allSatisfy { title.place(of: $0) != nil } }) { return 3 }
        return (foldedTitles + folded).contains { text in words.allSatisfy { text.startsWord($0) } } ? 4 : 5
    }

    /// The text in which the first word is found that the title doesn't show, and where; `nil` when the title shows all.
    func evidence(of words: [[UInt8]], in language: Language) -> (text: String, place: Int)? {
        let title = searched(self.title(language))
        guard let word = words.first(where: { title.place(of: $0) == nil }) else { return nil }
        for text in texts {
            guard let place = searched(text).place(of: word) else { continue }
            // Folding works character by character: count them up to the byte found.
            var bytes = 0
            let before = text.prefix { character in
                bytes += searched(String(character)).count
                return bytes <= place
            }
            return (text, before.count)
        }
        return nil
    }
}

extension State {
    /// Everything with a text, in the order in which equals are listed.
    func searchEntries() -> [SearchEntry] {
        dimensionEntries + dynamicEntries + takeawayEntries + scenarioEntries + claimEntries + figureEntries
            + sourceEntries + aboutEntries
    }

    /// In the language on screen: a text in the other would be shown to a reader who did not ask for it.
    private func shown(_ text: LocalizedText?) -> [String?] { [text?(language)] }

    private var dimensionEntries: [SearchEntry] {
        model.dimensions.enumerated().map { i, dimension in
            SearchEntry(
                .dimension(i), title: dimension.name.phrase,
                texts: [dimension.id] + shown(dimension.name) + shown(dimension.short) + shown(dimension.summary)
                    + shown(dimension.thesis.rationale))
        }
    }

    private var dynamicEntries: [SearchEntry] {
        model.dynamics.enumerated().map { d, dynamic in
            SearchEntry(
                .dynamic(d), title: dynamic.name.phrase,
                texts: [dynamic.id] + shown(dynamic.name) + shown(dynamic.short) + shown(dynamic.summary)
                    + dynamic.effects.flatMap { shown($0.rationale) })
        }
            + model.interactions.enumerated().map { k, interaction in
                SearchEntry(
                    .interaction(k), title: name(of: .interaction(k)), texts: shown(interaction.rationale))
            }
    }

    private var takeawayEntries: [SearchEntry] {
        model.takeaways.enumerated().map { k, takeaway in
            SearchEntry(
                .takeaway(k), title: takeaway.text.phrase, context: Phrase(takeaway.id, takeaway.id),
                texts: [takeaway.id] + shown(takeaway.text) + shown(takeaway.detail))
        }
    }

    private var scenarioEntries: [SearchEntry] {
        scenarios.enumerated().map { k, scenario in
            SearchEntry(
                .scenario(k), title: scenario.name.phrase,
                texts: [scenario.id] + shown(scenario.name) + shown(scenario.story))
        }
    }

    private var claimEntries: [SearchEntry] {
        ArticleSection.all(model).flatMap { section in
            section.claims.map { k in
                let claim = model.claims[k]
                // A text and no name: found in the language on screen only.
                let text = "\(claim.id) \(claim.text(language))"
                return SearchEntry(
                    .claim(k), title: Phrase(text, text),
                    context: section.title ?? Phrase(section.prefix, section.prefix),
                    texts: [claim.id] + shown(claim.text))
            }
        }
    }

    private var figureEntries: [SearchEntry] {
        model.dimensions.enumerated().flatMap { i, dimension in
            dimension.indicators.enumerated().map { j, indicator in
                SearchEntry(
                    .indicator(dimension: i, indicator: j), title: indicator.name.phrase,
                    context: dimension.name.phrase,
                    texts: [indicator.id] + shown(indicator.name) + shown(indicator.unit) + shown(indicator.note))
            }
        }
            + model.dynamics.enumerated().flatMap { d, dynamic in
                dynamic.facts.enumerated().map { f, fact in
                    SearchEntry(
                        .fact(dynamic: d, fact: f), title: fact.name.phrase, context: dynamic.name.phrase,
                        texts: [fact.id] + shown(fact.name) + shown(fact.unit) + shown(fact.note)
                            + fact.observations.flatMap { shown($0.period) })
                }
            }
    }

    /// Each source once, leading to the first figure taken from it.
    private var sourceEntries: [SearchEntry] {
        var order: [Source] = []
        var uses: [Source: [Focus]] = [:]
        func add(_ source: Source?, _ focus: Focus) {
            guard let source else { return }
            let work = Source(publisher: source.publisher, title: source.title, date: source.date)
            if uses[work] == nil { order.append(source) }
            uses[work, default: []].append(focus)
        }
        for (i, dimension) in model.dimensions.enumerated() {
            for (j, indicator) in dimension.indicators.enumerated() {
                add(indicator.source, .indicator(dimension: i, indicator: j))
            }
        }
        for (d, dynamic) in model.dynamics.enumerated() {
            for (f, fact) in dynamic.facts.enumerated() { add(fact.source, .fact(dynamic: d, fact: f)) }
        }
        return order.compactMap { source in
            let work = Source(publisher: source.publisher, title: source.title, date: source.date)
            guard let figures = uses[work], let first = figures.first else { return nil }
            let text = [source.publisher, source.title, source.date].compactMap { $0 }.joined(separator: ", ")
            let name = name(of: first)
            let more = figures.count > 1 ? " (+\(figures.count - 1))" : ""
            return SearchEntry(
                first, kind: Phrase("source", "source"), title: Phrase(text, text),
                context: Phrase(name.en + more, name.fr + more), texts: [source.url])
        }
    }

    private var aboutEntries: [SearchEntry] {
        guard let about = model.about else { return [] }
        return [
            SearchEntry(.section(0), title: model.title.phrase, texts: [model.id] + shown(model.title) + shown(about))
        ]
    }
}

/// A text as the search compares it, in UTF-8: folded, and with hyphens parting words as spaces do, so that
/// “etats unis” finds “États-Unis”.
func searched(_ text: String) -> [UInt8] { folded(text).utf8.map { $0 == 0x2D ? 0x20 : $0 } }

extension [UInt8] {
    /// Where `part` first stands, from `start` on.
    fileprivate func place(of part: [UInt8], from start: Int = 0) -> Int? {
        guard let first = part.first, count >= part.count else { return nil }
        var place = start
        while place <= count - part.count {
            if self[place] == first, self[place..<place + part.count].elementsEqual(part) { return place }
            place += 1
        }
        return nil
    }

    /// Whether `part` stands at the start of a word.
    fileprivate func startsWord(_ part: [UInt8]) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool {
            byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
        }
        var from = 0
        while let place = place(of: part, from: from) {
            if place == 0 || !isLetter(self[place - 1]) { return true }
            from = place + 1
        }
        return false
    }
}

extension Language {
    var other: Language { self == .en ? .fr : .en }
}

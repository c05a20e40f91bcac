/// Tidy rows of the same figures as the JSON: `section,id,name,value`, quoted as RFC 4180 has it, lines ended by a line
/// feed. What is missing is an empty value.
enum CSV {
    static func render(_ value: JSONValue) -> String {
        guard case .object(let members) = value else { return "" }
        var text = "section,id,name,value\n"
        for member in members {
            switch member.value {
            case .null, .bool, .integer, .number, .string:
                row(to: &text, "report", "", member.key, member.value)
            case .byID: rows(to: &text, member.key, "", member.key, member.value)
            case .array, .object: rows(to: &text, member.key, "", "", member.value)
            }
        }
        return text
    }

    /// Names of nested figures are joined by dots, ids of nested objects by slashes; elements of a list without an id
    /// are numbered.
    private static func rows(
        to text: inout String, _ section: String, _ id: String, _ name: String, _ value: JSONValue
    ) {
        switch value {
        case .null, .bool, .integer, .number, .string: row(to: &text, section, id, name, value)
        case .object(let members):
            for member in members {
                rows(to: &text, section, id, joined(name, member.key, "."), member.value)
            }
        case .byID(let members):
            for member in members {
                rows(to: &text, section, joined(id, member.key, "/"), name, member.value)
            }
        case .array(let elements):
            for (number, element) in elements.enumerated() {
                let key = Self.key(of: element)
                rows(to: &text, section, joined(id, key.id ?? String(number + 1), "/"), name, key.rest)
            }
        }
    }

    /// What names an element, and the element without it.
    private static func key(of element: JSONValue) -> (id: String?, rest: JSONValue) {
        guard case .object(let members) = element, let first = members.first,
            ["id", "year", "input"].contains(first.key)
        else { return (nil, element) }
        return (first.value.scalar, .object(Array(members.dropFirst())))
    }

    private static func joined(_ a: String, _ b: String, _ separator: String) -> String {
        a.isEmpty ? b : a + separator + b
    }

    private static func row(
        to text: inout String, _ section: String, _ id: String, _ name: String, _ value: JSONValue
    ) {
        let cell = value.scalar
        let shown = cell == "null" && !value.isString ? "" : cell
        text += [section, id, name, shown].map(field).joined(separator: ",") + "\n"
    }

    /// Quoted where it holds a comma, a quote, a line break or outer spaces.
    static func field(_ text: String) -> String {
        let special = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        guard special || text.hasPrefix(" ") || text.hasSuffix(" ") else { return text }
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { result += "\"\"" } else { result.unicodeScalars.append(scalar) }
        }
        return result + "\""
    }
}

extension JSONValue {
    fileprivate var isString: Bool {
        if case .string = self { return true }
        return false
    }
}

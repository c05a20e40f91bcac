import Foundation

/// What Foundation's decoder makes of a JSON text. (`JSONSerialization` on Linux rounds the last digits away.)
enum ParsedJSON: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([ParsedJSON])
    case object([String: ParsedJSON])

    init(_ text: String) throws { self = try JSONDecoder().decode(ParsedJSON.self, from: Data(text.utf8)) }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([ParsedJSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: ParsedJSON].self))
        }
    }

    /// `nil` where there is no such key, or this is no object.
    subscript(key: String) -> ParsedJSON? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    var elements: [ParsedJSON] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    var members: [String: ParsedJSON] {
        guard case .object(let members) = self else { return [:] }
        return members
    }

    var number: Double? {
        guard case .number(let value) = self else { return nil }
        return value
    }
}

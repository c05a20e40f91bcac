import Wording

/// A JSON text under construction: keys keep their order, numbers every digit.
enum JSONValue: Sendable, Hashable {
    struct Member: Sendable, Hashable {
        var key: String
        var value: JSONValue
    }

    case null
    case bool(Bool)
    case integer(UInt64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// An object whose keys are names of figures.
    case object([Member])
    /// An object whose keys are ids of the model: the same in JSON, told apart in tidy rows.
    case byID([Member])

    static func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
    static func string(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

    static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member(key: $0.key, value: $0.value) })
    }

    static func byID(_ ids: [String], _ values: [Double]) -> JSONValue {
        .byID(zip(ids, values).map { Member(key: $0, value: .number($1)) })
    }

    /// Two spaces a level, one member or element a line.
    var rendered: String {
        var text = ""
        write(to: &text, indentation: "\n")
        return text
    }

    private func write(to text: inout String, indentation: String) {
        switch self {
        case .null, .bool, .integer: text += scalar
        case .number(let value): text += value.isFinite || value.isNaN ? scalar : "\"\(scalar)\""
        case .string(let value): Self.write(quoted: value, to: &text)
        case .array(let elements):
            Self.write(elements, "[", "]", to: &text, indentation) { $0.write(to: &$1, indentation: $2) }
        case .object(let members), .byID(let members):
            Self.write(members, "{", "}", to: &text, indentation) {
                Self.write(quoted: $0.key, to: &$1)
                $1 += ": "
                $0.value.write(to: &$1, indentation: $2)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], _ open: String, _ close: String, to text: inout String, _ indentation: String,
        _ write: (Item, inout String, String) -> Void
    ) {
        text += open
        for (i, item) in items.enumerated() {
            text += (i == 0 ? "" : ",") + indentation + "  "
            write(item, &text, indentation + "  ")
        }
        text += (items.isEmpty ? "" : indentation) + close
    }

    /// A scalar without quotes, as a cell of a table has it; empty for what is missing.
    var scalar: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value):
            value.isFinite ? Numbers.exact(value) : value.isNaN ? "null" : value > 0 ? "infinity" : "-infinity"
        case .string(let value): value
        case .array, .object, .byID: ""
        }
    }

    private static func write(quoted string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

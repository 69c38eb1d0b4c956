import ShiftReport
import TextRecords

extension JSONValue {
    /// What it is, for a message: the value of a number, a flag or a short text, else its kind.
    var shown: String {
        switch self {
        case .null: "null"
        case .flag(let flag): "\(flag)"
        case .number(let number): NumberText.typed(number)
        case .text(let text): text.count <= 40 ? "\"\(text)\"" : "\"\(text.prefix(40))…\""
        case .list: "[…]"
        case .object: "{…}"
        }
    }
}

import Foundation

@testable import TextRecords

/// A document that our own parser and the decoder both take is the same to both.
func fuzzJSONValue(_ bytes: [UInt8]) {
    guard let value = JSONValue(document: bytes), let decoded = try? JSONDecoder().decode(Decoded.self, from: Data(bytes))
    else {
        return
    }
    require(decoded.isLike(value), "\(shown(bytes)) is read as \(value), decoded as \(decoded)")
}

/// What the decoder makes of a document.
private indirect enum Decoded: Decodable {
    case null, flag(Bool), number(Double), text(String), list([Decoded]), object([String: Decoded])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let object = try? container.decode([String: Decoded].self) {
            self = .object(object)
        } else if let list = try? container.decode([Decoded].self) {
            self = .list(list)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }

    func isLike(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.null, .null): true
        case (.flag(let own), .flag(let other)): own == other
        case (.number(let own), .number(let other)): own == other
        case (.text(let own), .text(let other)): own == other
        case (.list(let own), .list(let other)):
            own.count == other.count && zip(own, other).allSatisfy { $0.isLike($1) }
        case (.object(let own), .object(let other)):
            own.count == other.count && own.allSatisfy { key, value in other[key].map(value.isLike) ?? false }
        default: false
        }
    }
}

/// What a record has under a field.
public enum ValueKind: UInt8, CaseIterable, Sendable {
    /// A JSON string, or a line of plain text.
    case text
    /// A JSON number.
    case number
    /// `true` or `false`.
    case boolean
    /// `null`.
    case null
    /// A JSON array.
    case array
    /// A JSON object.
    case object
    /// The record does not have the field.
    case missing
}

/// What is wrong with a text that should be JSON.
public enum JSONFault: Error, Hashable, Sendable {
    /// The text ends inside a string.
    case unclosedString
    /// The text ends inside an object or an array.
    case unclosed(ValueKind)
    /// A byte that cannot stand here, and what could.
    case unexpected(byte: UInt8, expected: Expectation)
    /// A bare word that is neither `true`, `false` nor `null`, such as `NaN`; its first 32 bytes.
    case unknownWord(String)
    /// A number that JSON does not allow, such as `01` or `1.`; its first 32 bytes.
    case malformedNumber(String)
    /// A backslash that does not start an escape.
    case malformedEscape
    /// A control character, unescaped, inside a string.
    case controlCharacter(UInt8)
    /// Something goes on after the value, such as a second object.
    case trailingContent
    /// Arrays and objects nested more than 1,024 deep.
    case tooDeep
    /// A text of 4 GiB or more.
    case tooLong
    /// Memory ran out.
    case outOfMemory
    /// The parser refused the text for a reason it does not give.
    case unexplained

    /// What JSON requires at some place.
    public enum Expectation: String, Sendable {
        /// A value.
        case value
        /// A key in double quotes.
        case key
        /// The colon between a key and its value.
        case colon
        /// A comma, or the closing brace or bracket.
        case commaOrEnd
    }
}

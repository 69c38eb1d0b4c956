/// What a value of a document that is read back has to be.
public enum ExpectedValue: Sendable, Equatable {
    /// true or false.
    case flag
    /// Any text.
    case text
    /// One of these texts.
    case oneOf([String])
    /// Any number.
    case number
    /// A whole number in the range.
    case wholeNumbers(ClosedRange<Double>)
    /// A number in the range.
    case numbers(ClosedRange<Double>)
    /// An object.
    case object
    /// A list.
    case list
    /// A list of so many elements, as many as another one has.
    case listOfLength(Int)
    /// Numbers each of which is at least the one before.
    case risingNumbers
    /// The name of a file without a folder.
    case fileName
}

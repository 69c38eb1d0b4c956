/// What to do about a record that cannot be read.
public enum ErrorPolicy: String, CaseIterable, Sendable {
    /// Throw the first such record's error.
    case stop
    /// Leave the record out and keep count.
    case skip
}

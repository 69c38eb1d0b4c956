/// A double that is not a finite number.
public enum NonFiniteNumber: String, Sendable {
    /// Not a number.
    case notANumber
    /// Above every number.
    case positiveInfinity
    /// Below every number.
    case negativeInfinity
}

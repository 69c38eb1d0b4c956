import Statistics

/// What can be wrong with a weighting, or with the numbers that it is given; payloads are values, the wording belongs to the caller.
public enum WeightError: Error, Equatable, Sendable {
    /// No weighting is called `name`: it is none of `ratio`, `relative:ALPHA`, `clip:C`, `discriminator`, `class-prior`.
    case unknownWeighting(name: String)
    /// The weighting `name` needs a number (`found` nil: none was given), or takes none (`found` is what was given).
    case badParameter(name: String, found: String?)
    /// The number of the weighting `name` is outside `minimum...maximum` (`maximum` may be infinite, itself not allowed).
    case parameterOutOfRange(name: String, found: Double, minimum: Double, maximum: Double)
    /// The share of groups that may be validated on is outside its range: `0 < share <= 1`.
    case poolOutOfRange(found: Double)
    /// The numbers that the weights are computed from are none.
    case numbers(StatisticsError)
}

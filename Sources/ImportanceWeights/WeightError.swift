/// What can be wrong with the numbers given to this module; payloads are values; the wording is up to the caller.
public enum WeightError: Error, Equatable, Sendable {
    /// No weighting is called `name`: it is none of `ratio`, `relative:ALPHA`, `clip:C`, `discriminator`.
    case unknownWeighting(name: String)
    /// The weighting `name` needs a number (`found` nil: none was given), or takes none (`found` is what was given).
    case badParameter(name: String, found: String?)
    /// The number of the weighting `name` is outside `minimum...maximum` (`maximum` may be infinite, itself not allowed).
    case parameterOutOfRange(name: String, found: Double, minimum: Double, maximum: Double)
    /// An array that runs parallel to another of `expected` elements has `found`.
    case lengthMismatch(expected: Int, found: Int)
    /// A calculation that needs at least one row was given none.
    case noRows
    /// More rows than the packed ranks hold.
    case tooManyRows(found: Int, maximum: Int)
    /// A score is NaN.
    case notANumber(row: Int)
    /// A probability is NaN or outside 0...1.
    case probabilityOutOfRange(row: Int, found: Double)
    /// A weight is negative, NaN or infinite.
    case badWeight(row: Int, found: Double)
    /// All weights are zero, or sum to zero on each side that is compared.
    case zeroTotalWeight
    /// A side has no rows.
    case emptySide(trainRows: Int, testRows: Int)
    /// No fold holds rows of both sides, so that no pair can be compared.
    case noComparablePairs
    /// A share is outside its range: `0 < share <= 1`.
    case shareOutOfRange(found: Double)
    /// A count (of draws, bins, points, permutations) is below `minimum`.
    case countTooSmall(found: Int, minimum: Int)
    /// A row number is outside `0..<rows`.
    case rowOutOfRange(found: Int, rows: Int)
}

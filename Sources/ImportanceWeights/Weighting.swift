/// How a discriminator's probability of "test" becomes the weight of a training row.
///
/// Written as `ratio`, `relative:ALPHA`, `clip:C`, `discriminator` or `class-prior`; ``description`` writes what ``init(parsing:)`` reads.
public enum Weighting: Sendable, Equatable, Hashable {
    /// The density ratio r = D/(1-D): unbiased, with the greatest variance.
    case ratio
    /// The relative density ratio r/(αr + 1-α), at most 1/α (Yamada et al. 2013, "Relative density-ratio estimation for
    /// robust distribution comparison"), with 0 <= α <= 1: 0 is the plain ratio, 1 no weighting at all.
    case relative(alpha: Double)
    /// The ratio at mean 1, cut off at `cap` >= 1 times the mean, then brought to mean 1 again (truncated importance
    /// sampling, Ionides 2008, whose choice of cap is √n). The second step raises the bound to `cap` divided by the
    /// share of mass that the cut left.
    case clip(cap: Double)
    /// D itself: half of the relative ratio at α = ½, before normalising.
    case discriminator
    /// Not the discriminator's ratio but that of the row's class, q(y)/p(y), for a shift of the classes' shares alone (Saerens et al. 2002).
    case classPrior

    /// The weighting that `text` names.
    /// - Throws: ``WeightError/unknownWeighting(name:)``, ``WeightError/badParameter(name:found:)``,
    ///   ``WeightError/parameterOutOfRange(name:found:minimum:maximum:)``.
    public init(parsing text: String) throws(WeightError) {
        let colon = text.firstIndex(of: ":")
        let name = String(text[..<(colon ?? text.endIndex)])
        let parameter = colon.map { String(text[text.index(after: $0)...]) }
        switch name {
        case "ratio", "discriminator":
            guard parameter == nil else { throw .badParameter(name: name, found: parameter) }
            self = name == "ratio" ? .ratio : .discriminator
        case "class-prior":
            guard parameter == nil else { throw .badParameter(name: name, found: parameter) }
            self = .classPrior
        case "relative":
            self = .relative(alpha: try Self.number(parameter, name: name, minimum: 0, maximum: 1))
        case "clip":
            self = .clip(cap: try Self.number(parameter, name: name, minimum: 1, maximum: .infinity))
        default:
            throw .unknownWeighting(name: text)
        }
    }

    private static func number(
        _ text: String?, name: String, minimum: Double, maximum: Double
    ) throws(WeightError) -> Double {
        guard let text, let value = Double(text), !value.isNaN else { throw .badParameter(name: name, found: text) }
        try inRange(value, name: name, minimum: minimum, maximum: maximum)
        return value
    }

    private static func inRange(
        _ value: Double, name: String, minimum: Double, maximum: Double
    ) throws(WeightError) {
        guard value >= minimum, value <= maximum, value.isFinite else {
            throw .parameterOutOfRange(name: name, found: value, minimum: minimum, maximum: maximum)
        }
    }

    /// Repeats the range check of ``init(parsing:)`` for a value that was built in code.
    func checkParameter() throws(WeightError) {
        switch self {
        case .relative(let alpha): try Self.inRange(alpha, name: "relative", minimum: 0, maximum: 1)
        case .clip(let cap): try Self.inRange(cap, name: "clip", minimum: 1, maximum: .infinity)
        case .ratio, .discriminator, .classPrior: break
        }
    }
}

extension Weighting {
    /// The largest weight of one row, in multiples of the mean ratio; infinite for the plain ratio.
    public var bound: Double {
        switch self {
        case .ratio, .classPrior: .infinity
        case .relative(let alpha): 1 / alpha
        case .clip(let cap): cap
        case .discriminator: 2
        }
    }

    /// Whether the form keeps a single one of `rows` rows from carrying everything. Weights of mean 1 are at most `rows`
    /// anyway, so a bound that high has no effect: `relative:0` is the plain ratio, and so is `clip:1000000` with fewer rows.
    public func isBounded(overRows rows: Int) -> Bool { bound < Double(rows) }
}

/// Encoded as the text that ``init(parsing:)`` reads.
extension Weighting: Codable {
    /// - Throws: `DecodingError` for text that names no weighting.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(parsing: text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    /// Writes ``description``.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Weighting: CustomStringConvertible {
    /// The text that ``init(parsing:)`` reads back into an equal value.
    public var description: String {
        switch self {
        case .ratio: "ratio"
        case .discriminator: "discriminator"
        case .classPrior: "class-prior"
        case .relative(let alpha): "relative:" + Self.shortest(alpha)
        case .clip(let cap): "clip:" + Self.shortest(cap)
        }
    }

    /// The shortest decimals that read back as `value`, without the ".0" of whole numbers.
    private static func shortest(_ value: Double) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

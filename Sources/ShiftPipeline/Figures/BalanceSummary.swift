/// Whether the weights make train look like test: a fresh discriminator, of other folds, asked out of group and fold.
public struct BalanceSummary: Codable, Sendable, Equatable {
    /// AUC of train as it is against test.
    public var unweighted: ValidationCheck.Area
    /// AUC of weighted train against test; 0.5 is what one hopes for.
    public var weighted: ValidationCheck.Area
    /// Rows of train that took part; of a large corpus a sample.
    public var trainRows: Int
    /// Rows of test that took part.
    public var testRows: Int

    /// How much of the unweighted AUC's way from ½ is left: 0 for none, 1 for all of it.
    public var left: Double { ValidationCheck.left(weighted, of: unweighted) }

    package init(unweighted: ValidationCheck.Area, weighted: ValidationCheck.Area, trainRows: Int, testRows: Int) {
        self.unweighted = unweighted
        self.weighted = weighted
        self.trainRows = trainRows
        self.testRows = testRows
    }

    private enum Key: String, CodingKey {
        case unweighted, weighted, trainRows, testRows, left
    }

    /// Reads what ``encode(to:)`` wrote; ``left`` follows from the rest.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        unweighted = try container.decode(ValidationCheck.Area.self, forKey: .unweighted)
        weighted = try container.decode(ValidationCheck.Area.self, forKey: .weighted)
        trainRows = try container.decode(Int.self, forKey: .trainRows)
        testRows = try container.decode(Int.self, forKey: .testRows)
    }

    /// With ``left``.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(unweighted, forKey: .unweighted)
        try container.encode(weighted, forKey: .weighted)
        try container.encode(trainRows, forKey: .trainRows)
        try container.encode(testRows, forKey: .testRows)
        try container.encode(left, forKey: .left)
    }
}

extension ValidationCheck {
    /// How much of the way of `whole` from ½ an AUC keeps, at least 0; 1 where `whole` has none and the AUC has.
    static func left(_ area: Area, of whole: Area) -> Double {
        let (way, own) = (whole.auc - 0.5, max(area.auc - 0.5, 0))
        return way > 0 ? own / way : own > 0 ? 1 : 0
    }

    /// ``left(_:of:)``, if the AUC is beyond chance by its interval; nil otherwise.
    static func clearlyLeft(_ area: Area, of whole: Area) -> Double? { area.lower > 0.5 ? left(area, of: whole) : nil }
}

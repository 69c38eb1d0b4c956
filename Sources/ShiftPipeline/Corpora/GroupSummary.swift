/// Which rows were kept together, and what repeats.
public struct GroupSummary: Codable, Sendable, Equatable {
    /// Fields (or the key) whose equal values make groups, besides exact duplicates.
    public var by: [String]
    /// Rows that nearly repeat an earlier one in a field, without repeating it: they are kept together too.
    public var nearDuplicates: Int?
    /// Fields whose values would have joined too many rows to one group, so that they join none: those with most links; nil for none.
    public var cut: [String]?
    /// Documents that marks in the files begin, such as `-DOCSTART-`, whose rows are kept together; nil for none.
    public var documents: Int?
    /// Rows of stock texts: whole records that so many rows repeat that they keep no rows together.
    public var stockRows: Int?
    /// Rows of train, and of test, without any text in the used fields; nil for none.
    public var blankTrain: Int?
    /// Likewise of test.
    public var blankTest: Int?
    /// A key that was found to keep rows together although nobody named it; nil for none.
    public var found: String?
    /// Other keys that repeat, which `--group` could name.
    public var proposed: [String]?
    /// Groups with rows of train.
    public var train: Int
    /// Groups with rows of test.
    public var test: Int
    /// Groups with rows of both.
    public var shared: Int
    /// Rows of the largest group.
    public var largest: Int
    /// Values that are shared by too many rows to define a group, such as a constant instruction.
    public var constantValues: Int
    /// Training rows that repeat an earlier one in all used fields.
    public var duplicatesInTrain: Int
    /// Test rows that repeat an earlier test row in all used fields.
    public var duplicatesInTest: Int
    /// Test rows that are also in train, in all used fields.
    public var testRowsInTrain: Int
    /// Test rows whose longest field nearly repeats one of train (estimated Jaccard index of 0.8 or more over character
    /// n-grams) without being equal to one; nil where nothing was featurised.
    public var testRowsNearTrain: Int?

    package init(
        by: [String], train: Int, test: Int, shared: Int, largest: Int, constantValues: Int, duplicatesInTrain: Int,
        duplicatesInTest: Int, testRowsInTrain: Int, testRowsNearTrain: Int? = nil, nearDuplicates: Int? = nil,
        cut: [String]? = nil, stockRows: Int? = nil, found: String? = nil, proposed: [String]? = nil,
        blankTrain: Int? = nil, blankTest: Int? = nil, documents: Int? = nil
    ) {
        self.by = by
        (self.nearDuplicates, self.cut, self.stockRows) = (nearDuplicates, cut, stockRows)
        self.documents = documents
        (self.found, self.proposed) = (found, proposed)
        (self.blankTrain, self.blankTest) = (blankTrain, blankTest)
        self.train = train
        self.test = test
        self.shared = shared
        self.largest = largest
        self.constantValues = constantValues
        self.duplicatesInTrain = duplicatesInTrain
        self.duplicatesInTest = duplicatesInTest
        self.testRowsInTrain = testRowsInTrain
        self.testRowsNearTrain = testRowsNearTrain
    }

    /// The same with near copies counted.
    func counting(nearCopies: Int) -> GroupSummary {
        var summary = self
        summary.testRowsNearTrain = nearCopies
        return summary
    }
}

/// Which rows were kept together, and what repeats.
public struct GroupSummary: Codable, Sendable, Equatable {
    /// Fields (or the key) whose equal values make groups, besides exact duplicates.
    public var by: [String]
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
        duplicatesInTest: Int, testRowsInTrain: Int, testRowsNearTrain: Int? = nil
    ) {
        self.by = by
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
        GroupSummary(
            by: by, train: train, test: test, shared: shared, largest: largest, constantValues: constantValues,
            duplicatesInTrain: duplicatesInTrain, duplicatesInTest: duplicatesInTest, testRowsInTrain: testRowsInTrain,
            testRowsNearTrain: nearCopies)
    }
}

import TextRecords

/// A number that is added to records.
package enum AddedNumber: Sendable {
    /// The weight of a training row.
    case weight
    /// How test-like a row is.
    case pTest
    /// The fold that a model of one's own is to hold a training row out in.
    case cvFold

    /// The key that it is added under.
    package var name: String {
        switch self {
        case .weight: "sample_weight"
        case .pTest: "p_test"
        case .cvFold: "cv_fold"
        }
    }

    /// The names of the numbers that are whole.
    package static let wholes: Set<String> = [AddedNumber.cvFold.name]

    /// - Throws: `RecordError.keyExists` at the first record that already has a key to be added.
    static func checkAbsence(train: CorpusSurvey, test: CorpusSurvey) throws(RecordError) {
        for (side, numbers) in [(train, [AddedNumber.weight, .pTest, .cvFold]), (test, [.pTest])] {
            for number in numbers {
                guard let place = side.field(named: number.name)?.firstPresence else { continue }
                throw .keyExists(place, key: number.name)
            }
        }
    }
}

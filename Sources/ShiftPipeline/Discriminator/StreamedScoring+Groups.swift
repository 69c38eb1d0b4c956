import ShiftModel
import TextRecords

extension StreamedScoring {
    /// A test row's numbers.
    package struct TestRow: Sendable {
        package var pTest: Double
        /// The hash of its group.
        package var group: UInt64
    }

    /// The numbers of a batch of test rows, with their groups.
    package func testRows(_ table: RecordTable, _ worker: RowScorer.Worker) -> [TestRow] {
        scorer.rows(of: table, worker).map { TestRow(pTest: $0.pTest, group: $0.group) }
    }

    /// The fold that held a group out; -1 for one that is not in the fit, which all folds score.
    package func fold(ofGroup hash: UInt64) -> Int { scorer.fold(ofGroup: hash) }

    /// What the rows of a group share: that of the fit where it is in it.
    package func identity(ofGroup hash: UInt64) -> UInt64 { identities[hash] ?? hash }
}

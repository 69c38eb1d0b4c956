import ImportanceWeights
import ShiftPipeline

/// The form of the weights of some rows, for advice about it: a bound that no weight can reach does not count.
package struct WeightForm: Sendable, CustomStringConvertible {
    private let weighting: Weighting
    private let rows: Int

    /// - Parameter rows: Training rows that are weighted.
    package init(_ weighting: Weighting, rows: Int) {
        self.weighting = weighting
        self.rows = rows
    }

    /// Whether the form already keeps single rows from carrying everything.
    package var isBounded: Bool { weighting.isBounded(overRows: rows) }

    /// As `--weight` names it.
    package var description: String { weighting.description }
}

extension ShiftSummary {
    /// The form of its weights.
    package var weightForm: WeightForm { WeightForm(options.weight, rows: fit.trainRows) }
}

extension EstimateSummary.Analysis {
    /// The form of its weights.
    package var weightForm: WeightForm { WeightForm(weight, rows: trainRows) }
}

import ElementaryFunctions
import SparseFeatures

/// The rows that hold next to nothing, as one class: blank texts and single symbols.
///
/// Nothing in such a row can be compared, but its surface features lie far from all others, and a few of them would get any weight.
/// So its log ratio is at most that of the class,
///
///     log (q_b + 1/n) / (p_b + 1/n),
///
/// where q_b and p_b are the class's shares of test and train outside the row's fold, and n is the smaller side: as if each side
/// had one more such row in n.
package struct BlankRows: Sendable, Equatable {
    /// Whether each row is of the class.
    package let flags: [Bool]
    /// By fold: the greatest logit of the rows that it holds out; empty where the class has most of the rows, or all features of form
    /// were dropped, so that it cannot be told apart.
    package let limits: [Double]

    /// - Parameter surface: Row-major, segments × ``SurfaceFeatures/count``.
    package init(surface: [Float], data: LabelledRows) {
        let flags = (0..<data.count).map { Self.isBlank(surface, data.rows, $0) }
        var all = [(train: Double, test: Double)](repeating: (0, 0), count: data.folds.count)
        var blank = all
        for (row, fold) in data.folds.numbers.enumerated() {
            if data.isTest[row] { all[fold].test += 1 } else { all[fold].train += 1 }
            guard flags[row] else { continue }
            if data.isTest[row] { blank[fold].test += 1 } else { blank[fold].train += 1 }
        }
        func total(_ counts: [(train: Double, test: Double)]) -> (train: Double, test: Double) {
            counts.reduce((0, 0)) { ($0.0 + $1.train, $0.1 + $1.test) }
        }
        let (rows, blanks) = (total(all), total(blank))
        self.flags = flags
        limits =
            2 * (blanks.train + blanks.test) > rows.train + rows.test
            ? []
            : all.indices.map { fold in
                let train = max(rows.train - all[fold].train, 1)
                let test = max(rows.test - all[fold].test, 1)
                let one = 1 / min(train, test)
                return Double.log(
                    ((blanks.test - blank[fold].test) / test + one) / ((blanks.train - blank[fold].train) / train + one))
            }
    }

    /// Calibrated logits of the rows, with those of the class held.
    func held(_ logits: [Double], folds: Folds) -> [Double] {
        if limits.isEmpty { return logits }
        return logits.indices.map { flags[$0] ? min(logits[$0], limits[Int(folds.ofRow[$0])]) : logits[$0] }
    }

    /// Whether all fields of a row together hold no code point, a single one, or two that are neither letters nor digits (a symbol with
    /// its variation).
    static func isBlank(_ surface: [Float], _ rows: SegmentRows, _ row: Int) -> Bool {
        var points: Float = 0
        var marks: Float = 0
        for slot in 0..<rows.slots {
            let base = rows[row, slot] * SurfaceFeatures.count
            // Well above any blank row, and cheaper than counting.
            if surface[base] > SurfaceFeatures.logLengthOfTwo { return false }
            let length = Float(Double.exp(Double(surface[base])) - 1).rounded()
            points += length
            marks += length * SurfaceFeatures.letterShare(surface, base)
        }
        return points <= 1 || (points <= 2 && marks == 0)
    }
}

import ParallelWork
import SparseFeatures

/// The rows that a discriminator is fitted on, whatever their features, in an order that belongs to the records: sums run,
/// and the solver walks, in this order.
public struct LabelledRows: Sendable {
    /// Which segments make up each row.
    public let rows: SegmentRows
    /// Side of each row: false train, true test.
    public let isTest: [Bool]
    /// Fold of each row, 0..<folds.
    public let folds: [UInt8]
    /// Number of folds, K.
    public let foldCount: Int

    public init(rows: SegmentRows, isTest: [Bool], folds: [UInt8], foldCount: Int) {
        self.rows = rows
        self.isTest = isTest
        self.folds = folds
        self.foldCount = foldCount
    }

    /// Number of rows.
    public var count: Int { isTest.count }
}

/// A sparse view of the rows, and the strengths of fit to try on it.
public struct View: Sendable {
    /// What the view is called in reports.
    public let name: String
    /// Its features, by segment.
    public let matrix: SparseMatrix
    /// C = 1 / (λn), n the rows fitted in a fold; rising.
    public let strengths: [Double]

    public init(name: String, matrix: SparseMatrix, strengths: [Double]) {
        self.name = name
        self.matrix = matrix
        self.strengths = strengths
    }
}

/// One view at one λ, fitted once a fold.
public struct Candidate: Sendable {
    /// Name of the view.
    public let view: String
    /// Penalty λ of ``LogisticObjective``; nil for the surface view, whose penalty is fixed.
    public let lambda: Double?
    /// Out-of-fold logits, one a row.
    public let logits: [Double]
    /// Out-of-fold logits of each slot alone, without intercept: row-major, rows × slots. Empty for the surface view.
    public let slotLogits: [Float]
    /// One a fold.
    public let certificates: [FitCertificate]
    /// Balanced out-of-fold log-loss in nats; ln 2 for no information.
    public let loss: Double
    /// Where the fold models lie: the fit and the lane of each fold.
    let models: [(fit: Int, lane: Int)]
    /// The surface view's fold models; nil for the sparse views.
    let surface: SurfaceModels?
}

/// K-fold cross-fitting of all views, folds and λs: eight models to a pass over the matrix.
public struct CrossFit: Sendable {
    /// Sparse views first, each by falling λ.
    public let candidates: [Candidate]
    let fits: [LaneFit<Float>]

    /// - Parameters:
    ///   - views: Over the segments of `data`.
    ///   - data: The rows.
    ///   - rule: When each fit may stop.
    public init(views: [View], data: LabelledRows, until rule: StoppingRule, pool: WorkerPool) {
        struct Task: Sendable {
            var view: Int
            var specs: [ModelSpec]
        }
        let fitted = Double(data.count) * Double(data.foldCount - 1) / Double(data.foldCount)
        var tasks: [Task] = []
        for (number, view) in views.enumerated() {
            let specs = view.strengths.flatMap { strength in
                (0..<data.foldCount).map { ModelSpec(heldOutFold: $0, lambda: 1 / (strength * fitted)) }
            }
            for start in stride(from: 0, to: specs.count, by: 8) {
                tasks.append(Task(view: number, specs: Array(specs[start..<min(start + 8, specs.count)])))
            }
        }
        // The longest first, so that no worker is left with one at the end.
        tasks.sort {
            (views[$0.view].matrix.entries.count, $1.view) > (views[$1.view].matrix.entries.count, $0.view)
        }
        let planned = tasks
        let means = pool.map(views.count) { MeanRow(views[$0].matrix, data) }
        let fits = pool.map(planned.count) { item in
            Solver<Float>(
                matrix: views[planned[item].view].matrix, mean: means[planned[item].view], rows: data.rows,
                isTest: data.isTest, folds: data.folds
            ).fit(planned[item].specs, until: rule)
        }
        self.fits = fits
        candidates = views.enumerated().flatMap { number, view in
            view.strengths.map { strength in
                let lambda = 1 / (strength * fitted)
                let models = (0..<data.foldCount).map { fold in
                    Self.find(ModelSpec(heldOutFold: fold, lambda: lambda), number, planned.map { ($0.view, $0.specs) })
                }
                return Candidate(view: view.name, lambda: lambda, models: models, fits: fits, data: data)
            }
        }
    }

    private static func find(
        _ spec: ModelSpec, _ view: Int, _ tasks: [(view: Int, specs: [ModelSpec])]
    ) -> (fit: Int, lane: Int) {
        for (fit, task) in tasks.enumerated() where task.view == view {
            if let lane = task.specs.firstIndex(of: spec) { return (fit, lane) }
        }
        return (0, 0)
    }
}

extension Candidate {
    /// Reads each row's logit from the model that did not see its fold.
    init(view: String, lambda: Double, models: [(fit: Int, lane: Int)], fits: [LaneFit<Float>], data: LabelledRows) {
        let slots = data.rows.slots
        var logits = [Double](repeating: 0, count: data.count)
        var slotLogits = [Float](repeating: 0, count: data.count * slots)
        for row in 0..<data.count {
            let model = models[Int(data.folds[row])]
            var z = Double(fits[model.fit].intercepts[model.lane])
            for slot in 0..<slots {
                let part = fits[model.fit].segmentLogits[data.rows[row, slot]][model.lane]
                slotLogits[row * slots + slot] = part
                z += Double(part)
            }
            logits[row] = z
        }
        self.init(
            view: view, lambda: lambda, logits: logits, slotLogits: slotLogits,
            certificates: models.map { fits[$0.fit].certificates[$0.lane] },
            loss: LogisticObjective.balancedLoss(logits: logits, isTest: data.isTest), models: models, surface: nil)
    }
}

extension CrossFit {
    /// What a fold's model takes of a candidate: the second stage's weight, or 1 of the best candidate alone.
    private func share(of candidate: Int, fold: Int, _ stages: StageSelection) -> Double {
        stages.second?[fold].weights[candidate] ?? (stages.best == candidate ? 1 : 0)
    }

    /// g₀ of each fold: the second stage's intercept and its share of each candidate's.
    func intercepts(stages: StageSelection) -> [Double] {
        let folds = candidates.first?.models.count ?? 0
        return (0..<folds).map { fold in
            candidates.indices.reduce(stages.second?[fold].intercept ?? 0) { sum, number in
                let (fit, lane) = candidates[number].models[fold]
                return sum + share(of: number, fold: fold, stages) * Double(fits[fit].intercepts[lane])
            }
        }
    }

    /// β of one view as each fold's model has it after the second stage: features × folds, row-major; empty where no
    /// candidate of the view takes part.
    func coefficients(view: String, stages: StageSelection) -> [Float] {
        let folds = candidates.first?.models.count ?? 0
        var result: [Float] = []
        for (number, candidate) in candidates.enumerated() where candidate.view == view {
            for fold in 0..<folds {
                let weight = Float(share(of: number, fold: fold, stages))
                if weight == 0 { continue }
                let (fit, lane) = candidate.models[fold]
                let table = fits[fit].coefficients
                if result.isEmpty { result = [Float](repeating: 0, count: table.count * folds) }
                for feature in 0..<table.count { result[feature * folds + fold] += weight * table.lanes[feature][lane] }
            }
        }
        return result
    }

    /// The mean over the folds of ``coefficients(view:stages:)``: one a feature. Where the view takes no part in the final
    /// logit, its best candidate speaks for it, so that a report can name terms all the same.
    public func meanCoefficients(view: String, stages: StageSelection) -> [Float] {
        let folds = max(candidates.first?.models.count ?? 1, 1)
        let all = coefficients(view: view, stages: stages)
        if !all.isEmpty {
            return (0..<all.count / folds).map { feature in
                (0..<folds).reduce(Float(0)) { $0 + all[feature * folds + $1] } / Float(folds)
            }
        }
        guard let best = candidates.filter({ $0.view == view }).min(by: { $0.loss < $1.loss }) else { return [] }
        let tables = best.models.map { (table: fits[$0.fit].coefficients, lane: $0.lane) }
        return (0..<(tables.first?.table.count ?? 0)).map { feature in
            tables.reduce(Float(0)) { $0 + $1.table.lanes[feature][$1.lane] } / Float(folds)
        }
    }
}

import ParallelWork
import SparseFeatures

/// K-fold cross-fitting of all views, folds and λs: eight models to a pass over the matrix.
package struct CrossFit: Sendable {
    /// Those of the sparse views, each by decreasing λ.
    package let candidates: [Candidate]
    /// The candidate of the surface view; nil if no surface features were given.
    package let surfaceCandidate: Candidate?
    let fits: [LaneFit<Float>]

    /// Up to eight models of one view.
    private struct Task: Sendable {
        var view: Int
        var specs: [ModelSpec]
    }

    /// What one worker returns.
    private enum Product: Sendable {
        case lanes(LaneFit<Float>)
        case surface([Double])
    }

    /// - Parameters:
    ///   - views: Over the segments of `data`.
    ///   - surface: Row-major, segments × ``SurfaceFeatures/count``; its small fits fill the workers' idle time.
    ///   - data: The rows.
    ///   - rule: When each fit may stop.
    ///   - keepsModels: Whether coefficients and the logits of slots are wanted; without them, few rows are fitted in less time.
    package init(
        views: [View], surface: [Float]? = nil, data: LabelledRows, until rule: StoppingRule, keepsModels: Bool = true,
        workers: WorkerPool
    ) {
        let fitted = max(data.harmonicSize, 1) * Double(data.folds.count - 1) / Double(data.folds.count)
        let tasks = Self.tasks(views, folds: data.folds.count, fitted: fitted)
        let products = RowProducts.each(of: views, data, workers)
        let surfaceFit = surface.map { SurfaceFit(surface: $0, data: data) }
        let results = workers.map(tasks.count + (surfaceFit == nil ? 0 : data.folds.count)) { item -> Product in
            if item >= tasks.count { return .surface(surfaceFit?.fit(without: item - tasks.count) ?? []) }
            let solver = Solver<Float>(
                matrix: views[tasks[item].view].matrix, rows: data.rows,
                isTest: data.isTest, folds: data.folds.ofRow, products: products[tasks[item].view])
            return .lanes(solver.fit(tasks[item].specs, until: rule, keepsModels: keepsModels))
        }
        var fits: [LaneFit<Float>] = []
        var surfaceModels: [[Double]] = []
        for product in results {
            switch product {
            case .lanes(let fit): fits.append(fit)
            case .surface(let model): surfaceModels.append(model)
            }
        }
        let read = fits
        let models = surfaceModels
        let wanted = views.indices.flatMap { view in views[view].strengths.map { (view: view, lambda: 1 / ($0 * fitted)) } }
        var all = workers.map(wanted.count + (surfaceFit == nil ? 0 : 1)) { number -> Candidate in
            if number == wanted.count, let surfaceFit { return surfaceFit.candidate(models) }
            let (view, lambda) = wanted[number]
            return Candidate(
                view: views[view].name, lambda: lambda,
                models: (0..<data.folds.count).map { Self.find(ModelSpec(heldOutFold: $0, lambda: lambda), view, tasks) },
                fits: read, data: data)
        }
        surfaceCandidate = surfaceFit == nil ? nil : all.removeLast()
        candidates = all
        // The candidates keep what is needed from the logits.
        self.fits = fits.map { $0.withoutLogits() }
    }

    /// The longest first, so that no worker is left with one at the end: a pass over more entries takes longer, and weaker
    /// penalties, which come last, take more passes.
    private static func tasks(_ views: [View], folds: Int, fitted: Double) -> [Task] {
        var tasks: [Task] = []
        for (number, view) in views.enumerated() {
            let specs = view.strengths.flatMap { strength in
                (0..<folds).map { ModelSpec(heldOutFold: $0, lambda: 1 / (strength * fitted)) }
            }
            for start in stride(from: 0, to: specs.count, by: 8).reversed() {
                tasks.append(Task(view: number, specs: Array(specs[start..<min(start + 8, specs.count)])))
            }
        }
        let sizes = views.map(\.matrix.entries.count)
        let order = tasks.indices.sorted { (sizes[tasks[$0].view], $1) > (sizes[tasks[$1].view], $0) }
        return order.map { tasks[$0] }
    }

    private static func find(
        _ spec: ModelSpec, _ view: Int, _ tasks: [Task]
    ) -> (fit: Int, lane: Int) {
        for (fit, task) in tasks.enumerated() where task.view == view {
            if let lane = task.specs.firstIndex(of: spec) { return (fit, lane) }
        }
        return (0, 0)
    }
}

extension CrossFit {
    /// The weight of a candidate in a fold's model: that of the second stage, or 1 for the best candidate alone.
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

    /// β of one view in each fold's model after the second stage: features × folds, row-major; empty if no candidate of the
    /// view takes part.
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

    /// The mean over the folds of ``coefficients(view:stages:)``: one per feature. If the view takes no part in the final
    /// logit, its best candidate is used instead, so that a report can still name terms.
    package func meanCoefficients(view: String, stages: StageSelection) -> [Float] {
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

import ElementaryFunctions
import Foundation
import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import SparseFeatures
import TextRecords

/// A training corpus to plant shifts in: its features, which do not depend on the side that a row is dealt to, its directions,
/// and the metrics whose true values are known.
struct AuditSubject: Sendable {
    /// Rows of the rarest domain, and of the others, as shares.
    static let rareShare = 0.1
    static let domainShare = 1.0 / 3
    /// A label with at least this share of the rows can be a domain.
    static let leastLabelShare = 0.05

    let name: String
    let digest: String
    /// Whether the corpus was larger than the fit.
    let isSample: Bool
    /// The rows, all on the train side.
    let pair: ComparedPair
    let metrics: [Metric]
    /// Whether they are shares of the inputs, for lack of anything else.
    let isOfInputs: Bool
    /// Mean share of Han among the code points of a row.
    let letters: LetterShares
    private let views: FeatureViews
    private let options: AnalysisOptions
    /// Scores of each row: directions by decreasing variance, then the length.
    private let directions: [[Double]]
    private let lengths: [Double]
    /// 1 in the rows of the rarest label that is a domain; nil without such a label.
    private let rareLabel: [Double]?
    /// The shift that an analysis found; nil without one.
    private let found: FoundShift?
    private let label: LabelColumn?

    /// Per-row values of something whose mean over the test side is to be estimated.
    struct Metric: Sendable {
        var name: String
        /// NaN for a row that has none and is left out of every mean.
        var values: [Double]

        var mean: Double { mean(of: Array(values.indices), weights: nil) }

        /// Σwf/Σw over some rows; 0 if none has a value.
        func mean(of rows: [Int], weights: [Double]?) -> Double {
            var (sum, total) = (0.0, 0.0)
            for (position, row) in rows.enumerated() where !values[row].isNaN {
                let weight = weights?[position] ?? 1
                sum += weight * values[row]
                total += weight
            }
            return total > 0 ? sum / total : 0
        }
    }

    init(_ train: [String], _ auditOptions: AuditOptions, _ workers: WorkerPool) throws {
        var options = auditOptions.analysis
        // Nothing is added to records, so existing keys do not matter.
        options.overwritesKeys = true
        self.options = options
        // Both sides are the same corpus, so that fields are chosen, and the fit is bounded, as in an analysis.
        let corpora = try Corpora(train: .files(train), test: .files(train), options: options, workers: workers)
        let table = corpora.fitted.train
        name = (corpora.train.path as NSString).lastPathComponent
        digest = corpora.train.digest
        isSample = table.count < corpora.train.records
        pair = try ComparedPair(
            train: table, test: table.excluding(Array(0..<table.count)), selection: corpora.selection,
            rule: corpora.streamed?.rule, options: options, workers: workers)
        guard pair.groups.count >= 4 * options.folds else {
            throw AnalysisError.tooFewGroups(path: corpora.train.path, found: pair.groups.count, minimum: 4 * options.folds)
        }
        views = try Featurizer.featurize(
            pair.texts, groups: pair.segmentGroups, sketched: pair.longest, workers: workers)
        found = try auditOptions.like.map { try FoundShift($0, train: train, table: table, threads: options.threads) }
        let leading = PrincipalDirections(views.words, rows: pair.rows, count: PrincipalDirections.maximum).scores
        directions = leading
        let (rows, surface) = (pair.rows, views.surface)
        letters = RowForm(surface: surface, rows: rows).letters([Bool](repeating: false, count: pair.count))
        let codePoints = (0..<pair.count).map { row in
            (0..<rows.slots).reduce(0) { $0 + Double.exp(Double(surface[rows[row, $1] * SurfaceFeatures.count])) }
        }
        lengths = codePoints
        var label: LabelColumn?
        if let key = options.labelKey ?? (options.weighting == .classPrior ? AnalysisOptions.usualLabel : nil) {
            label = try LabelColumn(pair, key: key, path: corpora.train.path)
        }
        self.label = label
        rareLabel = label.flatMap { Self.rareLabel($0) }
        isOfInputs = auditOptions.scores == nil && label.map { $0.classes.count < 2 } ?? true
        if let scores = auditOptions.scores {
            metrics = try Self.scored(scores, auditOptions.metrics, pair, idKey: options.idKey, workers)
        } else if let label, label.classes.count > 1 {
            metrics = [Self.accuracy(label, pair, views, options, workers)]
        } else {
            metrics = (leading + [codePoints]).enumerated().map { number, scores in
                Self.upperHalf(scores, name: number < leading.count ? "direction \(number + 1)" : "length")
            }
        }
    }

    /// What is planted: no shift, and shifts of several kinds and sizes.
    var plans: [PlantedShift.Plan] {
        func plan(_ kind: PlantedShift.Kind, _ odds: Double, _ share: Double = Self.domainShare) -> PlantedShift.Plan {
            PlantedShift.Plan(kind: kind, odds: odds, share: share)
        }
        let labels = rareLabel.map { label in
            // More of what the weights are for.
            (options.weighting == .classPrior ? [2.0, 5, 20] : [5]).map {
                plan(.label, $0, label.reduce(0, +) / Double(max(label.count, 1)))
            }
        }
        return [
            plan(.none, 1), plan(.topic, 2), plan(.topic, 5), plan(.topic, 20), plan(.length, 2), plan(.length, 5),
            plan(.rare, 20, Self.rareShare),
        ] + (labels ?? []) + (found == nil ? [] : [plan(.found, 1)])
    }

    /// What one analysis of one planted shift gave.
    struct Run: Sendable {
        var shift: PlantedShift
        var auc: Double
        var isShift: Bool
        var isTrusted: Bool
        var correlation: Double?
        var logError: Double
        var errors: AuditSummary.Errors
    }

    /// Plants one shift and analyses the two sides as two corpora would be.
    func run(_ plan: PlantedShift.Plan, draw: Int, testShare: Double, _ workers: WorkerPool) throws -> Run {
        let groups = pair.groups
        let shift = planted(plan, draw: draw, testShare: testShare)
        let data = LabelledRows(
            rows: pair.rows, isTest: shift.isTest,
            folds: Folds(groups, count: options.folds, isTest: shift.isTest, seed: options.seed),
            groupCounts: groups.counts(isTest: shift.isTest))
        let fitted = DiscriminatorFit(views: views, data: data, groups: groups, workers: workers)
        let isShift = fitted.gain(groups: groups).isClear
        let train = shift.isTest.indices.filter { !shift.isTest[$0] }
        let pTrain = train.map { isShift ? LogisticObjective.sigmoid(fitted.stages.calibratedLogits[$0]) : 0.5 }
        let weights = try weights(
            pTrain, train: train, test: shift.isTest.indices.filter { shift.isTest[$0] }, isShift, workers)
        let truth = train.map { shift.trueRatio[$0] }
        let support = SupportCheck(pair, logits: fitted.stages.uncalibratedLogits, isTest: shift.isTest)
        let verdict = Verdict(
            isShift ? .shift : .noShift,
            on: try TrustEvidence(
                pTrain: pTrain, weights: weights, groups: train.map { Int(groups.ofRow[$0]) }, noSupport: support.share.lower))
        return Run(
            shift: shift, auc: try fitted.area(of: fitted.stages.firstStageLogits), isShift: isShift,
            isTrusted: verdict.isTrusted, correlation: Self.correlation(weights, truth),
            logError: Self.logError(weights, truth),
            errors: errors(shift, isOfFound: plan.kind == .found, train: train, weights: weights, truth: truth))
    }

    /// Of planted train, mean 1.
    private func weights(
        _ pTrain: [Double], train: [Int], test: [Int], _ isShift: Bool, _ workers: WorkerPool
    ) throws -> [Double] {
        guard options.weighting == .classPrior, isShift, let label else {
            return try options.weighting.weights(of: pTrain).values
        }
        // Planted sides share a table, so that predictions in files have no side to be joined to.
        let priors = try ClassPriorFit(label, train: train, test: test, pair, views, options, predictions: nil, workers).stored
        return try NormalisedWeights(raw: priors.ratios(of: train, pair)).values
    }

    private func planted(_ plan: PlantedShift.Plan, draw: Int, testShare: Double) -> PlantedShift {
        let (ofRow, identities) = (pair.groups.ofRow.map { Int($0) }, pair.groups.identities)
        if plan.kind == .found, let found {
            return PlantedShift(
                ratios: (0..<pair.count).map { found.ratios[pair.fileRow($0)] }, groups: ofRow, identities: identities,
                testShare: testShare, draw: draw, seed: options.seed)
        }
        return PlantedShift(
            plan, scores: scores(plan.kind, draw: draw), groups: ofRow, identities: identities, testShare: testShare,
            draw: draw,
            seed: options.seed)
    }

    private func scores(_ kind: PlantedShift.Kind, draw: Int) -> [Double] {
        switch kind {
        // Another direction each time; the rare domain from the tail of the next one.
        case .none, .topic, .found: directions[draw % directions.count]
        case .rare: directions[(draw + 1) % directions.count]
        case .length: lengths
        case .label: rareLabel ?? lengths
        }
    }

    private func errors(
        _ shift: PlantedShift, isOfFound: Bool, train: [Int], weights: [Double], truth: [Double]
    ) -> AuditSummary.Errors {
        let all = Array(shift.isTest.indices)
        let test = all.filter { shift.isTest[$0] }
        var errors = AuditSummary.Errors(unweighted: 0, weighted: 0, trueRatio: 0)
        for metric in metrics {
            let actual = metric.mean(of: test, weights: nil)
            let count = Double(metrics.count)
            // What is rare in the corpus and frequent on test cannot be dealt to planted test without using it up, so that the
            // planted sides are less far apart than p and rp, whose distance is wanted for the shift found.
            errors.unweighted +=
                isOfFound
                ? abs(metric.mean - metric.mean(of: all, weights: shift.trueRatio)) / count
                : abs(metric.mean(of: train, weights: nil) - actual) / count
            errors.weighted += abs(metric.mean(of: train, weights: weights) - actual) / count
            errors.trueRatio += abs(metric.mean(of: train, weights: truth) - actual) / count
        }
        return errors
    }

    /// The mean over the draws.
    func summary(of plan: PlantedShift.Plan, _ runs: [Run]) -> AuditSummary.Shift {
        func mean(_ value: (Run) -> Double) -> Double { runs.reduce(0) { $0 + value($1) } / Double(max(runs.count, 1)) }
        let correlations = runs.compactMap(\.correlation)
        return AuditSummary.Shift(
            kind: plan.kind.rawValue, odds: plan.kind == .found ? nil : plan.odds,
            trainShare: mean { $0.shift.domainShares.train },
            testShare: mean { $0.shift.domainShares.test }, auc: mean(\.auc), found: runs.count { $0.isShift },
            trusted: runs.count { $0.isTrusted },
            correlation: correlations.isEmpty || plan.kind == .none
                ? nil : correlations.reduce(0, +) / Double(correlations.count),
            logError: mean(\.logError),
            errors: AuditSummary.Errors(
                unweighted: mean(\.errors.unweighted), weighted: mean(\.errors.weighted), trueRatio: mean(\.errors.trueRatio)))
    }

    /// Pearson's; nil if either is constant.
    private static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
        let count = Double(a.count)
        let means = (a.reduce(0, +) / count, b.reduce(0, +) / count)
        var (product, squareA, squareB) = (0.0, 0.0, 0.0)
        for (x, y) in zip(a, b) {
            product += (x - means.0) * (y - means.1)
            squareA += (x - means.0) * (x - means.0)
            squareB += (y - means.1) * (y - means.1)
        }
        guard squareA > 1e-12 * count, squareB > 1e-12 * count else { return nil }
        return product / (squareA * squareB).squareRoot()
    }

    private static func logError(_ weights: [Double], _ truth: [Double]) -> Double {
        let squares = zip(weights, truth).reduce(0.0) { sum, pair in
            let difference = Double.log(max(pair.0, 1e-9)) - Double.log(max(pair.1, 1e-9))
            return sum + difference * difference
        }
        return (squares / Double(max(weights.count, 1))).squareRoot()
    }

    private static func upperHalf(_ scores: [Double], name: String) -> Metric {
        let sorted = scores.sorted()
        let median = sorted[sorted.count / 2]
        return Metric(name: name, values: scores.map { $0 > median ? 1 : 0 })
    }

    /// The rows of the least frequent label with a share of ``leastLabelShare`` or more.
    private static func rareLabel(_ label: LabelColumn) -> [Double]? {
        var counts = [Int](repeating: 0, count: label.classes.count)
        for number in label.ofRow where number >= 0 { counts[number] += 1 }
        let least = leastLabelShare * Double(label.ofRow.count)
        guard counts.count > 1,
            let rarest = counts.indices.filter({ Double(counts[$0]) >= least }).min(by: { (counts[$0], $0) < (counts[$1], $1) })
        else { return nil }
        return label.ofRow.map { $0 == rarest ? 1 : 0 }
    }

    /// The numbers of a score file, each a metric.
    private static func scored(
        _ path: String, _ keys: [String], _ pair: ComparedPair, idKey: String?, _ workers: WorkerPool
    ) throws -> [Metric] {
        let file = try ScoreFile(path: path, corpus: pair.train, idKey: idKey, workers: workers)
        let all = file.table.columns.filter { column in
            ![idKey ?? "id", ScoreFile.rowKey].contains(column.name)
                && column.count(of: .number) + column.count(of: .boolean) == column.count
        }.map(\.name)
        let names = keys.isEmpty ? all : keys
        guard !names.isEmpty else {
            throw AnalysisError.scoreKeyAbsent(path: path, key: "--metric", available: file.table.columns.map(\.name))
        }
        let canonical = pair.order.rows(of: .train)
        return try names.map { name in
            var values = [Double](repeating: .nan, count: pair.count)
            for (row, value) in zip(file.rows, try file.numbers(under: name)) { values[canonical[row]] = value }
            return Metric(name: name, values: values)
        }
    }

    /// Out-of-fold accuracy of the label's classifier, over the rows that have a label.
    private static func accuracy(
        _ label: LabelColumn, _ pair: ComparedPair, _ views: FeatureViews, _ options: AnalysisOptions, _ workers: WorkerPool
    ) -> Metric {
        let classified = ClassifiedRows(label, rows: Array(0..<pair.count), pair, views, options, workers)
        var values = [Double](repeating: .nan, count: pair.count)
        for (position, found) in classified.predictions.enumerated() {
            values[classified.rows[position]] = found == classified.labels[position] ? 1 : 0
        }
        return Metric(name: "accuracy of a classifier of \(label.key)", values: values)
    }
}

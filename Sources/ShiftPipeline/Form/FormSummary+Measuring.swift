import ElementaryFunctions
import ParallelWork
import ShiftModel
import SparseFeatures
import Statistics
import TextTokens

/// Looks for differences of form between the sides.
struct FormMeasuring {
    /// The upper point of the normal distribution at 5% over the nine kinds: none is found without a difference in 95% of the pairs.
    static let leastZ = 2.539
    /// The 97.5% point of the normal distribution.
    static let normal = 1.959_963_984_540_054
    /// The AUC that a kind needs to be worth saying.
    static let leastArea = 0.52
    /// Form comes near the discriminator where a kind alone has this share of its way from one half.
    static let nearShare = 1.0 / 3
    /// Kinds that texts are written anew for.
    static let mostRefits = 4

    private let pair: ComparedPair
    private let fitted: DiscriminatorFit
    private let forms: RowForms
    private let auc: Double
    private let groups: [Int]
    private let folds: [Int]
    /// Rows by fold, look and side.
    private let counts: [Double]
    private let workers: WorkerPool

    /// - Parameter auc: That of the discriminator.
    init(_ pair: ComparedPair, _ fitted: DiscriminatorFit, auc: Double, _ workers: WorkerPool) {
        (self.pair, self.fitted, self.auc, self.workers) = (pair, fitted, auc, workers)
        forms = RowForms(pair, looksAtBlanks: !pair.eraser.kinds.contains(.trimming), workers)
        groups = pair.groups.ofRow.map { Int($0) }
        folds = fitted.data.folds.numbers
        var counts = [Double](repeating: 0, count: fitted.data.folds.count * forms.looks.count * 2)
        for (row, look) in forms.ofRow.enumerated() {
            counts[(folds[row] * forms.looks.count + Int(look)) * 2 + (pair.isTest[row] ? 1 : 0)] += 1
        }
        self.counts = counts
    }

    /// A kind that differs.
    private struct Found {
        var kind: FormKind
        var auc: Double
        var scores: [Double]
    }

    /// - Parameter isShift: Whether the rows are weighted: otherwise there is nothing that could be left.
    func summary(isShift: Bool) throws -> FormSummary {
        let kinds = FormKind.allCases.filter { !pair.eraser.kinds.contains($0) }
        let found = try workers.map(kinds.count) { number in Result { try look(at: kinds[number]) } }
            .compactMap { try $0.get() }.sorted { $0.auc > $1.auc }
        var findings = found.map(finding)
        guard isShift else { return FormSummary(findings: findings, left: nil) }
        let refit = ErasedFit(pair, common: forms.common)
        var base: Double?
        // As much of the whole way as the refit has of its own.
        func share(_ ranks: RankStatistics, of kinds: Set<FormKind>) throws -> Double {
            var whole = auc
            if kinds.contains(where: \.changesWords), !refit.isWhole {
                let known = try base ?? refit.scored(without: [], workers).ranks().area
                base = known
                whole = known
            }
            return whole > 0.5 ? min((ranks.area - 0.5) / (whole - 0.5), 1) : 0
        }
        var refits = 0
        for number in findings.indices {
            let kind = findings[number].kind
            if kind == .trimming { findings[number].aucWithout = auc }
            if kind == .trimming || (kind.changesWords && refits == Self.mostRefits) { continue }
            if kind.changesWords { refits += 1 }
            let ranks = try remainder(without: [kind], refit).ranks()
            findings[number].aucWithout = 0.5 + (auc - 0.5) * (try share(ranks, of: [kind]))
        }
        let strongest = (found.filter { $0.kind != .trimming }.map(\.auc).max() ?? 0.5) - 0.5
        guard strongest >= Self.nearShare * (auc - 0.5) else { return FormSummary(findings: findings, left: nil) }
        let all = Set(found.map(\.kind)).union([.surface])
        let scored = try remainder(without: all, refit)
        let ranks = try scored.ranks()
        let margin = Self.normal * AreaTest.trainingFactor * (try ranks.standardError(groups: scored.groups))
        return FormSummary(
            findings: findings,
            left: FormRemainder(
                auc: ranks.area, lower: max(ranks.area - margin, 0), upper: min(ranks.area + margin, 1),
                share: try share(ranks, of: all)))
    }

    /// The score without some kinds: from what was fitted where no word changes.
    private func remainder(without kinds: Set<FormKind>, _ refit: ErasedFit) throws -> ErasedFit.Scored {
        guard !kinds.contains(where: \.changesWords) else { return try refit.scored(without: kinds, workers) }
        // Character n-grams hold punctuation, words do not; and only surface features see case and width.
        let left = fitted.crossFit.candidates.filter { !kinds.contains(.surface) || $0.view == "words" }
        return ErasedFit.Scored(
            logits: StageSelection.firstStageLogits(candidates: left, data: fitted.data, workers: workers),
            isTest: pair.isTest, folds: folds, groups: groups)
    }

    /// nil where a kind does not differ beyond chance, or hardly.
    private func look(at kind: FormKind) throws -> Found? {
        let scores: [Double]
        if kind == .surface {
            guard let candidate = fitted.crossFit.surfaceCandidate else { return nil }
            scores = candidate.logits
        } else {
            let codes = forms.looks.map { $0.code(of: kind) }
            guard let first = codes.first, codes.contains(where: { $0 != first }) else { return nil }
            let byCode = CodeScores(looks: counts, codes: codes, folds: fitted.data.folds.count)
            guard byCode.area >= Self.leastArea else { return nil }
            scores = forms.ofRow.indices.map { byCode.score(look: Int(forms.ofRow[$0]), fold: folds[$0]) }
        }
        let ranks = try RankStatistics(scores: scores, isTest: pair.isTest, folds: folds)
        let area = ranks.area
        guard area >= Self.leastArea else { return nil }
        let error = try ranks.standardError(groups: groups)
        guard area - 0.5 > Self.leastZ * AreaTest.trainingFactor * error else { return nil }
        return Found(kind: kind, auc: area, scores: scores)
    }

    private func finding(_ found: Found) -> FormFinding {
        let held = FormMark.allCases.filter { $0.kind == found.kind }.map(share).filter { $0.trainShare + $0.testShare > 0 }
        let marks = held.sorted { a, b in abs(a.trainShare - a.testShare) > abs(b.trainShare - b.testShare) }
        let strongest = marks.first.map { FormMarks($0.mark) } ?? []
        // Neither an outlier nor a row from the middle.
        func row(_ rows: [Int], at part: Double) -> Int? {
            let ordered = rows.sorted { (found.scores[$0], $0) < (found.scores[$1], $1) }
            return ordered.isEmpty ? nil : ordered[min(Int(Double(ordered.count) * part), ordered.count - 1)]
        }
        // Where a mark is rare its rows are at the end.
        let part = found.kind == .surface ? 0.9 : 0.999
        return FormFinding(
            kind: found.kind, auc: found.auc, marks: marks,
            trainExample: row(pair.trainRows, at: 1 - part).map { FormExample($0, of: pair, at: strongest) },
            testExample: row(pair.testRows, at: part).map { FormExample($0, of: pair, at: strongest) })
    }

    private func share(_ mark: FormMark) -> FormFinding.MarkShare {
        let bit = FormMarks(mark)
        func share(_ rows: [Int]) -> Double {
            Double(rows.count { forms.marks($0).contains(bit) }) / Double(max(rows.count, 1))
        }
        return .init(mark: mark, trainShare: share(pair.trainRows), testShare: share(pair.testRows))
    }
}

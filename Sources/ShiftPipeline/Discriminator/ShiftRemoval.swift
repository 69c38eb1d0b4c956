import Foundation
import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures

/// Drops what tells the sides apart until the AUC is below a bound (Pan et al. 2020), greedily, with a new cross-fit
/// after each round.
///
/// While several fields are left, a round drops the field whose own part of the logit has the largest AUC. Of the last field it
/// drops length and scripts, if they alone reach the bound, and then the terms that make up a ``share`` of the difference of
/// the sides' mean logits, in each view that still reaches the bound. The last round is shortened by bisection, to
/// ``precision``.
///
/// The choice has seen all rows: what stays is a little harder to tell apart here than on new rows.
struct ShiftRemoval {
    /// Part of a view's own difference of mean logits that is dropped in one round.
    static let share = 0.3
    /// If more than this part of a field's words or n-grams would have to be dropped, nothing is left to weight by.
    static let most = 0.9
    /// The length of the last round is found to within this part of all dropped terms.
    static let precision = 0.05

    let pair: ComparedPair
    let data: LabelledRows
    let views: FeatureViews
    let bound: Double
    let workers: WorkerPool

    private let bits: Int
    private var fits = 0

    init(_ pair: ComparedPair, _ views: FeatureViews, bound: Double, _ workers: WorkerPool) {
        (self.pair, data, self.views, self.bound, self.workers) = (pair, pair.labelled, views, bound, workers)
        bits = Featurizer.bucketBits(fields: pair.fields.count, total: FeatureOptions().gramBucketBits)
    }

    /// A fit on what is left.
    private struct State {
        var kept: KeptFeatures
        /// Slots of the fields that are left.
        var slots: [Int]
        var fitted: DiscriminatorFit
        var auc: Double
    }

    /// Features of the full views that a round drops.
    private struct Removal {
        var kind: DroppedShift.Round.Kind
        var slot: Int?
        var words: [Int] = []
        var grams: [Int] = []
    }

    /// - Throws: ``AnalysisError/shiftNotDropped(bound:reached:terms:)`` if nearly everything would have to be dropped.
    mutating func run() throws -> (fitted: DiscriminatorFit, dropped: DroppedShift) {
        var state = try fit(KeptFeatures(views, fields: pair.fields.count), slots: Array(pair.fields.indices))
        let first = state.auc
        var rounds: [(removal: Removal, auc: Double)] = []
        // Without a clear gain every weight is 1 already, and nothing gives the sides away.
        while state.auc >= bound, state.fitted.gain(groups: pair.groups).isClear {
            var removal = try next(state)
            guard let after = try fit(taking: removal, from: state) else {
                throw AnalysisError.shiftNotDropped(
                    bound: bound, reached: state.auc, terms: rounds.reduce(0) { $0 + $1.removal.words.count })
            }
            if removal.kind == .terms, after.auc < bound {
                let gone = rounds.filter { $0.removal.kind == .terms }.reduce(0) {
                    $0 + $1.removal.words.count + $1.removal.grams.count
                }
                (removal, state) = try shortest(removal, after, from: state, gone: gone)
            } else {
                state = after
            }
            rounds.append((removal, state.auc))
        }
        let summary = DroppedShift(bound: bound, auc: first, rounds: try named(rounds), fits: fits)
        return (state.fitted, summary)
    }

    private mutating func fit(_ kept: KeptFeatures, slots: [Int]) throws -> State {
        fits += 1
        let seen = fits == 1 ? views : views.keeping(kept, fieldStarts: pair.texts.fieldStarts, workers: workers)
        let fitted = DiscriminatorFit(views: seen, data: data, groups: pair.groups, workers: workers)
        return State(kept: kept, slots: slots, fitted: fitted, auc: try fitted.area(of: fitted.stages.firstStageLogits))
    }

    /// nil if nearly nothing would be left.
    private mutating func fit(taking removal: Removal, from state: State) throws -> State? {
        var (kept, slots) = (state.kept, state.slots)
        for word in removal.words { kept.words[word] = false }
        for gram in removal.grams { kept.grams[gram] = false }
        if let slot = removal.slot {
            kept.surface[slot] = false
            if removal.kind == .field { slots.removeAll { $0 == slot } }
        }
        guard removal.kind != .terms || isEnough(kept, slots) else { return nil }
        return try fit(kept, slots: slots)
    }

    private func isEnough(_ kept: KeptFeatures, _ slots: [Int]) -> Bool {
        func left(_ kept: [Bool], _ slotOf: (Int) -> Int) -> Bool {
            let own = kept.indices.filter { slots.contains(slotOf($0)) }
            return Double(own.count { kept[$0] }) >= (1 - Self.most) * Double(own.count) && own.contains { kept[$0] }
        }
        return left(kept.words) { Int(views.terms.fields[$0]) } && left(kept.grams) { Int(views.gramBuckets[$0]) >> bits }
    }

    private func next(_ state: State) throws -> Removal {
        if state.slots.count > 1 {
            let areas = try state.fitted.fieldAreas(fields: pair.fields.count)
            let slot = state.slots.max { (areas[$0], $1) < (areas[$1], $0) } ?? state.slots[0]
            return Removal(
                kind: .field, slot: slot,
                words: state.kept.words.indices.filter { state.kept.words[$0] && Int(views.terms.fields[$0]) == slot },
                grams: state.kept.grams.indices.filter { state.kept.grams[$0] && Int(views.gramBuckets[$0]) >> bits == slot })
        }
        let slot = state.slots[0]
        if state.kept.surface[slot], let surface = state.fitted.crossFit.surfaceCandidate,
            try state.fitted.area(of: surface.logits) >= bound
        {
            return Removal(kind: .surface, slot: slot)
        }
        let best = Dictionary(grouping: state.fitted.crossFit.candidates, by: \.view)
            .compactMapValues { $0.min { $0.loss < $1.loss } }
        var reaching = Set(try best.filter { try state.fitted.area(of: $0.value.logits) >= bound }.keys)
        if reaching.isEmpty { reaching = Set(best.keys) }
        func strongest(_ view: String, _ matrix: SparseMatrix, _ kept: [Bool]) -> [Int] {
            guard reaching.contains(view) else { return [] }
            let places = kept.indices.filter { kept[$0] }
            let parts = differences(matrix, state.fitted.crossFit.meanCoefficients(view: view, stages: state.fitted.stages))
            let order = parts.indices.filter { parts[$0] > 0 }.sorted { (parts[$1], $0) < (parts[$0], $1) }
            let enough = Self.share * order.reduce(0) { $0 + parts[$1] }
            var sum = 0.0
            var chosen: [Int] = []
            for feature in order {
                if sum >= enough { break }
                sum += parts[feature]
                chosen.append(places[feature])
            }
            return chosen
        }
        return Removal(
            kind: .terms, words: strongest("words", state.fitted.views.words, state.kept.words),
            grams: strongest("grams", state.fitted.views.grams, state.kept.grams))
    }

    /// What each feature adds to the difference of the sides' mean logits: βⱼ · (mean of xⱼ over test − over train).
    private func differences(_ matrix: SparseMatrix, _ coefficients: [Float]) -> [Double] {
        let tests = data.isTest.count { $0 }
        let (up, down) = (1 / Double(max(tests, 1)), -1 / Double(max(data.count - tests, 1)))
        var uses = [Double](repeating: 0, count: matrix.segmentCount)
        for row in 0..<data.count {
            for slot in 0..<data.rows.slots { uses[data.rows[row, slot]] += data.isTest[row] ? up : down }
        }
        var differences = [Double](repeating: 0, count: matrix.featureCount)
        for segment in 0..<matrix.segmentCount {
            for (feature, value) in matrix.row(segment) { differences[feature] += uses[segment] * Double(value) }
        }
        return differences.indices.map { $0 < coefficients.count ? differences[$0] * Double(coefficients[$0]) : 0 }
    }

    /// The shortest start of a round that takes the AUC below the bound, as far as a few fits can find it.
    ///
    /// - Parameter gone: Terms dropped in earlier rounds.
    private mutating func shortest(
        _ whole: Removal, _ end: State, from start: State, gone: Int
    ) throws -> (Removal, State) {
        var found = (whole, end)
        let size = max(whole.words.count, whole.grams.count)
        var (low, high) = (0, size)
        while high - low > max(1, Int(Self.precision * Double(gone + whole.words.count + whole.grams.count))) {
            let middle = (low + high) / 2
            func part(_ features: [Int]) -> [Int] { Array(features.prefix((features.count * middle + size - 1) / size)) }
            let removal = Removal(kind: .terms, words: part(whole.words), grams: part(whole.grams))
            guard let state = try fit(taking: removal, from: start) else { break }
            if state.auc < bound { (found, high) = ((removal, state), middle) } else { low = middle }
        }
        return found
    }

    /// The rounds in readable form.
    private func named(_ rounds: [(removal: Removal, auc: Double)]) throws -> [DroppedShift.Round] {
        let terms = rounds.filter { $0.removal.kind == .terms }
        let texts = try GramTexts.find(
            terms.flatMap(\.removal.grams), in: views.grams, buckets: views.gramBuckets, bits: bits, source: pair.texts)
        func word(_ feature: Int) -> DroppedShift.DroppedTerm {
            .init(term: views.terms.term(feature), field: pair.fields[Int(views.terms.fields[feature])])
        }
        let words = Dictionary(grouping: terms.flatMap(\.removal.words).map(word), by: \.field).mapValues { $0.map(\.term) }
        return rounds.map { removal, auc in
            let isTerms = removal.kind == .terms
            let characters = isTerms ? removal.grams : []
            return DroppedShift.Round(
                kind: removal.kind, field: removal.slot.map { pair.fields[$0] }, words: isTerms ? removal.words.map(word) : [],
                characters: characters.compactMap { gram in
                    let field = pair.fields[Int(views.gramBuckets[gram]) >> bits]
                    guard let text = texts[gram] else { return nil }
                    let bare = text.trimmingCharacters(in: .whitespaces)
                    let isInWord = (words[field] ?? []).contains { $0.contains(bare) }
                    return isInWord ? nil : DroppedShift.DroppedTerm(term: text, field: field)
                }, gramFeatures: removal.grams.count, auc: auc)
        }
    }
}

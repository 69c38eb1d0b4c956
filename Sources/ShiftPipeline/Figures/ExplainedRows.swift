import Foundation
import ParallelWork
import ShiftModel
import SparseFeatures
import TextRecords

/// The rows at the ends of the uncalibrated out-of-fold logit, with what each piece of their text adds to it.
struct ExplainedRows {
    /// Rows per list, and code points of a field that are shown.
    static let count = 12
    static let shownCodePoints = 1200

    private let pair: ComparedPair
    private let groups: [Int32]
    private let fitted: DiscriminatorFit
    private let scorer: ModelScorer
    private let scores: [ModelScorer.Score]
    /// By row; 0 for rows of test.
    private let weights: [Double]
    private let idKey: String

    init(_ pair: ComparedPair, _ scored: ScoredPair, _ fitted: DiscriminatorFit, idKey: String?) {
        self.pair = pair
        self.fitted = fitted
        groups = pair.groups.ofRow
        scorer = ModelScorer(scored.model)
        scores = scored.scores
        weights = pair.order.spread(ofTrain: scored.weights.values, other: 0)
        self.idKey = idKey ?? "id"
    }

    /// A row of a list.
    private struct Pick: Sendable {
        var list: ExplainedRow.List
        var row: Int
        var nearDuplicates = 0
    }

    /// All lists, one after another.
    func find(_ workers: WorkerPool) throws -> [ExplainedRow] {
        let sides = [pair.trainRows, pair.testRows]
        let ordered = workers.map(2) { side in
            sides[side].sorted { (scores[$0].logit, $0) < (scores[$1].logit, $1) }
        }
        let lists: [(ExplainedRow.List, [Int])] = [
            (.testLikeTrain, ordered[0].reversed()), (.trainLikeTrain, ordered[0]), (.trainLikeTest, ordered[1]),
            (.outOfSupportTest, ordered[1].reversed()),
        ]
        let rowsOfTexts = workers.map(2) { rowsOfText(sides[$0]) }
        let picks = lists.flatMap { list, rows in distinct(rows).map { Pick(list: list, row: $0) } }
        return try workers.map(picks.count, state: { Result { try OccurrenceFinder() } }) { item, finder in
            Result {
                var pick = picks[item]
                pick.nearDuplicates = nearDuplicates(of: pick.row, rowsOfTexts[pair.isTest[pick.row] ? 1 : 0])
                return explain(pick, try finder.get())
            }
        }.map { try $0.get() }
    }

    /// The first rows of an order, from different groups and without near repeats.
    private func distinct(_ rows: [Int]) -> [Int] {
        var picked: [Int] = []
        for row in rows {
            if picked.count == Self.count { break }
            if picked.contains(where: { groups[$0] == groups[row] || areNear($0, row) }) { continue }
            picked.append(row)
        }
        return picked
    }

    /// The text of a row's longest field, numbered from that field's first.
    private func longest(_ row: Int) -> Int { pair.rows[row, pair.longest] - pair.texts.fieldStarts[pair.longest] }

    private func areNear(_ a: Int, _ b: Int) -> Bool {
        NearDuplicates.areNear(longest(a), longest(b), signatures: fitted.views.signatures)
    }

    /// Rows of the side equal to a row in all used fields, and those of other groups whose longest text nearly repeats its own.
    ///
    /// - Parameter rowsOfText: The side's rows with each text of the longest field.
    private func nearDuplicates(of row: Int, _ rowsOfText: [[Int32]]) -> Int {
        var count = 0
        for text in NearDuplicates.near(longest(row), signatures: fitted.views.signatures) {
            for other in rowsOfText[text] where other != row {
                if groups[Int(other)] != groups[row] || pair.contents[Int(other)] == pair.contents[row] { count += 1 }
            }
        }
        return count
    }

    private func rowsOfText(_ rows: [Int]) -> [[Int32]] {
        let texts = pair.texts.fieldStarts[pair.longest + 1] - pair.texts.fieldStarts[pair.longest]
        var result = [[Int32]](repeating: [], count: texts)
        for row in rows { result[longest(row)].append(Int32(row)) }
        return result
    }

    private func explain(_ pick: Pick, _ finder: OccurrenceFinder) -> ExplainedRow {
        let row = pick.row
        let table = pair.table(row)
        let own = pair.fileRow(row)
        let place = table.location(ofRecord: own)
        let fold = Int(pair.folds.ofRow[row])
        return ExplainedRow(
            list: pick.list, id: table.column(named: idKey)?.string(at: own),
            file: (place.path as NSString).lastPathComponent, line: place.line, pTest: scores[row].pTest,
            weight: pair.isTest[row] ? nil : weights[row], logit: scores[row].logit,
            intercept: scorer.intercept(fold: fold),
            fields: pair.fields.indices.map { field($0, of: row, fold: fold, finder) },
            nearDuplicates: pick.nearDuplicates)
    }

    private func field(_ slot: Int, of row: Int, fold: Int, _ finder: OccurrenceFinder) -> ExplainedRow.FieldText {
        let bits = Featurizer.bucketBits(fields: pair.fields.count, total: FeatureOptions().gramBucketBits)
        let segment = pair.rows[row, slot]
        return pair.texts.withUTF8(segment) { text in
            let occurrences = finder.find(text, segment: segment, field: slot, bits: bits, in: fitted.views)
            let parts = scorer.contributions(
                occurrences, segment: segment, slot: slot, fold: fold, in: TextProjector.Views(fitted.views))
            var result = ExplainedRow.FieldText(name: pair.fields[slot], tokens: [], surface: parts.surface, rest: 0)
            var left = Self.shownCodePoints
            for (range, exact) in zip(occurrences.pieces, parts.pieces) {
                // More digits would double the size of the report to no use; the sum holds to 10⁻⁵.
                let part = (exact * 1e8).rounded() / 1e8
                let piece = UnsafeBufferPointer(rebasing: text[range])
                let length = piece.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
                if left > 0, length <= left {
                    result.tokens.append(.init(text: String(decoding: piece, as: UTF8.self), contribution: part))
                    left -= length
                } else {
                    // Also for the first piece, which may be an endless word.
                    if result.tokens.isEmpty {
                        let shown = String(String(decoding: piece, as: UTF8.self).unicodeScalars.prefix(left))
                        result.tokens.append(.init(text: shown, contribution: part))
                    } else {
                        result.rest += part
                    }
                    left = 0
                }
            }
            return result
        }
    }
}

import ParallelWork
import ShiftModel
import SparseFeatures
import TextRecords
import TextTokens

/// A fitted model that scores texts: for a server, or wherever texts are at hand rather than files.
///
///     let scorer = try Scorer(contentsOf: "model.textshift")
///     let score = try scorer.score(["The noodles were hand-pulled."])
///     print(score.pTest, score.weight)
///
/// The numbers are those that `textshift score` gives to a record with these texts, to the last digit: texts that were in the fit are
/// scored by the fold that held them out, all others by the mean of the folds.
///
/// Any number of threads may use one scorer at a time; each holds an ICU iterator and buffers while it is scoring, which are kept for
/// the next call. A scorer never changes.
public struct Scorer: Sendable {
    /// What the model was fitted on, where it comes from ``fit(train:test:options:progress:)``; nil for others.
    public internal(set) var corpora: FittedCorpora?

    let rows: RowScorer
    private let projectors: StatePool<Result<RowScorer.Worker, any Error>>
    private let finders: StatePool<Result<OccurrenceFinder, any Error>>

    /// What a model says about one record.
    public struct Score: Sendable, Equatable {
        /// How test-like the record is: out-of-fold or mean of the folds, calibrated, in 0...1.
        public var pTest: Double
        /// Its weight as a training row, on the scale on which the fit's training rows have mean 1; above 0.
        public var weight: Double
        /// The uncalibrated logit, of which ``Explanation`` gives the parts.
        public var logit: Double
    }

    /// Loads a model, in milliseconds: its coefficients stay in the file and are shared with other processes that use it.
    ///
    /// The file must not be cut short while the scorer lives; textshift replaces models and never changes one in place.
    /// - Throws: ``AnalysisError/modelRefused(path:_:)``.
    public init(contentsOf path: String) throws {
        let model: DiscriminatorModel
        do {
            model = try ModelFile.load(path: path)
        } catch {
            throw AnalysisError.modelRefused(path: path, error)
        }
        do {
            try self.init(model)
        } catch {
            // A weighting or a field that no version has.
            throw AnalysisError.modelRefused(path: path, .inconsistent)
        }
    }

    /// The model of an analysis.
    public init(_ analysis: Analysis) throws { try self.init(analysis.model) }

    init(_ model: DiscriminatorModel) throws {
        let rows = try RowScorer(model)
        self.rows = rows
        projectors = StatePool { Result { try rows.worker() } }
        finders = StatePool { Result { try OccurrenceFinder() } }
    }

    /// The fields that the model looks at, in the order of the texts to score.
    public var fields: [String] { rows.model.header.fields }

    /// Scores one record.
    ///
    /// - Parameters:
    ///   - texts: One for each of ``fields``, in their order; nil for a field that the record does not have. Missing ones at the end
    ///     may be left out, further ones are not looked at.
    ///   - group: The value of the group key, where the model was fitted with one.
    /// - Throws: `TokenError` where ICU cannot be opened.
    public func score(_ texts: [String?], group: String? = nil) throws -> Score { try scores([texts], groups: [group])[0] }

    /// Scores records, one after another on this thread.
    ///
    /// - Parameters:
    ///   - records: The texts of each, as in ``score(_:group:)``.
    ///   - groups: The value of the group key of each; those at the end may be left out.
    /// - Returns: One score a record.
    /// - Throws: As ``score(_:group:)``.
    public func scores(_ records: [[String?]], groups: [String?] = []) throws -> [Score] {
        let source = SuppliedTexts(records, fields: fields.count)
        let loan = projectors.lend()
        let views = try loan.state.get().projector.project(source)
        let hashes = records.indices.map { group(of: $0, source, key: $0 < groups.count ? groups[$0] : nil) }
        return rows.rows(views, source.rows, groups: hashes).map { Score(pTest: $0.pTest, weight: $0.weight, logit: $0.logit) }
    }

    /// Scores one record and says what each piece of its texts adds.
    ///
    /// - Parameters: As in ``score(_:group:)``.
    /// - Throws: As ``score(_:group:)``.
    public func explain(_ texts: [String?], group: String? = nil) throws -> Explanation {
        let source = SuppliedTexts([texts], fields: fields.count)
        let loan = projectors.lend()
        let finder = try finders.lend().state.get()
        let views = try loan.state.get().projector.project(source)
        let hash = self.group(of: 0, source, key: group)
        let row = rows.rows(views, source.rows, groups: [hash])[0]
        let fold = rows.fold(ofGroup: hash)
        let model = rows.model
        let parts = fields.indices.map { slot in
            source.withUTF8(source.rows[0, slot]) { text in
                let found = finder.find(
                    text, segment: source.rows[0, slot], field: slot, bits: model.header.gramBucketBits, in: views,
                    wordHashes: model.wordHashes, gramBuckets: model.gramBuckets)
                let contributions = rows.scorer.contributions(
                    found, segment: source.rows[0, slot], slot: slot, fold: fold, in: views)
                return Explanation.Field(
                    name: fields[slot],
                    pieces: zip(found.pieces, contributions.pieces).map {
                        .init(
                            text: String(decoding: UnsafeBufferPointer(rebasing: text[$0]), as: UTF8.self), utf8: $0,
                            contribution: $1)
                    }, surface: contributions.surface)
            }
        }
        return Explanation(
            score: Score(pTest: row.pTest, weight: row.weight, logit: row.logit),
            intercept: rows.scorer.intercept(fold: fold), fields: parts)
    }

    private func group(of record: Int, _ source: SuppliedTexts, key: String?) -> UInt64 {
        var key = key
        let print = key?.withUTF8 { FieldColumn.fingerprint(of: $0) } ?? FieldColumn.missingFingerprint
        return rows.rule.hash(values: source.fingerprints(of: record), key: print)
    }
}

/// What makes up a record's logit: it is linear, so the parts are exact.
///
/// The intercept, the surface of all fields and the contributions of all pieces add up to ``Scorer/Score/logit``, to the rounding of
/// single precision. All of them are 0 where the model found no shift.
public struct Explanation: Sendable, Equatable {
    /// The record's numbers.
    public var score: Scorer.Score
    /// The part of no text.
    public var intercept: Double
    /// One for each of ``Scorer/fields``.
    public var fields: [Field]

    /// What one field adds.
    public struct Field: Sendable, Equatable {
        /// The field.
        public var name: String
        /// The text from its first byte to its last: words, and what stands between them.
        public var pieces: [Piece]
        /// What length, scripts and punctuation add.
        public var surface: Double
    }

    /// A piece of a text.
    public struct Piece: Sendable, Equatable {
        /// The piece, as it was written.
        public var text: String
        /// Its bytes in the text.
        public var utf8: Range<Int>
        /// What it adds to the logit: above 0 towards test, below 0 towards train.
        public var contribution: Double
    }
}

/// Texts that were handed over, one segment each.
private struct SuppliedTexts: SegmentSource {
    let fieldStarts: [Int]
    let rows: SegmentRows
    private let texts: [String?]

    init(_ records: [[String?]], fields: Int) {
        fieldStarts = (0...fields).map { $0 * records.count }
        texts = (0..<fields).flatMap { slot in records.map { slot < $0.count ? $0[slot] : nil } }
        rows = SegmentRows(
            slots: fields,
            segments: records.indices.flatMap { record in (0..<fields).map { Int32($0 * records.count + record) } })
    }

    func utf8Count(_ segment: Int) -> Int { texts[segment]?.utf8.count ?? 0 }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        // Native strings lend their bytes; others are copied.
        var text = texts[segment] ?? ""
        return text.withUTF8(body)
    }

    /// Of the texts of one record.
    func fingerprints(of record: Int) -> [UInt64] {
        (0..<rows.slots).map { slot in
            let segment = rows[record, slot]
            return texts[segment] == nil
                ? FieldColumn.missingFingerprint : withUTF8(segment) { FieldColumn.fingerprint(of: $0) }
        }
    }
}

import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import TextRecords
import TextTokens

/// A fitted model that scores texts: for a server, or wherever there are texts rather than files.
///
///     let scorer = try Scorer(contentsOf: "model.textshift")
///     let score = try scorer.score(["The noodles were hand-pulled."])
///     print(score.pTest, score.weight)
///
/// The numbers are those that `textshift score` gives to a record with these texts, to the last digit: texts that were in the
/// fit are scored by the fold that held them out, all others by the mean of the folds.
///
/// Any number of threads may use one scorer at a time; each holds an ICU iterator and buffers while it is scoring, which are
/// kept for the next call. A scorer never changes.
public struct Scorer: Sendable {
    /// What the model was fitted on, if it comes from ``fit(train:test:options:progress:)-(CorpusInput,_,_,_)``; nil for
    /// others.
    public let corpora: FittedCorpora?

    let rows: RowScorer
    /// What a model says about one record.
    public typealias Score = RecordScore

    private let projectors: StatePool<Result<RowScorer.Worker, any Error>>
    private let finders: StatePool<Result<OccurrenceFinder, any Error>>

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
            // A weighting or a field that no version writes.
            throw AnalysisError.modelRefused(path: path, .inconsistent)
        }
    }

    /// The model of an analysis.
    public init(_ analysis: Analysis) throws { try self.init(analysis.model) }

    init(_ model: DiscriminatorModel, corpora: FittedCorpora? = nil) throws {
        let rows = try RowScorer(model, weighting: Weighting(parsing: model.header.weighting))
        self.rows = rows
        self.corpora = corpora
        projectors = StatePool { Result { try rows.worker() } }
        finders = StatePool { Result { try OccurrenceFinder() } }
    }

    /// The fields that the model uses, in the order of the texts to score.
    public var fields: [String] { rows.model.header.fields }

    /// Scores one record.
    ///
    /// - Parameters:
    ///   - texts: One for each of ``fields``, in their order; nil for a field that the record does not have. Missing ones at
    ///     the end may be left out; extra ones are ignored.
    ///   - group: The value of the group key, where the model was fitted with one.
    /// - Throws: `TokenError` where ICU cannot be opened.
    public func score(_ texts: [String?], group: String? = nil) throws -> Score { try scores([texts], groups: [group])[0] }

    /// Scores records, one after another on this thread.
    ///
    /// - Parameters:
    ///   - records: The texts of each, as in ``score(_:group:)``.
    ///   - groups: The value of the group key of each; those at the end may be left out.
    /// - Returns: One score per record.
    /// - Throws: As ``score(_:group:)``.
    public func scores(_ records: [[String?]], groups: [String?] = []) throws -> [Score] {
        let source = SuppliedTexts(records, fields: fields.count, eraser: rows.eraser)
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
        let source = SuppliedTexts([texts], fields: fields.count, eraser: rows.eraser)
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

import Foundation
import ShiftModel
import TextRecords

/// What a model file holds, for people and for scripts.
public struct ModelSummary: Sendable, Equatable, Codable {
    /// Format of the file.
    public var format: Int
    /// Version of textshift that fitted it.
    public var version: String
    /// Version of ICU that divided its words.
    public var icuVersion: String
    /// Whether a shift was found; without one every p_test is ½ and every weight 1.
    public var isShift: Bool
    /// Training rows that it was fitted on.
    public var trainRows: Int
    /// Test rows that it was fitted on.
    public var testRows: Int
    /// The fields that it uses, and the path of each in a record.
    public var fields: [Field]
    /// How the group of a row is found: "key", "field" or "text" (of all fields).
    public var groupBy: String
    /// Path of that key or field; nil for "text".
    public var groupPath: String?
    /// Folds, K; 0 where nothing was fitted.
    public var folds: Int
    /// Groups whose fold is remembered.
    public var groups: Int
    /// Words.
    public var words: Int
    /// Buckets of hashed n-grams.
    public var grams: Int
    /// Whether length, scripts and punctuation take part.
    public var usesSurface: Bool
    /// Whether the logit is calibrated, and not only bounded.
    public var isCalibrated: Bool
    /// Form of the weights, as `--weight` spells it.
    public var weighting: String
    /// Mean of the raw weights over the fit's training rows; and, once they are scaled to mean 1, the mean after clipping, 1
    /// without it.
    public var normaliser: [Double]
    /// `--seed` of the fit.
    public var seed: UInt64
    /// Bytes of the file.
    public var byteCount: Int

    /// Whether anything was fitted: a side may have had fewer groups than there were folds.
    public var isFitted: Bool { folds > 0 }

    /// A field of the model.
    public struct Field: Sendable, Equatable, Codable {
        /// What the model calls it.
        public var name: String
        /// Where its value is in a record, as `--field` spells it.
        public var path: String
    }

    /// - Throws: ``AnalysisError/modelRefused(path:_:)``.
    public init(contentsOf path: String) throws {
        let scorer = try Scorer(contentsOf: path)
        self.init(scorer)
        byteCount = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    /// For a scorer; the size of its file is not known.
    public init(_ scorer: Scorer) {
        let model = scorer.rows.model
        let header = model.header
        format = ModelFile.format(of: model)
        (version, icuVersion) = (header.version, header.icuVersion)
        isShift = header.isShift
        (trainRows, testRows) = (header.trainRows, header.testRows)
        fields = scorer.rows.fields.map { Field(name: $0.name, path: $0.path) }
        if let key = scorer.rows.groupKey {
            (groupBy, groupPath) = ("key", key.path)
        } else if let slot = header.groupSlot {
            (groupBy, groupPath) = ("field", fields[slot].path)
        } else {
            (groupBy, groupPath) = ("text", nil)
        }
        (folds, groups) = (header.folds, model.groupIdentities.count)
        (words, grams) = (model.wordHashes.count, model.gramBuckets.count)
        usesSurface = !model.surfaceCoefficients.isEmpty
        isCalibrated = header.calibration.contains { $0 != .identity(within: $0.knots) }
        (weighting, normaliser, seed) = (header.weighting, header.normaliser, header.seed)
        byteCount = 0
    }

    /// The summary as JSON, one line per member.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
}

import Foundation
import ImportanceWeights
import ShiftPipeline

/// report.json: a ``ShiftSummary`` as JSON with sorted keys, so that equal summaries are equal bytes; each reason not to trust
/// the weights has its sentence, and "explanations" says what the figures mean.
package enum ReportJSON {
    /// The file's content, with a newline at the end.
    /// - Throws: `AnalysisError` for a number that is not finite.
    package static func encode(_ summary: ShiftSummary) throws -> String {
        try SummaryJSON.encode(Document(summary: summary))
    }

    /// Reads a report back.
    /// - Throws: `DecodingError` if it is not a report of this schema.
    package static func decode(_ text: String) throws -> ShiftSummary {
        try JSONDecoder().decode(ShiftSummary.self, from: Data(text.utf8))
    }

    /// The summary's own members, and sentences that follow from it and are not read back.
    private struct Document: Encodable {
        let summary: ShiftSummary

        private enum Key: String, CodingKey {
            case explanations, trust
        }

        func encode(to encoder: any Encoder) throws {
            try summary.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            let trust = TrustDocument(
                isTrusted: summary.trust.isTrusted,
                failures: WordedReason.all(summary.trust.failures, weight: summary.weightForm))
            try container.encode(trust, forKey: .trust)
            try container.encode(Wording.english.explanations(summary), forKey: .explanations)
        }
    }

    private struct TrustDocument: Encodable {
        let isTrusted: Bool
        let failures: [WordedReason]
    }
}

/// estimates.json: an ``EstimateSummary`` as JSON, with a sentence beside each reason not to trust the weights.
package enum EstimateJSON {
    /// The file's content, with a newline at the end.
    /// - Throws: `AnalysisError` for a number that is not finite.
    package static func encode(_ summary: EstimateSummary) throws -> String {
        try SummaryJSON.encode(Document(summary: summary))
    }

    /// Reads estimates back.
    /// - Throws: `DecodingError` if it is no such file.
    package static func decode(_ text: String) throws -> EstimateSummary {
        try JSONDecoder().decode(EstimateSummary.self, from: Data(text.utf8))
    }

    private struct Document: Encodable {
        let summary: EstimateSummary

        private enum Key: String, CodingKey {
            case analysis
        }

        func encode(to encoder: any Encoder) throws {
            try summary.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(Analysis(analysis: summary.analysis), forKey: .analysis)
        }
    }

    private struct Analysis: Encodable {
        let analysis: EstimateSummary.Analysis

        private enum Key: String, CodingKey {
            case failures
        }

        func encode(to encoder: any Encoder) throws {
            try analysis.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(WordedReason.all(analysis.failures, weight: analysis.weightForm), forKey: .failures)
        }
    }
}

/// A reason not to trust the weights, with what it means and what to do.
private struct WordedReason: Encodable {
    let condition: TrustCondition
    let found: Double?
    let sentence: String

    static func all(_ reasons: [TrustReason], weight: WeightForm) -> [WordedReason] {
        reasons.map {
            WordedReason(condition: $0.condition, found: $0.found, sentence: Wording.english.failure($0, weight: weight))
        }
    }
}

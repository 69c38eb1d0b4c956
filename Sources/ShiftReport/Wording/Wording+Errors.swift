import Foundation
import ImportanceWeights
import ShiftModel
import ShiftPipeline
import Statistics
import TextRecords
import TextTokens

/// An error with words in each language: where, what was found, what was expected, what to do.
package protocol WordedError: LocalizedError {
    /// The words in one language, as they are.
    func text(_ wording: Wording) -> String
}

extension WordedError {
    /// What the program prints: names of files and text from the corpus only as characters that a terminal shows, never as ones that
    /// it interprets.
    package func message(_ wording: Wording) -> String { PrintableText.of(text(wording)) }

    /// The English message.
    public var errorDescription: String? { message(.english) }
}

extension RecordError: WordedError {
    package func text(_ wording: Wording) -> String { wording.say.text(self) }
}

extension AnalysisError: WordedError {
    package func text(_ wording: Wording) -> String { wording.say.text(self) }
}

extension ModelError: WordedError {
    package func text(_ wording: Wording) -> String { wording.say.text(self) }
}

extension WeightError: WordedError {
    package func text(_ wording: Wording) -> String { wording.say.text(self) }
}

extension StatisticsError: WordedError {
    package func text(_ wording: Wording) -> String { wording.say.text(self) }
}

extension TokenError: WordedError {
    package func text(_ wording: Wording) -> String { wording.say.text(self) }
}

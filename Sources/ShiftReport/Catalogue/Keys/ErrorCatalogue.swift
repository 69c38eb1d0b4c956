import ImportanceWeights
import ShiftModel
import ShiftPipeline
import Statistics
import TextRecords
import TextTokens

/// What the errors of the modules say: where, what was found, what was expected, what to do. The cases are the keys, and what they
/// carry the arguments. A text starts with the place, or with the word for an error.
package protocol ErrorCatalogue {
    /// What cannot be read or written.
    func text(_ error: RecordError) -> String
    /// Why an analysis could not be made or used.
    func text(_ error: AnalysisError) -> String
    /// What is wrong with a model; without its place.
    func text(_ error: ModelError) -> String
    /// What is wrong with a weighting.
    func text(_ error: WeightError) -> String
    /// None of these can be brought about by a file or an option.
    func text(_ error: StatisticsError) -> String
    /// ICU lacks something.
    func text(_ error: TokenError) -> String
    /// A kind of value, as part of a sentence.
    func name(_ kind: ValueKind) -> String
    /// The system's reason for an error number.
    func reason(_ code: Int32) -> String
    /// What is said when memory runs out, ended by a newline; a constant, for then nothing can be put together any more.
    var outOfMemory: StaticString { get }
}

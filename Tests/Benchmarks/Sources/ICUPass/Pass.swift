import BareICU
import ParallelWork
import SparseFeatures

/// A pass over all texts, to be timed.
enum Pass: String {
    /// ICU's iterator over UTF-8 in place.
    case icu
    /// ICU's iterator over a UTF-16 copy.
    case icuUTF16 = "icu-utf16"
    /// The featurizer: normalising, words, n-grams, surface features, and the matrices of all these.
    case featurize

    enum Failure: Error {
        /// ICU could not be opened or did not take a text.
        case icuFailed
    }

    /// Runs once on the pool's workers.
    ///
    /// - Returns: Pieces between word boundaries, or entries of the matrices: the same each time.
    func run(_ texts: FieldTexts, _ workers: WorkerPool) throws -> Int {
        switch self {
        case .icu: return try Self.countPieces(texts, by: .utf8, workers)
        case .icuUTF16: return try Self.countPieces(texts, by: .utf16, workers)
        case .featurize:
            let views = try Featurizer.featurize(texts, workers: workers)
            return views.words.entries.count + views.grams.entries.count
        }
    }

    private static func countPieces(
        _ texts: FieldTexts, by access: WordLoop.Access, _ workers: WorkerPool
    ) throws -> Int {
        let counts = workers.map(texts.chunks.count, state: { WordLoop() }) { item, loop -> Int? in
            guard let loop else { return nil }
            var pieces = 0
            for text in texts.chunks[item] {
                guard let count = texts.withUTF8(text, { loop.count($0, by: access) }) else { return nil }
                pieces += count
            }
            return pieces
        }
        return try counts.reduce(0) { sum, count in
            guard let count else { throw Failure.icuFailed }
            return sum + count
        }
    }
}

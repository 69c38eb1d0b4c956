import ParallelWork
import SparseFeatures
import TextTokens

/// Counting n-grams, and the whole way from texts to matrices on one thread.
func featureBenchmarks() {
    define(
        "n-gram hashing, English", bytes: \.byteCount, input: { GeneratedText(.english) }, work: { countGrams($0) },
        check: { _, found in
            try expect("entries", found.entries, 2_157_748)
            try expect("checksum", found.checksum, 9_656_235_289_433_731_008)
        })
    for (language, gramEntries, grams) in [
        (GeneratedText.Language.english, 2_119_727, 22_298), (.chinese, 851_686, 109_303),
    ] {
        define(
            "featurize, \(language.rawValue)", bytes: \.byteCount, input: { GeneratedText(language) },
            work: { try Featurizer.featurize($0, workers: WorkerPool(workers: 1)) },
            check: { text, views in
                try expect("rows of words", views.words.segmentCount, text.documents.count)
                try expect("words of terms", views.terms.hashes.count, views.words.featureCount)
                try expect("entries of n-grams", views.grams.entries.count, gramEntries)
                try expect("n-grams", views.grams.featureCount, grams)
            })
    }
}

/// Counts each document's n-grams, as the featurizer does.
private func countGrams(_ text: GeneratedText) -> (entries: Int, checksum: UInt64) {
    var grams = NGrams()
    var buffer = EntryBuffer()
    var entries = 0
    var checksum: UInt64 = 0
    for document in text.documents {
        document.withUnsafeBufferPointer { grams.count($0, base: 0, bits: 22, into: &buffer) }
        let counted = buffer.drain()
        entries += counted.count
        // One entry of each document is enough to tell that the buckets are the right ones.
        checksum = FeatureHasher.mix(checksum, UInt64(counted[counted.count / 2]))
    }
    return (entries, checksum)
}

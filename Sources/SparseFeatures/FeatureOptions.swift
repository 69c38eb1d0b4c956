/// How text becomes features.
package struct FeatureOptions: Sendable, Equatable {
    /// A word or n-gram in fewer segments than this is dropped. One that occurs once can only overfit: it is never seen out of
    /// fold. At least 1.
    package var minimumDocumentFrequency: Int
    /// Buckets for hashed character n-grams over all fields: 2 to this power, at most 24.
    package var gramBucketBits: Int

    /// The least document frequency of an n-gram: it rises from `minimumDocumentFrequency` to 5 as the corpus grows, because
    /// among the many n-grams of a large corpus the rare ones cost most and tell least.
    func gramMinimum(segments: Int) -> Int {
        max(minimumDocumentFrequency, min(5, segments / 2000))
    }

    /// The defaults, except for what is given.
    package init(minimumDocumentFrequency: Int = 2, gramBucketBits: Int = 22) {
        self.minimumDocumentFrequency = minimumDocumentFrequency
        self.gramBucketBits = gramBucketBits
    }
}

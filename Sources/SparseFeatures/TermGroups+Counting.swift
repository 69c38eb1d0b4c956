import ParallelWork

extension TermGroups {
    /// - Parameters:
    ///   - views: With their word order.
    ///   - rows: Segments of each row.
    ///   - isTest: Side of each row.
    ///   - groups: Group of each row, 0..<n.
    ///   - minimum: Least number of groups of words and of phrases. It looks at no side, so it leaves a test of the sides valid.
    package init(
        views: FeatureViews, rows: SegmentRows, isTest: [Bool], groups: [Int32], minimum: (words: Int, phrases: Int),
        workers: WorkerPool
    ) {
        let units = GroupUnits(rows: rows, isTest: isTest, groups: groups)
        let words = GroupWordCounter(views.words, units, workers)
        let isFrequent = words.counts.map { $0.train.groups + $0.test.groups >= minimum.words }
        lengths = words.totals
        terms =
            isFrequent.indices.filter { isFrequent[$0] }.map {
                Term(first: Int32($0), second: -1, counts: words.counts[$0])
            }
            + PhraseCounter.count(
                views.order, units, lengths: words.lengths, isFrequent: isFrequent, minimum: minimum.phrases, workers)
    }
}

import TextRecords

/// A key of train that tells sources apart, for `--by`: few values, each on many rows, none of which most of test has.
enum SourceProposal {
    /// Values of a source.
    private static let counts = EstimateSummary.leastSources...60
    /// The share of the rows that must be of sources large enough to be held out.
    private static let leastShare = 0.8
    /// From the span that people plan by, to longer and shorter ones.
    private static let periods: [TimePeriod] = [.month, .week, .day, .quarter, .year]

    /// The first key in the order of the fields, those that are no times first; nil where there is none.
    ///
    /// - Parameter scored: Canonical rows with scores.
    static func find(_ saved: RestoredAnalysis, _ scored: Set<Int>, _ options: EstimateOptions) -> EstimateSummary
        .ProposedSources?
    {
        let (pair, table) = (saved.pair, saved.pair.train)
        let taken = Set(
            [saved.options.labelKey, saved.options.idKey, options.labelKey, options.idKey, pair.groupKey?.name].compactMap {
                $0
            }
                + pair.fields)
        func count(_ sources: [String?]) -> Int? {
            var sizes: [String: Int] = [:]
            for row in pair.trainRows where scored.contains(row) { sources[row].map { sizes[$0, default: 0] += 1 } }
            guard sizes.count <= 4 * counts.upperBound else { return nil }
            let large = sizes.values.filter { $0 >= SourceFits.leastRows }
            let known = pair.testRows.count { sources[$0].map { sizes[$0] != nil } ?? false }
            guard counts.contains(large.count), 2 * known < pair.testRows.count,
                Double(large.reduce(0, +)) >= leastShare * Double(sizes.values.reduce(0, +)),
                2 * sizes.values.reduce(0, +) > scored.count
            else { return nil }
            return large.count
        }
        func spread(_ key: String) -> [String?] {
            let (train, test) = (SourceColumn.texts(table, key), SourceColumn.texts(pair.test, key))
            return (0..<pair.count).map { (pair.isTest[$0] ? test : train)[pair.fileRow($0)] }
        }
        var times: [(key: String, texts: [String?])] = []
        for column in table.columns where !taken.contains(column.name) && !MetricNames.reserved.contains(column.name) {
            let some = (0..<column.count).lazy.filter { column.kind(at: $0) == .text || column.kind(at: $0) == .number }
                .prefix(100).map { column.string(at: $0) }
            guard !some.isEmpty else { continue }
            let isTime = 10 * some.count(where: FieldContent.isTime) >= 9 * some.count
            if isTime {
                times.append((column.name, spread(column.name)))
            } else if !FieldName.isReserved(column.name), let count = count(spread(column.name)) {
                return EstimateSummary.ProposedSources(key: column.name, period: nil, count: count)
            }
        }
        for (key, texts) in times {
            for period in periods {
                if let count = count(SourceColumn.periods(texts, period)) {
                    return EstimateSummary.ProposedSources(key: key, period: period, count: count)
                }
            }
        }
        return nil
    }
}

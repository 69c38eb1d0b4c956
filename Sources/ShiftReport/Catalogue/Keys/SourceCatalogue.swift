/// What the sources of train say of an estimate.
package protocol SourceCatalogue {
    /// roads, put right by sources
    var bySource: String { get }
    /// `count` sources of train under `key` were each estimated from the others.
    func sourcesHeldOut(count: Int, key: String) -> String
    /// source, as the head of a column
    var sourceHead: String { get }
    /// rows, as the head of a column
    var sourceRows: String { get }
    /// estimated, as the head of a column
    var sourceEstimated: String { get }
    /// true, as the head of a column
    var sourceTruth: String { get }
    /// off by, as the head of a column
    var sourceOffBy: String { get }
    /// `count` more, with smaller errors
    func sourcesMore(count: Int) -> String
    /// `count` sources have too few rows, or are beyond the largest.
    func sourcesLeftOut(count: Int) -> String
    /// The mean error, the spread between sources, and the largest error, which `name` has.
    func sourcesSpread(mean: String, tau: String, largest: String, name: String) -> String
    /// The figure was `from` with `range`; it is now put right by the mean error, with the interval for a new source.
    func sourcesPredict(from: String, range: String) -> String
    /// Fewer than `least` sources: the interval stays as it is.
    func sourcesFew(least: Int) -> String
    /// `rows` test rows are of sources that train has: the interval stays as it is.
    func sourcesKnown(rows: Int) -> String
    /// Train has `count` sources, which `option` would hold out.
    func sourcesProposed(count: Int, option: String) -> String
    /// Source `number` of `count` …
    func inSource(number: Int, count: Int) -> String
    /// --period needs --by; not with --drawn
    var periodNeedsBy: String { get }
    /// --by
    var optionBy: String { get }
    /// --period
    var optionPeriod: String { get }
}

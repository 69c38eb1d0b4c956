/// What `textshift audit` prints.
package protocol AuditCatalogue {
    /// metric:
    var metricTitle: String { get }
    /// On data like yours, weighted estimates are off by `weighted` points, unweighted by `unweighted`.
    func offBy(weighted: String, unweighted: String) -> String
    /// With the true ratio in place of the weights they would be off by `error`: what is left is the noise of …
    func offByTrueRatio(error: String) -> String
    /// Of a shift like the one found, weighted estimates are off by `weighted` points, unweighted by `unweighted`.
    func offByLikeFound(weighted: String, unweighted: String) -> String
    /// (a sample)
    var isSampled: String { get }
    /// `name`: `rows``sample` in `groups`; fields: `fields`
    func audited(name: String, rows: Int, sample: String, groups: Int, fields: String) -> String
    /// `name` (`mean`)
    func metricMean(name: String, mean: String) -> String
    /// the mean of `list`
    func meanOf(list: String) -> String
    /// the shares of rows in the upper half of `names` (name a label with --label, or a model's results with …
    func auditedInputs(names: String) -> String
    /// accuracy of a classifier of `label`
    func accuracyOf(label: String) -> String
    /// length
    var lengthName: String { get }
    /// direction `number`
    func directionName(number: String) -> String
    /// planted
    var planted: String { get }
    /// share of domain
    var shareOfDomain: String { get }
    /// off by:
    var offByTitle: String { get }
    /// true ratio
    var trueRatio: String { get }
    /// corr.
    var correlation: String { get }
    /// factor
    var factor: String { get }
    /// trusted
    var trusted: String { get }
    /// , odds `odds`
    func odds(odds: String) -> String
    /// `count` of `draws`
    func timesOf(count: Int, draws: Int) -> String
    /// none
    var shiftNone: String { get }
    /// topic
    var shiftTopic: String { get }
    /// length
    var shiftLength: String { get }
    /// rare
    var shiftRare: String { get }
    /// label
    var shiftLabel: String { get }
    /// found
    var shiftFound: String { get }
    /// Each shift was planted `draws` `draws` by dealing whole groups to two sides, a quarter of the rows to …
    func auditNotes(draws: Int, found: Int) -> String
}

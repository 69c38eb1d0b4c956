/// The results of `textshift check`.
package protocol GateCatalogue {
    /// | gate | found | limit | result |
    var gateColumns: String { get }
    /// pass
    var pass: String { get }
    /// **fail**
    var fail: String { get }
    /// `name`: `message`: `reason`
    func gateReason(name: String, message: String, reason: String) -> String
    /// `found`, expected `limit`
    func gateMessage(found: String, limit: String) -> String
    /// the probability that a test row looks more like test than a training row
    var areaMeaning: String { get }
    /// `count` rows
    func countOfRows(count: String) -> String
    /// how many unweighted rows the weighted ones are worth
    var effectiveMeaning: String { get }
    /// test rows that train does not cover
    var noSupportMeaning: String { get }
    /// test rows that are in train too, word for word or nearly
    var duplicatesMeaning: String { get }
    /// the weights are not to be trusted:
    var weightsFail: String { get }
    /// at least `limit`
    func atLeast(limit: String) -> String
    /// at most `limit`
    func atMost(limit: String) -> String
    /// not known
    var notKnown: String { get }
    /// a side has too few groups to be judged
    var tooFewGroupsToJudge: String { get }
}

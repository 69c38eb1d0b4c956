extension EnglishCatalogue: GateCatalogue {
    var gateColumns: String { "| gate | found | limit | result |" }
    var pass: String { "pass" }
    var fail: String { "**fail**" }
    func gateReason(name: String, message: String, reason: String) -> String { "\(name): \(message): \(reason)" }
    func gateMessage(found: String, limit: String) -> String { "\(found), expected \(limit)" }
    var areaMeaning: String { "the probability that a test row looks more like test than a training row" }
    func countOfRows(count: String) -> String { "\(count) rows" }
    var effectiveMeaning: String { "how many unweighted rows the weighted ones are worth" }
    var noSupportMeaning: String { "test rows that train does not cover" }
    var duplicatesMeaning: String { "test rows that are in train too, word for word or nearly" }
    var weightsFail: String { "the weights are not to be trusted: " }
    func atLeast(limit: String) -> String { "at least \(limit)" }
    func atMost(limit: String) -> String { "at most \(limit)" }
    var notKnown: String { "not known" }
    var tooFewGroupsToJudge: String { "a side has too few groups to be judged" }
}

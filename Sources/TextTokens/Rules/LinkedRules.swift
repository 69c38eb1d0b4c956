/// What the ICU that is linked lets us do ourselves, tried once for the process.
enum LinkedRules {
    /// The table of the linked ICU; nil where its rules are of an unknown form, or where a trial shows another result
    /// than ICU's. Tokens then come from ICU alone: the same, but slower.
    static let table: RuleTable? = {
        guard let breaker = try? WordBreaker(), let bytes = breaker.binaryRules(), let rules = BinaryRules(bytes),
            let table = RuleTable(rules), RuleTrial.passes(table, breaker)
        else { return nil }
        return table
    }()

    /// Whether ``HanDictionary`` divides runs of ideographs as ICU does.
    static let trustsIdeographs: Bool = {
        guard let table = Self.table, let dictionary = HanDictionary(), let breaker = try? WordBreaker()
        else { return false }
        return (RuleTrial.ideographs + RuleTrial.texts).allSatisfy { RuleTrial.agrees(on: $0, table, dictionary, breaker) }
    }()
}

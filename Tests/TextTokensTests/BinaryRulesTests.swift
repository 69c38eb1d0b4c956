import TestSupport
import Testing

@testable import TextTokens

@Suite("Compiled rules")
struct BinaryRulesTests {
    @Test("Rules cut short, of another format or changed at random are refused or read, but never trusted blindly")
    func damaged() throws {
        let breaker = try WordBreaker()
        let rules = try #require(breaker.binaryRules())
        guard BinaryRules(rules) != nil else { return }  // an ICU of another format
        for count in [0, 1, 4, 79, 80, rules.count / 2, rules.count - 1] {
            #expect(BinaryRules(Array(rules.prefix(count))) == nil)
        }
        var other = rules
        other[4] = 7
        #expect(BinaryRules(other) == nil)
        other = rules
        other[0] ^= 1
        #expect(BinaryRules(other) == nil)

        // Header and state table: nothing there may make reading go astray.
        var generator = SplitMix(seed: 6)
        for _ in 0..<200 {
            var damaged = rules
            for _ in 0..<3 { damaged[Int.random(in: 8..<100, using: &generator)] = .random(in: 0...255, using: &generator) }
            guard let read = BinaryRules(damaged) else { continue }
            for state in [0, 1, read.stateCount - 1] {
                _ = read.accepts(state)
                _ = read.status(state)
                _ = read.next(state, read.categoryCount - 1)
            }
        }
    }

    @Test("A table made of other rules than ICU's fails the trial")
    func trial() throws {
        let breaker = try WordBreaker()
        var rules = try #require(breaker.binaryRules())
        guard let read = BinaryRules(rules), RuleTable.linked != nil else { return }
        // The state table follows the header of 80 bytes; let the start state take every category as the first one.
        let rowLength = 3 + read.categoryCount
        let start = 80 + 20 + rowLength
        for category in 4..<read.categoryCount { rules[start + 3 + category] = rules[start + 3 + 3] }
        let table = try #require(BinaryRules(rules).flatMap(RuleTable.init))
        #expect(!RuleTrial.passes(table, breaker))
    }
}

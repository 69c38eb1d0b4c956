/// Rows of opinions with a label that the words tell mostly.
package enum OpinionCorpora {
    /// Words of positive rows.
    package static let good = ["splendid", "lovely", "praise", "delight"]
    /// Words of negative rows.
    package static let bad = ["dreadful", "broken", "refund", "regret"]

    /// Rows as JSON; a row is positive with a chance of `share`.
    ///
    /// - Parameter answers: JSON of one more member, `answers`.
    package static func rows(_ side: String, _ count: Int, positive share: Double, answers: String? = nil) -> [String] {
        var draws = LinearCongruential(name: side, salt: 5)
        let plain = (0..<20).map { "common\($0 * 7)" }
        return (0..<count).map { row in
            let isPositive = draws.uniform() < share
            let words = (0..<9).map { _ -> String in
                let isTelling = draws.uniform() < 0.35
                return draws.element(of: isTelling ? (draws.uniform() < 0.9) == isPositive ? good : bad : plain)
            }
            let more = answers.map { ",\"answers\":\($0)" } ?? ""
            let text = words.joined(separator: " ")
            return "{\"id\":\"\(side)-\(row)\",\"text\":\"\(text)\",\"label\":\(isPositive ? 1 : 0)\(more)}"
        }
    }
}

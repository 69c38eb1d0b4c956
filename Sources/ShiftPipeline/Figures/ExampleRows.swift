import Foundation
import ShiftModel
import TextRecords

/// Picks the rows at the ends of the uncalibrated out-of-fold logit, each group once.
struct ExampleRows {
    /// Rows per list, and characters of each field that are kept.
    static let count = 3
    static let characters = 200

    private let pair: ComparedPair
    private let scores: [ModelScorer.Score]
    /// By row; 0 for rows of test.
    private let weights: [Double]
    private let idKey: String

    init(_ pair: ComparedPair, _ scored: ScoredPair, idKey: String?) {
        self.pair = pair
        scores = scored.scores
        weights = pair.order.spread(ofTrain: scored.weights.values, other: 0)
        self.idKey = idKey ?? "id"
    }

    var examples: Examples {
        let train = pick(pair.trainRows)
        let test = pick(pair.testRows)
        return Examples(
            testLikeTrain: train.highest.map(example), trainLikeTrain: train.lowest.map(example),
            outOfSupportTest: test.highest.map(example))
    }

    /// One row.
    func example(_ row: Int) -> Examples.Example {
        let table = pair.table(row)
        let own = pair.fileRow(row)
        var fields: [String: String] = [:]
        for name in pair.fields {
            fields[name] = String((table.column(named: name)?.string(at: own) ?? "").prefix(Self.characters))
        }
        let place = table.location(ofRecord: own)
        // Records on the same line are adjacent.
        let sharesLine = [own - 1, own + 1].contains {
            (0..<table.count).contains($0) && table.location(ofRecord: $0).line == place.line
                && table.location(ofRecord: $0).path == place.path
        }
        return Examples.Example(
            id: table.column(named: idKey)?.string(at: own),
            file: place.path == table.path ? nil : (place.path as NSString).lastPathComponent, line: place.line,
            sharesLine: sharesLine ? true : nil, pTest: scores[row].pTest, weight: pair.isTest[row] ? nil : weights[row],
            fields: fields)
    }

    /// The ends of the rows' order, each group once.
    private func pick(_ rows: [Int]) -> (highest: [Int], lowest: [Int]) {
        let groups = pair.groups.ofRow
        func first(_ precedes: (Double, Double) -> Bool) -> [Int] {
            var best: [Int] = []
            var seen = Set<Int32>()
            for row in rows {
                let logit = scores[row].logit
                if best.count == Self.count, !precedes(logit, scores[best[Self.count - 1]].logit) { continue }
                if seen.contains(groups[row]) {
                    guard let own = best.firstIndex(where: { groups[$0] == groups[row] }),
                        precedes(logit, scores[best[own]].logit)
                    else { continue }
                    best.remove(at: own)
                }
                let position = best.firstIndex { precedes(logit, scores[$0].logit) } ?? best.count
                best.insert(row, at: position)
                seen.insert(groups[row])
                if best.count > Self.count { seen.remove(groups[best.removeLast()]) }
            }
            return best
        }
        return (first(>), first(<))
    }
}

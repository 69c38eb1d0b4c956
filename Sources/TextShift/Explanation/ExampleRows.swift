import Foundation
import ShiftReport
import TextRecords

/// Picks the rows at the ends of the uncalibrated out-of-fold logit.
enum ExampleRows {
    /// Rows a list, and characters of each field that are kept.
    static let count = 3
    static let characters = 200

    /// - Parameters:
    ///   - logits: Uncalibrated, by row, as `pTest` and `groups`.
    ///   - weights: By row of the training file.
    static func find(
        _ pair: CorpusPair, groups: [Int32], logits: [Double], pTest: [Double], weights: [Double], idKey: String?
    ) -> Examples {
        let train = pick(groups, pair.trainRows, logits)
        let test = pick(groups, (0..<pair.count).filter { pair.isTest[$0] }, logits)
        func list(_ rows: [Int]) -> [Examples.Example] {
            rows.map { row in
                let table = pair.table(row)
                let own = pair.fileRow(row)
                var fields: [String: String] = [:]
                for name in pair.fields {
                    fields[name] = String((table.column(named: name)?.string(at: own) ?? "").prefix(characters))
                }
                let place = table.location(ofRecord: own)
                // Records of one line stand beside each other.
                let sharesLine = [own - 1, own + 1].contains {
                    (0..<table.count).contains($0) && table.location(ofRecord: $0).line == place.line
                        && table.location(ofRecord: $0).path == place.path
                }
                return Examples.Example(
                    id: table.column(named: idKey ?? "id")?.string(at: own),
                    file: place.path == table.path ? nil : (place.path as NSString).lastPathComponent, line: place.line,
                    sharesLine: sharesLine ? true : nil, pTest: pTest[row], weight: pair.isTest[row] ? nil : weights[own], fields: fields)
            }
        }
        return Examples(
            testLikeTrain: list(train.highest), trainLikeTrain: list(train.lowest), outOfSupportTest: list(test.highest))
    }

    /// The ends of the rows' order, each group once.
    private static func pick(_ groups: [Int32], _ rows: [Int], _ logits: [Double]) -> (highest: [Int], lowest: [Int]) {
        func first(_ precedes: (Double, Double) -> Bool) -> [Int] {
            var best: [Int] = []
            var seen = Set<Int32>()
            for row in rows {
                if best.count == count, !precedes(logits[row], logits[best[count - 1]]) { continue }
                if seen.contains(groups[row]) {
                    guard let own = best.firstIndex(where: { groups[$0] == groups[row] }),
                        precedes(logits[row], logits[best[own]])
                    else { continue }
                    best.remove(at: own)
                }
                let position = best.firstIndex { precedes(logits[row], logits[$0]) } ?? best.count
                best.insert(row, at: position)
                seen.insert(groups[row])
                if best.count > count { seen.remove(groups[best.removeLast()]) }
            }
            return best
        }
        return (first(>), first(<))
    }
}

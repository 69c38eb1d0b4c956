import TextRecords

/// The classes of `--stratify`: a label, a source, whatever the drawn set should have in its weighted shares.
struct Stratification: Sendable, Equatable {
    /// The classes of train, the most frequent first; rows without one are the last, called "".
    let names: [String]
    /// The class of each training row, in canonical order.
    let ofRow: [Int]

    /// - Throws: ``AnalysisError/diagnosedLabelAbsent(key:path:available:)``.
    init(_ pair: ComparedPair, key: String) throws {
        guard pair.train.column(named: key) != nil else {
            throw AnalysisError.diagnosedLabelAbsent(key: key, path: pair.train.path, available: pair.train.columns.map(\.name))
        }
        self.init(pair.trainRows.map { pair.train.label(at: pair.fileRow($0), key: key) ?? "" })
    }

    init(_ values: [String]) {
        var counts: [String: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        names = counts.sorted {
            ($0.key.isEmpty ? 1 : 0, -$0.value, $0.key) < ($1.key.isEmpty ? 1 : 0, -$1.value, $1.key)
        }.map(\.key)
        var numbers: [String: Int] = [:]
        for (number, name) in names.enumerated() { numbers[name] = number }
        ofRow = values.map { numbers[$0] ?? 0 }
    }

    /// The classes that none of the drawn rows has, the most frequent in train first, each with its rows in train.
    /// - Parameter drawn: Places in ``ofRow``.
    func lost(_ drawn: [Int]) -> [StratumShare] {
        let held = Set(drawn.map { ofRow[$0] })
        let (counts, count) = (counts, Double(max(ofRow.count, 1)))
        return names.indices.filter { !held.contains($0) && !names[$0].isEmpty }.map {
            StratumShare(name: names[$0], trainRows: counts[$0], trainShare: Double(counts[$0]) / count)
        }
    }

    private var counts: [Int] {
        var counts = [Int](repeating: 0, count: names.count)
        for number in ofRow { counts[number] += 1 }
        return counts
    }
}

/// A class of `--stratify` that the drawn set has no row of.
public struct StratumShare: Codable, Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Training rows of it.
    public var trainRows: Int
    /// Their share of train, 0...1.
    public var trainShare: Double

    package init(name: String, trainRows: Int, trainShare: Double) {
        (self.name, self.trainRows, self.trainShare) = (name, trainRows, trainShare)
    }
}

import Statistics

/// A stratified draw without replacement from rows that pass once, whose number and scores nobody knows before: memory is bounded by the
/// draws, not by the rows.
///
/// The scores are cut into fine cells that are fixed beforehand. Each row gets a random key of its own, and each cell keeps the rows with
/// the smallest keys, as many as may be drawn in all. At the end neighbouring cells are joined to strata in which the expected spreads add
/// up to the same, as in ``StratifiedDraw``, the draws are shared out as there, and a stratum gives the n_h rows with the smallest keys of
/// its cells: a simple random sample of it, since the keys are independent of everything else (bottom-k sampling; Cohen & Kaplan 2007). So
/// every row of the stratum is drawn with π = n_h / N_h.
package struct StratifiedReservoir<Record: Sendable>: Sendable {
    /// Rows that a cell keeps at most twice as many as; the most draws.
    package let capacity: Int
    /// Number of rows that passed.
    package private(set) var count = 0
    /// Rows that are kept.
    package var keptRows: Int { cells.values.reduce(0) { $0 + $1.kept.count } }
    /// Whether all scores so far can be probabilities.
    package private(set) var areShares = true

    private let cellCount: Int
    private let seed: UInt64
    private var cells: [Int: Cell] = [:]

    /// Rows that all cells keep together, at the most, unless twenty cells of ``capacity`` rows are more.
    private static var budget: Int { 100_000 }
    private static var purpose: SeededGenerator.Purpose { SeededGenerator.Purpose("label-first-stream") }

    private struct Kept: Sendable {
        var key: UInt64
        var place: Int
        var record: Record
    }

    private struct Cell: Sendable {
        var rows = 0
        var scores: ClosedRange<Double>
        /// Sums over all its rows, kept or not.
        var spread = 0.0
        var shares = 0.0
        var kept: [Kept] = []
        /// No row with a greater key is among the smallest.
        var bound = UInt64.max
    }

    /// - Parameter capacity: The most rows that will be drawn, at least 1.
    package init(capacity: Int, seed: UInt64) {
        (self.capacity, self.seed) = (max(capacity, 1), seed)
        cellCount = min(256, max(20, Self.budget / max(capacity, 1)))
    }

    /// A row passes.
    ///
    /// - Parameters:
    ///   - score: Finite.
    ///   - record: Made only if the row may be drawn.
    package mutating func add<Failure: Error>(score: Double, record: () throws(Failure) -> Record) throws(Failure) {
        let key = SeededGenerator.bits(seed: seed, purpose: Self.purpose, key: UInt64(count))
        let number = number(of: score)
        var cell = cells.removeValue(forKey: number) ?? Cell(scores: score...score)
        cell.rows += 1
        cell.scores = min(cell.scores.lowerBound, score)...max(cell.scores.upperBound, score)
        let share = Self.share(score)
        cell.shares += share
        cell.spread += (share * (1 - share)).squareRoot()
        if key < cell.bound {
            cell.kept.append(Kept(key: key, place: count, record: try record()))
            if cell.kept.count >= 2 * capacity {
                cell.kept.sort { $0.key < $1.key }
                cell.kept.removeLast(cell.kept.count - capacity)
                cell.bound = cell.kept[capacity - 1].key
            }
        }
        cells[number] = cell
        areShares = areShares && (0...1).contains(score)
        count += 1
    }

    /// What the model is sure of may be wrong too, so nothing has a spread of none.
    private static func share(_ score: Double) -> Double { min(max(score, 0.02), 0.98) }

    /// The cell of a score: even ones from 0 to 1, and beyond these by the inverse, as many again on either side.
    private func number(of score: Double) -> Int {
        let cells = Double(cellCount)
        if score > 1 { return cellCount + Int(cells * (1 - 1 / score)) }
        if score < 0 { return -1 - Int(cells * (1 - 1 / (1 - score))) }
        return min(Int(cells * score), cellCount - 1)
    }

    /// A drawn row.
    package struct Drawn: Sendable {
        /// Which of the rows it was, from 0.
        package var place: Int
        package var record: Record
        package var probability: Double
        package var stratum: Int
    }

    /// A stratum, with the sums that an expected variance takes.
    package struct Stratum: Sendable {
        package var scores: ClosedRange<Double>
        package var rows: Int
        package var drawn: Int
        /// The mean of the scores of its rows, kept within 0.02 to 0.98.
        package var share: Double
    }

    /// The draw.
    ///
    /// - Parameters:
    ///   - count: Rows to draw, at most ``capacity``.
    ///   - strataCount: The most strata.
    ///   - bySpread: Whether to draw by the spread of a share with the scores as its probabilities, else every stratum alike.
    package func strata(count: Int, strata strataCount: Int, bySpread: Bool) -> [Stratum] {
        parts(count, strataCount, bySpread).map(\.stratum)
    }

    /// The rows of ``strata(count:strata:bySpread:)``, in the order in which they passed.
    package func draw(count: Int, strata strataCount: Int, bySpread: Bool) -> [Drawn] {
        var rows: [Drawn] = []
        for (number, part) in parts(count, strataCount, bySpread).enumerated() {
            let kept = part.cells.flatMap(\.kept).sorted { ($0.key, $0.place) < ($1.key, $1.place) }
            let probability = Double(part.stratum.drawn) / Double(part.stratum.rows)
            rows += kept.prefix(part.stratum.drawn).map {
                Drawn(place: $0.place, record: $0.record, probability: probability, stratum: number)
            }
        }
        return rows.sorted { $0.place < $1.place }
    }

    private func parts(_ count: Int, _ strataCount: Int, _ bySpread: Bool) -> [(cells: [Cell], stratum: Stratum)] {
        let count = min(count, capacity, self.count)
        let ordered = cells.sorted { $0.key < $1.key }.map(\.value)
        func size(_ cell: Cell) -> Double { bySpread ? cell.spread : Double(cell.rows) }
        let total = ordered.reduce(0) { $0 + size($1) }
        let most = max(min(strataCount, count / 2), 1)
        var members: [[Cell]] = []
        var (mass, rows) = (0.0, 0)
        for cell in ordered {
            // A cell is not cut: it goes to the side of the due cut that it lies on with its middle.
            let isDue = mass + 0.5 * size(cell) >= total * Double(members.count) / Double(most)
            if members.isEmpty || (isDue && rows >= 2 && members.count < most) {
                members.append([])
                rows = 0
            }
            members[members.count - 1].append(cell)
            mass += size(cell)
            rows += cell.rows
        }
        if members.count > 1, rows < 2 {
            let last = members.removeLast()
            members[members.count - 1] += last
        }
        let sizes = members.map { $0.reduce(0) { $0 + $1.rows } }
        let draws = StratifiedDraw.allocate(count, sizes, members.map { $0.reduce(0) { $0 + size($1) } })
        return members.indices.map { number in
            let own = members[number]
            return (
                own,
                Stratum(
                    scores: (own.first?.scores.lowerBound ?? 0)...(own.last?.scores.upperBound ?? 0), rows: sizes[number],
                    drawn: draws[number], share: own.reduce(0) { $0 + $1.shares } / Double(max(sizes[number], 1)))
            )
        }
    }
}

import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import TextTokens

/// The words and phrases whose frequency differs between the sides, by ``LogOdds`` on groups.
struct MovedTerms {
    /// Least number of groups, both sides together, with a word or a phrase for it to be tested. There are many rare phrases,
    /// and a single word of theirs says as much.
    static let minimumGroups = (words: 5, phrases: 10)
    /// Terms are listed at this false discovery rate, and this many per side.
    static let rate = 0.05
    static let count = 30
    /// A phrase in at least this part of a word's groups replaces the word.
    private static let standIn = 0.8

    /// A term with its test.
    struct Tested: Sendable {
        var term: TermGroups.Term
        var odds: LogOdds
        var qValue: Double
    }

    /// Terms that were tested.
    let tested: Int
    /// Those that no group of train holds.
    let onlyInTest: [TermGroups.Term]
    /// Groups of each side.
    let groupCounts: (train: Int, test: Int)
    /// Those with a false discovery rate of ``rate`` at most, by decreasing |z|.
    let moved: [Tested]

    /// - Parameters:
    ///   - isTest: Side of each row.
    ///   - groups: Group of each row.
    init(
        _ views: FeatureViews, rows: SegmentRows, isTest: [Bool], groups: [Int32], workers: WorkerPool
    ) {
        let counted = TermGroups(
            views: views, rows: rows, isTest: isTest, groups: groups, minimum: Self.minimumGroups, workers: workers)
        let terms = counted.terms
        let share = 4096
        let odds = workers.map((terms.count + share - 1) / share) { part in
            terms[part * share..<min((part + 1) * share, terms.count)].map { term in
                let lengths = counted.lengths[Int(views.terms.fields[Int(term.first)])]
                func side(_ count: TermGroups.Count, _ all: TermGroups.Lengths) -> LogOdds.Side {
                    LogOdds.Side(
                        held: count.groups, groups: all.groups, heldLengths: Double(count.lengths),
                        lengths: Double(all.total), squaredLengths: all.squares)
                }
                return LogOdds(
                    train: side(term.counts.train, lengths.train), test: side(term.counts.test, lengths.test))
            }
        }.flatMap { $0 }
        let qValues = FalseDiscovery.adjusted(odds.map(\.pValue))
        tested = terms.count
        onlyInTest = terms.filter { $0.counts.train.groups == 0 }
        groupCounts = counted.lengths.first.map { ($0.train.groups, $0.test.groups) } ?? (0, 0)
        moved = terms.indices.filter { qValues[$0] <= Self.rate }
            .sorted { (abs(odds[$1].z), $0) < (abs(odds[$0].z), $1) }
            .map { Tested(term: terms[$0], odds: odds[$0], qValue: qValues[$0]) }
    }

    /// The terms without redundant ones. Of a phrase and a word in it that move the same way, the less certain one is dropped;
    /// the word is dropped in any case if most of its groups have the phrase ("热水" beside "热水器").
    func distinct() -> [Tested] {
        var words: [Int32: Tested] = [:]
        for item in moved where item.term.second < 0 { words[item.term.first] = item }
        var replaced: Set<Int32> = []
        var kept: [Tested] = []
        for item in moved where item.term.second >= 0 {
            let own = Double(item.term.groups)
            let alone = [item.term.first, item.term.second].compactMap { words[$0] }
                .filter { ($0.odds.z > 0) == (item.odds.z > 0) }
            let weaker = alone.filter {
                own >= Self.standIn * Double($0.term.groups) || abs($0.odds.z) < abs(item.odds.z)
            }
            if weaker.count < alone.count { continue }
            replaced.formUnion(weaker.map(\.term.first))
            kept.append(item)
        }
        let phrases = Set(kept.map { Pair($0.term) })
        return moved.filter {
            $0.term.second < 0 ? !replaced.contains($0.term.first) : phrases.contains(Pair($0.term))
        }
    }

    private struct Pair: Hashable {
        var first: Int32
        var second: Int32

        init(_ term: TermGroups.Term) { (first, second) = (term.first, term.second) }
    }

    /// The list of a report, the most certain first.
    static func list(
        _ found: MovedTerms, _ fitted: DiscriminatorFit, _ pair: ComparedPair, _ workers: WorkerPool
    ) throws -> [MovedTerm] {
        // Some more than are listed, since a term whose share of the rows moves the other way, because groups differ in size,
        // is dropped.
        let distinct = found.distinct()
        let candidates = [1.0, -1].flatMap { sign in distinct.filter { $0.odds.z * sign > 0 }.prefix(2 * count) }
        let places = TermPlaces(candidates.map(\.term), fitted, workers)
        let sizes = (train: Double(max(pair.trainRows.count, 1)), test: Double(max(pair.testRows.count, 1)))
        var left = (up: count, down: count)
        var chosen: [(number: Int, words: [Int])] = []
        for number in candidates.indices.sorted(by: {
            (abs(candidates[$1].odds.z), $0) < (abs(candidates[$0].odds.z), $1)
        }) {
            let z = candidates[number].odds.z
            let place = places.found[number]
            let moves = Double(place.testRows) / sizes.test - Double(place.trainRows) / sizes.train
            let words = extended(candidates[number].term, place)
            guard moves * z > 0, z > 0 ? left.up > 0 : left.down > 0, !chosen.contains(where: { $0.words == words }) else {
                continue
            }
            if z > 0 { left.up -= 1 } else { left.down -= 1 }
            chosen.append((number, words))
        }
        let coefficients = fitted.crossFit.meanCoefficients(view: "words", stages: fitted.stages)
        let contexts = TermContexts(pair: pair, segments: fitted.views.words.segmentCount)
        let listed = chosen.map { (item: candidates[$0.number], place: places.found[$0.number], features: $0.words) }
        return try workers.map(listed.count, state: { Result { try TermContexts.Reader() } }) { number, reader in
            Result {
                let (item, place, features) = listed[number]
                let (first, second) = (Int(item.term.first), Int(item.term.second))
                let words = features.map { fitted.views.terms.term($0) }
                let field = Int(fitted.views.terms.fields[first])
                return MovedTerm(
                    term: joined(words), field: pair.fields[field], logOdds: item.odds.logOdds, z: item.odds.z,
                    qValue: item.qValue, trainGroups: item.term.counts.train.groups, testGroups: item.term.counts.test.groups,
                    trainShare: Double(place.trainRows) / sizes.train, testShare: Double(place.testRows) / sizes.test,
                    contribution: second < 0 && first < coefficients.count
                        ? Double(coefficients[first]) * (place.testMean / sizes.test - place.trainMean / sizes.train) : nil,
                    contexts: try contexts.find(words, in: place.segments, field: field, try reader.get()))
            }
        }.map { try $0.get() }
    }

    /// The words of a term: for a phrase, with the word before and the word after it if they are there in most of its rows
    /// ("洗" before "发" "水").
    private static func extended(_ term: TermGroups.Term, _ place: TermPlaces.Found) -> [Int] {
        guard term.second >= 0 else { return [Int(term.first)] }
        let most = standIn * Double(place.trainRows + place.testRows)
        func neighbour(_ rows: [Int32: Int]) -> [Int] { rows.filter { Double($0.value) >= most }.map { Int($0.key) } }
        return neighbour(place.before) + [Int(term.first), Int(term.second)] + neighbour(place.after)
    }

    /// Chinese and Japanese words are written without a space between them.
    static func joined(_ words: [String]) -> String {
        words.dropFirst().reduce(words.first ?? "") { phrase, word in
            func isDense(_ scalar: Unicode.Scalar?) -> Bool {
                scalar.map { [.han, .kana].contains(ScriptClass.of($0)) } ?? false
            }
            return phrase + (isDense(phrase.unicodeScalars.last) && isDense(word.unicodeScalars.first) ? "" : " ") + word
        }
    }
}

extension TermGroups.Term {
    /// Groups of each side that have it.
    fileprivate var groups: Int { counts.train.groups + counts.test.groups }
}

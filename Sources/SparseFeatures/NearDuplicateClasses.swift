import ParallelWork

/// Classes of the texts of one field that nearly repeat one another (``Shingles/areNear(_:_:)``), joined transitively.
///
/// Candidates share one of the four least shingle hashes of each text, a bottom-k sketch (Cohen & Kaplan 2007): texts with a Jaccard
/// index J of their shingles share one with probability 1 - (1 - J)⁴, 0.99 at 0.7; what is a candidate is compared by all of its
/// shingles. Time is linear but for the sorting of the hashes; memory is 48 bytes a text, and freed at the end.
package struct NearDuplicateClasses: Sendable {
    private static let anchors = 4
    /// Texts that a text with a common hash is compared with, beside those with another hash in common: the members of a template are
    /// near any of these.
    private static let candidates = 8
    /// A hash that more texts have is a common phrase: those that share it alone are not compared.
    private static let rare = 16

    /// For each text of the field, in order, the first text of its class; the text itself where it is near none.
    package let firstOfText: [Int32]

    /// - Parameter field: The field of `source` whose texts are compared.
    package init(_ source: some SegmentSource, field: Int, workers: WorkerPool) {
        let start = source.fieldStarts[field]
        let count = source.fieldStarts[field + 1] - start
        let share = 512
        let sketches = workers.map((count + share - 1) / share, state: { Shingles() }) { part, shingles -> [UInt32] in
            var sketch: [UInt32] = []
            for text in part * share..<min((part + 1) * share, count) {
                source.withUTF8(start + text) { shingles.read($0) }
                // Ascending, so that the least come first. Zero stands for none.
                let isCompared = shingles.shingles.count >= Shingles.least
                for place in 0..<Self.anchors { sketch.append(isCompared ? max(shingles.shingles[place], 1) : 0) }
            }
            return sketch
        }.flatMap { $0 }

        var pairs: [UInt64] = []
        for text in 0..<count {
            for place in 0..<Self.anchors where sketches[text * Self.anchors + place] != 0 {
                pairs.append(UInt64(sketches[text * Self.anchors + place]) << 32 | UInt64(text))
            }
        }
        pairs.sort()
        var classes = Classes(count: count)
        var own = Shingles()
        var known: [Int: Shingles] = [:]
        var run = 0
        while run < pairs.count {
            var end = run + 1
            while end < pairs.count, pairs[end] >> 32 == pairs[run] >> 32 { end += 1 }
            defer { run = end }
            guard end - run > 1 else { continue }
            let isRare = end - run <= Self.rare
            var representatives: [Int] = []
            known.removeAll(keepingCapacity: true)
            for pair in pairs[run..<end] {
                let text = Int(pair & 0xFFFF_FFFF)
                var isRead = false
                var isNear = false
                for other in representatives {
                    if classes.first(of: text) == classes.first(of: other) {
                        isNear = true
                        break
                    }
                    guard isRare || Self.shareAnother(text, other, sketches) else { continue }
                    if !isRead {
                        source.withUTF8(start + text) { own.read($0) }
                        isRead = true
                    }
                    let theirs =
                        known[other]
                        ?? {
                            var read = Shingles()
                            source.withUTF8(start + other) { read.read($0) }
                            return read
                        }()
                    known[other] = theirs
                    if Shingles.areNear(own, theirs) {
                        classes.join(text, other)
                        isNear = true
                        break
                    }
                }
                if !isNear, representatives.count < Self.candidates { representatives.append(text) }
            }
        }
        firstOfText = (0..<count).map { Int32(classes.first(of: $0)) }
    }

    /// Whether two sketches have two hashes in common.
    private static func shareAnother(_ a: Int, _ b: Int, _ sketches: [UInt32]) -> Bool {
        var shared = 0
        for i in 0..<anchors {
            for j in 0..<anchors where sketches[a * anchors + i] == sketches[b * anchors + j] { shared += 1 }
        }
        return shared > 1
    }

    /// Disjoint classes, each known by its first member.
    private struct Classes {
        private var parents: [Int32]

        init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

        mutating func first(of text: Int) -> Int {
            var text = Int32(text)
            while parents[Int(text)] != text {
                parents[Int(text)] = parents[Int(parents[Int(text)])]
                text = parents[Int(text)]
            }
            return Int(text)
        }

        mutating func join(_ a: Int, _ b: Int) {
            let (a, b) = (first(of: a), first(of: b))
            if a != b { parents[max(a, b)] = Int32(min(a, b)) }
        }
    }
}

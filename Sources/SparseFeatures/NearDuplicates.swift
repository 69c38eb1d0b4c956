/// Finds texts that nearly repeat others, by locality-sensitive hashing of their ``TextSignature``s.
package enum NearDuplicates {
    /// Least estimated Jaccard index of the n-gram sets of near duplicates.
    package static let threshold = 0.8
    /// Bins per key: pairs with index 0.8 share one of the 8 keys with probability 0.98.
    private static let band = 4
    /// Candidates that a text is compared with under one key: enough for everything but templates, which are near any of these.
    private static let candidates = 8

    /// - Parameters:
    ///   - signatures: Texts × bins, row-major, as ``FeatureViews/signatures``.
    ///   - isReference: Which texts may be repeated.
    ///   - isQuery: Which texts are asked about.
    /// - Returns: For each text, whether it is asked about and nearly repeats another text that may be repeated.
    package static func find(signatures: [UInt32], isReference: [Bool], isQuery: [Bool]) -> [Bool] {
        let bins = TextSignature.bins
        var found = [Bool](repeating: false, count: isQuery.count)
        for start in stride(from: 0, to: bins, by: band) {
            func key(_ text: Int) -> UInt64? {
                let base = text * bins + start
                guard signatures[base] != 0 else { return nil }
                var key = UInt64(start)
                for bin in base..<base + band { key = FeatureHasher.mix(key, UInt64(signatures[bin])) }
                return key
            }
            // Only the keys of the queries, which are few, take memory; the references are streamed.
            var asked = HashIndex(capacity: 1 << 12)
            var queries: [(text: Int, key: Int)] = []
            for text in isQuery.indices where isQuery[text] && !found[text] {
                if let key = key(text) { queries.append((text, asked.insert(key).number)) }
            }
            var references = [[Int32]](repeating: [], count: asked.count)
            for text in isReference.indices where isReference[text] {
                guard let key = key(text), let number = asked.number(of: key), references[number].count < candidates
                else { continue }
                references[number].append(Int32(text))
            }
            for (text, key) in queries {
                found[text] = references[key].contains {
                    Int($0) != text && similarity(Int($0), text, signatures) >= threshold
                }
            }
        }
        return found
    }

    /// Whether two texts nearly repeat each other; false for texts too short for a sketch.
    ///
    /// - Parameter signatures: As in ``find(signatures:isReference:isQuery:)``.
    package static func areNear(_ a: Int, _ b: Int, signatures: [UInt32]) -> Bool {
        signatures.withUnsafeBufferPointer { areNear(a, b, in: $0) }
    }

    /// All texts that nearly repeat one, itself included.
    package static func near(_ text: Int, signatures: [UInt32]) -> [Int] {
        signatures.withUnsafeBufferPointer { signatures in
            (0..<signatures.count / TextSignature.bins).filter { $0 == text || areNear($0, text, in: signatures) }
        }
    }

    @inline(__always)
    private static func areNear(_ a: Int, _ b: Int, in signatures: UnsafeBufferPointer<UInt32>) -> Bool {
        let bins = TextSignature.bins
        guard signatures[a * bins] != 0, signatures[b * bins] != 0 else { return false }
        let most = bins - Int((threshold * Double(bins)).rounded(.up))
        var different = 0
        // Most pairs differ in most bins.
        for bin in 0..<bins where signatures[a &* bins &+ bin] != signatures[b &* bins &+ bin] {
            different += 1
            if different > most { return false }
        }
        return true
    }

    private static func similarity(_ a: Int, _ b: Int, _ signatures: [UInt32]) -> Double {
        let bins = TextSignature.bins
        var equal = 0
        for bin in 0..<bins where signatures[a * bins + bin] == signatures[b * bins + bin] { equal += 1 }
        return Double(equal) / Double(bins)
    }
}

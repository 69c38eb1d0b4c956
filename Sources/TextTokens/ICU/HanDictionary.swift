import CICU

/// Divides runs of ideographs as ICU does: into the dictionary's words with the least total cost.
///
/// ICU's own engine spends most of its time getting to the dictionary (a text object for each run, a search through
/// thousands of branches for each first character). This one reads the same dictionary, caches the places of first characters
/// and recent pairs, and takes the same shortest path. It handles only ideographs of Unicode 1.1, which do not compose and to
/// which no rule for kana or Hangul applies. All other runs go to ICU.
///
/// One per worker: it holds buffers and a cache.
final class HanDictionary {
    /// ICU's cost of a character that is not itself a word in the dictionary.
    private static let unknownCost: Int32 = 255
    /// Longest word that ICU looks for, in characters.
    private static let longestWord: Int32 = 20
    private static let unreached = Int32.max
    /// Most characters in a run; with more, costs might not fit. Longer runs go to ICU.
    private static let longestRun = 1 << 20
    private static let bytesEach = 3

    private let dictionary: OpaquePointer
    private let lengths: UnsafeMutablePointer<Int32>
    private let costs: UnsafeMutablePointer<Int32>
    /// By character of the run, and one more at the end: the character, the least cost up to it, and where the last word of the
    /// cheapest path to it begins.
    private var units: UnsafeMutablePointer<UInt16>
    private var least: UnsafeMutablePointer<Int32>
    private var previous: UnsafeMutablePointer<Int32>
    private var capacity = 256

    /// Nil if the linked ICU has its dictionary in another form, or has none.
    init?() {
        guard let opened = cicu_openDictionary() else { return nil }
        dictionary = opened
        lengths = .allocate(capacity: Int(Self.longestWord) + 1)
        costs = .allocate(capacity: Int(Self.longestWord) + 1)
        units = .allocate(capacity: capacity)
        least = .allocate(capacity: capacity)
        previous = .allocate(capacity: capacity)
    }

    deinit {
        cicu_closeDictionary(dictionary)
        for buffer in [lengths, costs, least, previous] { buffer.deallocate() }
        units.deallocate()
    }

    /// Appends the words of the bytes `start..<end` of `text`; false, with nothing appended, if the run has to go to ICU.
    ///
    /// - Parameter isWord: The `isWord` of every token.
    func appendTokens(
        of text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, isWord: Bool, to tokens: inout TokenBuffer
    ) -> Bool {
        let count = (end - start) / Self.bytesEach
        guard count * Self.bytesEach == end - start, count <= Self.longestRun else { return false }
        if count + 1 > capacity { grow(to: count + 1) }
        guard decode(text + start, count) else { return false }
        findPath(count)
        // Reverses the path: `least` is no longer needed and takes the end of each word.
        var words = 0
        var position = Int32(truncatingIfNeeded: count)
        while position > 0 {
            least[words] = position
            words &+= 1
            position = previous[Int(position)]
        }
        tokens.reserve(words)
        var from = start
        for word in (0..<words).reversed() {
            let to = start &+ Int(least[word]) &* Self.bytesEach
            tokens.append(from, to, isWord: isWord)
            from = to
        }
        return true
    }

    /// The cheapest path to each character: of equally cheap ones the first found stays, as in ICU.
    private func findPath(_ count: Int) {
        let (least, previous, lengths, costs) = (least, previous, lengths, costs)
        least.update(repeating: Self.unreached, count: count + 1)
        least[0] = 0
        for position in 0..<count {
            // Every character can be a word, so every place is reached.
            let before = least[position]
            let left = Int32(truncatingIfNeeded: count &- position)
            var found = Int(cicu_findWords(dictionary, units + position, left, Self.longestWord, lengths, costs))
            if found == 0 || lengths[0] != 1 {
                lengths[found] = 1
                costs[found] = Self.unknownCost
                found &+= 1
            }
            for word in 0..<found {
                let end = position &+ Int(lengths[word])
                let cost = before &+ costs[word]
                if cost < least[end] {
                    least[end] = cost
                    previous[end] = Int32(truncatingIfNeeded: position)
                }
            }
        }
    }

    /// Reads `count` ideographs; false if there is anything else.
    private func decode(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let units = units
        var outside: UInt32 = 0
        for position in 0..<count {
            let bytes = text + position &* Self.bytesEach
            let (b0, b1, b2) = (UInt32(bytes[0]), UInt32(bytes[1]), UInt32(bytes[2]))
            let point = (b0 & 0x0F) << 12 | (b1 & 0x3F) << 6 | b2 & 0x3F
            let isIdeograph = point &- UInt32(CICU_FIRST_IDEOGRAPH) <= UInt32(CICU_LAST_IDEOGRAPH - CICU_FIRST_IDEOGRAPH)
            let isSequence = b0 & 0xF0 == 0xE0 && b1 & 0xC0 == 0x80 && b2 & 0xC0 == 0x80
            outside |= isIdeograph && isSequence ? 0 : 1
            units[position] = UInt16(truncatingIfNeeded: point)
        }
        return outside == 0
    }

    private func grow(to needed: Int) {
        units.deallocate()
        least.deallocate()
        previous.deallocate()
        capacity = max(needed, capacity * 2)
        units = .allocate(capacity: capacity)
        least = .allocate(capacity: capacity)
        previous = .allocate(capacity: capacity)
    }
}

/// The words of each segment in text order, for when a bag of words is not enough.
package struct WordOrder: Sendable {
    /// Words of segment `s` are `words[offsets[s]..<offsets[s + 1]]`.
    package let offsets: [Int]
    /// Features of the word matrix; -1 for a word that it does not have, and for anything other than blanks between two words.
    package let words: [Int32]

    init(offsets: [Int], words: [Int32]) {
        self.offsets = offsets
        self.words = words
    }

    init(counts: [Int32], words: [Int32]) {
        var offsets = [0]
        offsets.reserveCapacity(counts.count + 1)
        for count in counts { offsets.append(offsets[offsets.count - 1] + Int(count)) }
        self.offsets = offsets
        self.words = words
    }

    /// The words of a segment; none if no order was kept.
    package subscript(segment: Int) -> ArraySlice<Int32> {
        segment + 1 < offsets.count ? words[offsets[segment]..<offsets[segment + 1]] : []
    }
}

/// A growing list of tokens in memory of its own, without the checks that an array makes for each element.
struct TokenBuffer {
    private(set) var base: UnsafeMutablePointer<WordToken>
    private(set) var count = 0
    private var capacity: Int

    init() {
        capacity = 1024
        base = .allocate(capacity: capacity)
    }

    /// Frees the memory; the owner calls it once, last.
    func deallocate() { base.deallocate() }

    /// The tokens so far, until the next change.
    var tokens: UnsafeBufferPointer<WordToken> { UnsafeBufferPointer(start: base, count: count) }

    mutating func removeAll() { count = 0 }

    /// Appends one token. Offsets fit: the tokenizer takes no more than `Int32.max` bytes.
    @inline(__always)
    mutating func append(_ start: Int, _ end: Int, isWord: Bool) {
        reserve(1)
        base[count] = WordToken(
            start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), isWord: isWord)
        count &+= 1
    }

    /// Makes room for `more` tokens after the existing ones.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count &+ more > capacity { grow(by: more) }
    }

    /// Adds `more` tokens that were written at ``base`` + ``count``, for which there was room.
    @inline(__always)
    mutating func advance(by more: Int) { count &+= more }

    @inline(never)
    private mutating func grow(by more: Int) {
        let enough = max(count + more, capacity * 2)
        let wider = UnsafeMutablePointer<WordToken>.allocate(capacity: enough)
        wider.moveInitialize(from: base, count: count)
        base.deallocate()
        base = wider
        capacity = enough
    }
}

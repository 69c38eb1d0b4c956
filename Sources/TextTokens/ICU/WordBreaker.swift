import CICU

/// ICU's word break iterator of the root locale over pieces of UTF-8 text. One per worker: it holds a position.
final class WordBreaker {
    /// From this rule status on, the piece before a boundary is a word.
    static let wordStatus = Int32(CICU_WORD_STATUS)

    private let breaker: OpaquePointer
    private var piece = UTF16Piece()
    private var ends: UnsafeMutablePointer<Int32>
    private var statuses: UnsafeMutablePointer<Int32>
    private var capacity = 256

    init() throws(TokenError) {
        var status: Int32 = 0
        guard let opened = cicu_openBreaker(&status) else {
            throw .unavailable(service: .wordBoundaries, status: String(cString: cicu_errorName(status)))
        }
        breaker = opened
        ends = .allocate(capacity: capacity)
        statuses = .allocate(capacity: capacity)
    }

    deinit {
        cicu_closeBreaker(breaker)
        piece.deallocate()
        ends.deallocate()
        statuses.deallocate()
    }

    /// Appends the tokens of the bytes `start..<end` of `text`, segmented as a text of their own.
    ///
    /// - Parameter isWord: The `isWord` of every token; nil to let ICU decide for each. (The pieces of a run that a dictionary
    ///   divides have the status of the whole run.)
    func appendTokens(
        of text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, isWord: Bool?, to tokens: inout TokenBuffer
    ) {
        piece.decode(text, start, end)
        if piece.count > capacity { grow(to: piece.count) }
        var status: Int32 = 0
        let count = Int32(truncatingIfNeeded: piece.count)
        let asked = isWord == nil ? statuses : nil
        let found = Int(cicu_findBoundaries(breaker, piece.units, count, ends, asked, &status))
        var from = start
        for index in 0..<found {
            let to = Int(piece.offsets[Int(ends[index])])
            tokens.append(from, to, isWord: isWord ?? (statuses[index] >= Self.wordStatus))
            from = to
        }
        // ICU fails here only for lack of memory; the tokens still cover the text.
        if from < end { tokens.append(from, end, isWord: isWord ?? false) }
    }

    /// The compiled rules in ICU's own binary form, or nil if ICU does not provide them.
    func binaryRules() -> [UInt8]? {
        var status: Int32 = 0
        let count = cicu_getRules(breaker, nil, 0, &status)
        guard count > 0 else { return nil }
        var rules = [UInt8](repeating: 0, count: Int(count))
        let written = cicu_getRules(breaker, &rules, count, &status)
        return status > 0 || written != count ? nil : rules
    }

    private func grow(to needed: Int) {
        ends.deallocate()
        statuses.deallocate()
        capacity = max(needed, capacity * 2)
        ends = .allocate(capacity: capacity)
        statuses = .allocate(capacity: capacity)
    }
}

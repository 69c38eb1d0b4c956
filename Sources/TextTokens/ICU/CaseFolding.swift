import CICU

/// ICU's NFKC_Casefold over UTF-16. Its data is shared and immutable; the buffers are this object's own.
final class CaseFolding {
    private let folding: OpaquePointer
    private var piece = UTF16Piece()
    private var result: UnsafeMutablePointer<UInt16>
    private var capacity = 64

    init() throws(TokenError) {
        var status: Int32 = 0
        guard let instance = cicu_getFolding(&status) else {
            throw .unavailable(service: .caseFolding, status: String(cString: cicu_errorName(status)))
        }
        folding = instance
        result = .allocate(capacity: capacity)
    }

    deinit {
        piece.deallocate()
        result.deallocate()
    }

    /// Whether this code point and the preceding text never affect each other.
    func hasBoundaryBefore(_ point: UInt32) -> Bool {
        cicu_hasBoundaryBefore(folding, Int32(truncatingIfNeeded: point))
    }

    /// The folded form of the bytes `start..<end` of `text`, as UTF-16 code units that stay until the next call. Nil if
    /// ICU fails, which it does only for lack of memory.
    func fold(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt16>? {
        piece.decode(text, start, end)
        var status: Int32 = 0
        var count = fold(&status)
        if status == CICU_BUFFER_OVERFLOW {
            result.deallocate()
            capacity = max(Int(count), capacity * 2)
            result = .allocate(capacity: capacity)
            count = fold(&status)
        }
        return status > 0 ? nil : UnsafeBufferPointer(start: result, count: Int(count))
    }

    private func fold(_ status: inout Int32) -> Int32 {
        cicu_fold(
            folding, piece.units, Int32(truncatingIfNeeded: piece.count), result,
            Int32(truncatingIfNeeded: capacity), &status)
    }
}

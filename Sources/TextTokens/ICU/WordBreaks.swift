import CICU

/// ICU's word break iterator for the root locale. Not to be shared: one a worker.
final class WordBreaks {
    private let iterator: OpaquePointer

    init() throws(TokenError) {
        var status = U_ZERO_ERROR
        guard let opened = cicu_openWords(&status), status.rawValue <= U_ZERO_ERROR.rawValue else {
            throw TokenError.unavailable(service: "word break iterator", status: String(cString: cicu_errorName(status)))
        }
        iterator = opened
    }

    deinit { cicu_closeBreaks(iterator) }

    /// Calls `body` with the end of each segment, in UTF-16 units, and whether it is a word. `text` must outlive the call.
    func forEachSegment(of text: UnsafeBufferPointer<UInt16>, _ body: (_ end: Int, _ isWord: Bool) -> Void) {
        var status = U_ZERO_ERROR
        cicu_setText(iterator, text.baseAddress, Int32(text.count), &status)
        guard status.rawValue <= U_ZERO_ERROR.rawValue else {
            // Out of memory is the only cause: one segment that is no word.
            if !text.isEmpty { body(text.count, false) }
            return
        }
        _ = cicu_first(iterator)
        while true {
            let end = cicu_next(iterator)
            if end < 0 { return }
            body(Int(end), cicu_isWord(iterator))
        }
    }
}

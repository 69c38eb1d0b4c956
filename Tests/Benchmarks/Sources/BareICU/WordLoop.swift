import CBareICU

/// ICU's word break iterator of the root locale over UTF-8 text, which only counts: the least that segmentation costs.
///
/// One a worker: it holds a position, so it is not `Sendable`.
public final class WordLoop {
    private let loop: OpaquePointer

    /// How ICU gets at the text.
    public enum Access: Sendable {
        /// In place, through `utext_openUTF8`.
        case utf8
        /// As a UTF-16 copy, whose making is part of the count's cost.
        case utf16
    }

    /// Nil where ICU has no word boundaries, as without its data.
    public init?() {
        guard let opened = bareicu_open() else { return nil }
        loop = opened
    }

    deinit { bareicu_close(loop) }

    /// Number of pieces between neighbouring word boundaries of `text`; nil where ICU fails.
    public func count(_ text: UnsafeBufferPointer<UInt8>, by access: Access = .utf8) -> Int? {
        let found =
            switch access {
            case .utf8: bareicu_countUTF8(loop, text.baseAddress, Int64(text.count))
            case .utf16: bareicu_countUTF16(loop, text.baseAddress, Int64(text.count))
            }
        return found < 0 ? nil : Int(found)
    }
}

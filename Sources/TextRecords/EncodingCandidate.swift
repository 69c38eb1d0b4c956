/// An encoding that a file may be in, as ICU judges.
public struct EncodingCandidate: Hashable, Sendable {
    /// Its usual name, which `--encoding` takes.
    public let name: String
    /// How sure ICU is: 0 to 100.
    public let confidence: Int32

    /// An encoding and how sure ICU is of it.
    package init(name: String, confidence: Int32) {
        self.name = name
        self.confidence = confidence
    }

    /// Confidence from which one candidate is named as what the file seems to be.
    private static let likely: Int32 = 40

    /// The one to name as what a file seems to be; nil where that is not clear.
    package static func likely(among candidates: [EncodingCandidate]) -> EncodingCandidate? {
        candidates.first.flatMap { $0.confidence >= likely || candidates.count == 1 ? $0 : nil }
    }
}

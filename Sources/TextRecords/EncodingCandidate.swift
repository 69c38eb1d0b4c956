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
}

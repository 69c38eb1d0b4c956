/// The distinct texts of a corpus pair, field by field: what the featurizer reads.
package protocol SegmentSource: Sendable {
    /// Segments of field `f` are numbered `fieldStarts[f]..<fieldStarts[f + 1]`; fields + 1 values, from 0.
    var fieldStarts: [Int] { get }
    /// Length of a segment's text in UTF-8 bytes.
    func utf8Count(_ segment: Int) -> Int
    /// Lends a segment's text, valid UTF-8, to `body`.
    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
}

extension SegmentSource {
    /// Number of fields.
    package var fieldCount: Int { fieldStarts.count - 1 }
    /// Number of segments over all fields.
    package var segmentCount: Int { fieldStarts.last ?? 0 }
}

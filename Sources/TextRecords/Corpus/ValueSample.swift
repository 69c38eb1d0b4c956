/// Some of the texts that a field holds, evenly spread over the corpus, to tell by content what the field is.
package struct ValueSample: Sendable {
    /// The most texts that are kept of a table or a batch, and in all.
    private static let most = 512
    /// The most bytes that are kept of a text.
    private static let mostBytes = 400

    /// The start of each text that is not blank, without the blanks around it, in the order of the corpus.
    package private(set) var texts: [String] = []
    /// A fingerprint of each of these texts as a whole without its blanks.
    private var dense: [UInt64] = []
    /// How many blank texts were met beside them.
    package private(set) var blank = 0

    init() {}

    init(_ column: FieldColumn) {
        let step = max(1, column.count / Self.most)
        for row in stride(from: 0, to: column.count, by: step) where column.isText(at: row) {
            let (text, print) = column.withText(at: row) { text in
                let start = text.firstIndex { !$0.isBlank } ?? text.endIndex
                let end = min(text.count, start + Self.mostBytes)
                return (String(decoding: text[start..<end], as: UTF8.self), Self.dense(text))
            }
            let end = text.lastIndex { !($0.isWhitespace) }
            guard let end else {
                blank += 1
                continue
            }
            texts.append(String(text[...end]))
            dense.append(print)
        }
    }

    /// Whether nearly all texts are those of `other`, blanks apart.
    package func repeats(_ other: ValueSample) -> Bool {
        let known = Set(other.dense)
        return !dense.isEmpty && dense.count { known.contains($0) } * 20 >= dense.count * 19
    }

    private static func dense(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        text.filter { $0 > 0x20 }.withUnsafeBufferPointer { FieldColumn.fingerprint(of: $0) }
    }

    /// Adds what a later batch holds.
    mutating func merge(_ other: ValueSample) {
        texts += other.texts
        dense += other.dense
        blank += other.blank
        // Every second one goes: later batches then count as much as earlier ones only in part, and none is lost altogether.
        while texts.count > 4 * Self.most {
            let kept = texts.indices.filter { $0 % 2 == 0 }
            (texts, dense) = (kept.map { texts[$0] }, kept.map { dense[$0] })
        }
    }
}

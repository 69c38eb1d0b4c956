/// Some of the texts that a field holds, evenly spread over the corpus, to tell by content what the field is.
package struct ValueSample: Sendable {
    /// The most texts that are kept of a table or a batch, and in all.
    private static let most = 512
    /// The most bytes that are kept of a text.
    private static let mostBytes = 400

    /// The start of each text that is not blank, without the blanks around it, in the order of the corpus.
    package private(set) var texts: [String] = []
    /// How many blank texts were met beside them.
    package private(set) var blank = 0

    init() {}

    init(_ column: FieldColumn) {
        let step = max(1, column.count / Self.most)
        for row in stride(from: 0, to: column.count, by: step) where column.isText(at: row) {
            let text = column.withText(at: row) { text in
                let start = text.firstIndex { !$0.isBlank } ?? text.endIndex
                let end = min(text.count, start + Self.mostBytes)
                return String(decoding: text[start..<end], as: UTF8.self)
            }
            let end = text.lastIndex { !($0.isWhitespace) }
            if let end { texts.append(String(text[...end])) } else { blank += 1 }
        }
    }

    /// Whether nearly all texts are those of `other`, blanks apart. Texts that differ after their start are equal for this.
    package func repeats(_ other: ValueSample) -> Bool {
        guard !texts.isEmpty, abs(texts.count - other.texts.count) * 20 <= texts.count else { return false }
        func dense(_ text: String) -> [UInt8] { Array(text.filter { !$0.isWhitespace }.utf8.prefix(Self.comparedBytes)) }
        let known = Set(other.texts.lazy.map(dense))
        return texts.count { known.contains(dense($0)) } * 20 >= texts.count * 19
    }

    /// Bytes that are compared: less than half of ``mostBytes``, since one of the texts may have a blank behind each character.
    private static let comparedBytes = 190

    /// Adds what a later batch holds.
    mutating func merge(_ other: ValueSample) {
        texts += other.texts
        blank += other.blank
        // Every second one goes: later batches then count as much as earlier ones only in part, and none is lost altogether.
        while texts.count > 4 * Self.most { texts = texts.indices.filter { $0 % 2 == 0 }.map { texts[$0] } }
    }
}

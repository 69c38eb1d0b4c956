import Foundation
import ImportanceWeights
import Statistics
import TextRecords

/// Lines of fastText: `__label__X words`, with a label for each that a row has, and with copies in place of weights, which fastText does not have.
///
/// A row of weight w is written ⌊w⌋ times, and once more with the remainder as its probability: w times on average over seeds.
/// The random number depends on the row alone, so that neither order nor threads matter; equal rows share it.
struct FastTextExport: RowFile {
    /// Decides whether a row has one more copy; the key is the record's hash.
    static let purpose = SeededGenerator.Purpose("fasttext-copies")

    let name: String
    let part = OutputPart.remaining
    let subject: ExportSubject

    func renderer() -> any RowRenderer {
        Renderer(subject: subject, words: PlainWords(fields: subject.fields), labels: RowLabels(key: subject.labelKey))
    }

    /// How often a row is written.
    static func copies(weight: Double, seed: UInt64, row: UInt64) -> Int {
        let whole = weight.rounded(.down)
        return Int(whole) + (SeededGenerator.uniform(seed: seed, purpose: purpose, key: row) < weight - whole ? 1 : 0)
    }

    /// A label in one word: blanks and `%` are percent-encoded, as in URLs.
    static func word(label: String) -> String {
        guard label.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 || $0 == "%" }) else {
            return label
        }
        return String.UnicodeScalarView(label.unicodeScalars).map { scalar in
            guard scalar.properties.isWhitespace || scalar.value < 0x20 || scalar == "%" else { return String(scalar) }
            return String(scalar).utf8.map { String(format: "%%%02X", $0) }.joined()
        }.joined()
    }

    /// The words without those that have a meaning for fastText: the label prefix and the end-of-line token.
    static func escaped(_ words: [UInt8]) -> [UInt8] {
        let (prefix, end) = (Array("__label__".utf8), Array("</s>".utf8))
        guard words.firstRange(of: prefix) != nil || words.firstRange(of: end) != nil else { return words }
        let parts = words.split(separator: 0x20).map { word in
            if word.starts(with: prefix) { return Array(word.dropFirst()) }
            return word.elementsEqual(end) ? Array("<s>".utf8) : Array(word)
        }
        return Array(parts.joined(separator: [0x20]))
    }

    private struct Renderer: RowRenderer {
        let subject: ExportSubject
        var words: PlainWords
        var labels: RowLabels

        mutating func begin(_ table: RecordTable) {
            words.begin(table)
            labels.begin(table)
        }

        func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) throws {
            let copies = FastTextExport.copies(
                weight: numbers.weight, seed: subject.seed, row: table.fingerprint(ofRecord: row))
            guard copies > 0 else { return }
            var line: [UInt8] = []
            for label in try labels.labels(row, of: table) {
                line.append(contentsOf: "__label__\(FastTextExport.word(label: label)) ".utf8)
            }
            line.append(contentsOf: FastTextExport.escaped(words.text(row)))
            line.append(UInt8(ascii: "\n"))
            for _ in 0..<copies { bytes.append(contentsOf: line) }
        }
    }
}

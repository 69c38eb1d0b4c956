import SparseFeatures
import TextRecords
import TextTokens

/// Texts supplied by the caller, one segment each.
struct SuppliedTexts: SegmentSource {
    let fieldStarts: [Int]
    let rows: SegmentRows
    private let texts: [String?]
    private let eraser: FormEraser

    init(_ records: [[String?]], fields: Int, eraser: FormEraser) {
        self.eraser = eraser
        fieldStarts = (0...fields).map { $0 * records.count }
        texts = (0..<fields).flatMap { slot in records.map { slot < $0.count ? $0[slot] : nil } }
        rows = SegmentRows(
            slots: fields,
            segments: records.indices.flatMap { record in (0..<fields).map { Int32($0 * records.count + record) } })
    }

    func utf8Count(_ segment: Int) -> Int { texts[segment]?.utf8.count ?? 0 }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        withTidy(segment) { tidy in
            let field = segment / max(rows.count, 1)
            return eraser.isIdentity ? body(tidy) : eraser.with(tidy, field: field) { TidyText.with($0, body) }
        }
    }

    private func withTidy<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        // Native strings lend their bytes; others are copied.
        var text = texts[segment] ?? ""
        return text.withUTF8 { TidyText.with($0, body) }
    }

    /// Of the texts of one record.
    func fingerprints(of record: Int) -> [UInt64] {
        (0..<rows.slots).map { slot in
            let segment = rows[record, slot]
            return texts[segment] == nil
                ? FieldColumn.missingFingerprint : withTidy(segment) { FieldColumn.fingerprint(of: $0) }
        }
    }
}

import SparseFeatures
import TextRecords
import TextTokens

/// The used fields of one batch of records: fingerprints by row, and the distinct texts.
struct BatchTexts {
    /// XXH3 of each field's text, rows × fields.
    let fingerprints: [UInt64]
    /// Fingerprint of the group key by row; empty where none was named.
    let keys: [UInt64]
    /// Segments of each row.
    let rows: SegmentRows
    /// The distinct texts behind the segments.
    let texts: DistinctTexts

    /// - Parameters:
    ///   - key: Name of the group key's column.
    ///   - eraser: What is not seen of the form of the texts; fingerprints are of the texts with it.
    init(_ table: RecordTable, fields: [String], key: String?, eraser: FormEraser = FormEraser([])) {
        let columns = fields.map { table.column(named: $0) }
        var fingerprints = [UInt64](repeating: FieldColumn.missingFingerprint, count: table.count * fields.count)
        var segments = [Int32](repeating: 0, count: table.count * fields.count)
        var origins: [(isTest: Bool, fileRow: Int32)] = []
        var starts = [0]
        for (slot, column) in columns.enumerated() {
            let first = origins.count
            var known = HashIndex(capacity: table.count)
            for row in 0..<table.count {
                let print = column?.tidyFingerprint(at: row) ?? FieldColumn.missingFingerprint
                fingerprints[row * fields.count + slot] = print
                let segment = first + known.insert(print).number
                if segment == origins.count { origins.append((false, Int32(row))) }
                segments[row * fields.count + slot] = Int32(segment)
            }
            starts.append(origins.count)
        }
        self.fingerprints = fingerprints
        let keyColumn = key.flatMap { table.column(named: $0) }
        keys =
            key == nil
            ? [] : (0..<table.count).map { keyColumn?.fingerprint(at: $0) ?? FieldColumn.missingFingerprint }
        rows = SegmentRows(slots: fields.count, segments: segments)
        texts = DistinctTexts(columns: columns.map { ($0, nil) }, fieldStarts: starts, origins: origins, eraser: eraser)
    }

    /// Fingerprints of one row's fields.
    func fingerprints(of row: Int) -> ArraySlice<UInt64> {
        fingerprints[row * rows.slots..<(row + 1) * rows.slots]
    }

    /// One hash over the row's texts; nil where the key of `rule` says what it belongs to.
    func content(of row: Int, by rule: GroupRule) -> UInt64? {
        rule.hasKey && !keys.isEmpty && !GroupRule.isBlank(keys[row]) ? nil : GroupRule.content(of: fingerprints(of: row))
    }

    /// The row's hash under `rule`.
    func group(of row: Int, by rule: GroupRule) -> UInt64 {
        rule.hash(values: fingerprints(of: row), key: keys.isEmpty ? nil : keys[row])
    }
}

import SparseFeatures
import TextRecords
import TextTokens

/// The distinct texts of the used fields as they are compared, read in place from the two tables.
package struct DistinctTexts: SegmentSource {
    package let fieldStarts: [Int]
    private let columns: [(train: FieldColumn?, test: FieldColumn?)]
    /// For each segment, a row of a file that has its text.
    private let origins: [(isTest: Bool, fileRow: Int32)]
    /// What is not seen of their form.
    private let eraser: FormEraser

    init(
        columns: [(train: FieldColumn?, test: FieldColumn?)], fieldStarts: [Int],
        origins: [(isTest: Bool, fileRow: Int32)], eraser: FormEraser = FormEraser([])
    ) {
        self.eraser = eraser
        self.columns = columns
        self.fieldStarts = fieldStarts
        self.origins = origins
    }

    package func utf8Count(_ segment: Int) -> Int { withUTF8(segment) { $0.count } }

    package func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var field = 0
        while segment >= fieldStarts[field + 1] { field += 1 }
        let origin = origins[segment]
        guard let column = origin.isTest ? columns[field].test : columns[field].train else {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return column.withText(at: Int(origin.fileRow)) { raw in
            TidyText.with(raw) { tidy in
                eraser.isIdentity ? body(tidy) : eraser.with(tidy, field: field) { TidyText.with($0, body) }
            }
        }
    }

    /// The same texts with more of their form taken out.
    func erasing(_ eraser: FormEraser) -> DistinctTexts {
        DistinctTexts(columns: columns, fieldStarts: fieldStarts, origins: origins, eraser: eraser)
    }
}

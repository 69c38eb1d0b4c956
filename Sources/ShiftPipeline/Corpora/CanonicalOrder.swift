import ParallelWork
import SparseFeatures
import TextRecords

/// The order in which all stages after reading see the rows of both corpora: by the hash of the longest field, then of all
/// fields, then of the record's bytes.
///
/// It is random, depends only on the records, and puts rows with the same longest text next to each other. So the order of the
/// files changes nothing, not even the rounding of a sum.
struct CanonicalOrder {
    /// The rows in their order.
    let places: [Place]
    /// Fingerprints of the fields by row number (train's rows, then test's): rows × fields.
    let fingerprints: [UInt64]

    /// One row's place in the canonical order.
    struct Place: Comparable {
        var longest, content, record: UInt64
        var isTest: Bool
        var fileRow: Int32

        static func < (a: Place, b: Place) -> Bool {
            if a.longest != b.longest { return a.longest < b.longest }
            if a.content != b.content { return a.content < b.content }
            if a.record != b.record { return a.record < b.record }
            if a.isTest != b.isTest { return b.isTest }
            return a.fileRow < b.fileRow
        }
    }

    /// - Parameters:
    ///   - columns: The used fields.
    ///   - longest: Slot of the field with the longest texts.
    init(
        _ train: RecordTable, _ test: RecordTable, columns: [(train: FieldColumn?, test: FieldColumn?)], longest: Int,
        _ workers: WorkerPool
    ) {
        let share = 4096
        let count = train.count + test.count
        let width = columns.count
        var places: [[Place]] = []
        fingerprints = [UInt64](unsafeUninitializedCapacity: count * width) { buffer, initialized in
            // Each share fills its own rows.
            nonisolated(unsafe) let prints = buffer
            places = workers.map((count + share - 1) / share) { part in
                (part * share..<min((part + 1) * share, count)).map { number in
                    let isTest = number >= train.count
                    let row = isTest ? number - train.count : number
                    let own = UnsafeMutableBufferPointer(rebasing: prints[number * width..<(number + 1) * width])
                    for (slot, column) in columns.enumerated() {
                        let print = (isTest ? column.test : column.train)?.tidyFingerprint(at: row)
                        own.initializeElement(at: slot, to: print ?? FieldColumn.missingFingerprint)
                    }
                    return Place(
                        longest: own[longest], content: GroupRule.content(of: own),
                        record: (isTest ? test : train).fingerprint(ofRecord: row), isTest: isTest, fileRow: Int32(row))
                }
            }
            initialized = count * width
        }
        self.places = Self.sorted(places, workers)
    }

    /// The places in order: distributed by the leading bits of the first key, then sorted part by part.
    private static func sorted(_ places: [[Place]], _ workers: WorkerPool) -> [Place] {
        let bits = 8
        var parts = [[Place]](repeating: [], count: 1 << bits)
        for place in places.joined() { parts[Int(place.longest >> (64 - UInt64(bits)))].append(place) }
        let dealt = parts
        return Array(workers.map(dealt.count) { dealt[$0].sorted() }.joined())
    }
}

/// The coefficients of one view: row-major, features × (folds + 1), each fold's and then their mean. Empty if the view takes no
/// part.
///
/// They are in an array or, for a loaded model, in its file: they are most of the file, and none of them is copied. They only
/// affect scores and are never used as indices, so no file can cause a read outside its own bytes.
package struct CoefficientTable: Sendable {
    private enum Content: Sendable {
        case array([Float])
        case file(ModelBytes, offset: Int)
    }

    /// Number of coefficients.
    package let count: Int
    private let content: Content

    /// No coefficients.
    package static let none = CoefficientTable([])

    init(_ coefficients: [Float]) {
        count = coefficients.count
        content = .array(coefficients)
    }

    /// - Parameters:
    ///   - offset: Where they start, a multiple of 4.
    ///   - count: How many there are; they lie within the file.
    init(in file: ModelBytes, offset: Int, count: Int) {
        precondition(
            offset >= 0 && offset % 4 == 0 && count >= 0 && offset + 4 * count <= file.count, "a table within its file")
        self.count = count
        #if _endian(little)
            content = .file(file, offset: offset)
        #else
            content = .array(
                file.withBytes { bytes in
                    (0..<count).map {
                        Float(
                            bitPattern: UInt32(
                                littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4 * $0, as: UInt32.self)))
                    }
                })
        #endif
    }

    /// The coefficients of the folds, features × folds, followed by their mean.
    init(folds coefficients: [Float], _ folds: Int) {
        guard folds > 0, !coefficients.isEmpty else {
            self = .none
            return
        }
        let features = coefficients.count / folds
        self.init(
            [Float](unsafeUninitializedCapacity: features * (folds + 1)) { result, count in
                for feature in 0..<features {
                    var sum: Float = 0
                    for fold in 0..<folds {
                        let own = coefficients[feature * folds + fold]
                        result[feature * (folds + 1) + fold] = own
                        sum += own
                    }
                    result[feature * (folds + 1) + folds] = sum / Float(folds)
                }
                count = features * (folds + 1)
            })
    }

    /// Whether there are none.
    package var isEmpty: Bool { count == 0 }

    /// Lends all of them to `body`, which must not keep them.
    package func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Float>) throws -> Result) rethrows -> Result {
        switch content {
        case .array(let array): try array.withUnsafeBufferPointer(body)
        case .file(let file, let offset):
            try file.withBytes { bytes in
                try body(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + 4 * count]).bindMemory(to: Float.self))
            }
        }
    }

    /// The coefficient at `position`.
    subscript(position: Int) -> Float { withUnsafeBufferPointer { $0[position] } }
}

extension CoefficientTable: Equatable {
    package static func == (a: CoefficientTable, b: CoefficientTable) -> Bool {
        a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in a.elementsEqual(b) } }
    }
}

/// How much the fit may hold.
public struct FitBounds: Sendable, Equatable {
    /// Rows per side.
    public var rows: Int
    /// Bytes of the feature matrix, both sides, estimated as 16 for each code point of the texts.
    public var memory: Int

    /// - Parameters:
    ///   - rows: At least 1.
    ///   - memory: In bytes.
    public init(rows: Int = 200_000, memory: Int = 512 << 20) {
        self.rows = rows
        self.memory = memory
    }

    /// Bytes of the matrix over a text: three n-grams and half a word per code point, four bytes per entry, and the words once
    /// more in order. Repeats within the text and dropped rare features reduce it.
    static func bytes(codePoints: Int) -> Int { codePoints * 16 }

    /// What each side may take of ``memory``, given what each would take in full: half, and what the other leaves over.
    func shares(train: Int, test: Int) -> (train: Int, test: Int) {
        let half = memory / 2
        return (max(half, memory - test), max(half, memory - train))
    }
}

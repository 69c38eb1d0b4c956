/// A format: how a file is recognised, and how it is read.
struct FormatDescription: Sendable {
    /// The format that is described.
    let format: RecordFormat
    /// How surely a file is of this format; nil if nothing says so.
    let claim: @Sendable (FileHead) -> Claim?
    /// What a file's start says about how to read the rest.
    let layout: @Sendable (FileHead) throws(RecordError) -> any RecordLayout

    /// How surely a file is of a format, from least to most.
    enum Claim: Int, Comparable {
        /// It looks so, perhaps by chance.
        case looksLikely
        /// A general extension suggests the format.
        case isBelieved
        /// Every line has something that hardly occurs elsewhere.
        case isMarked
        /// The extension says so.
        case isNamed
        /// It can be nothing else.
        case isCertain

        static func < (left: Claim, right: Claim) -> Bool { left.rawValue < right.rawValue }
    }
}

/// The start of a file, and what the file is called.
struct FileHead {
    /// Bytes that are enough to look at.
    static let size = 1 << 20

    /// The content in UTF-8 without a byte order mark: all of it, or its first MiB.
    let bytes: UnsafeBufferPointer<UInt8>
    /// What to call the file in errors.
    let path: String
    /// What was said about how to read it.
    let options: ReadingOptions
    /// Whether the file has more than ``bytes``, so that the last line may be cut.
    var isCut: Bool { bytes.count >= Self.size }

    /// The extension in lower case, the one before that of a compression if there are two; empty if there is none.
    let pathExtension: String

    /// - Parameters:
    ///   - path: What to call the file in errors.
    ///   - name: The name of the content, where that is another one, as in an archive.
    init(_ bytes: UnsafeBufferPointer<UInt8>, path: String, name: String? = nil, options: ReadingOptions = ReadingOptions()) {
        self.bytes = bytes
        self.path = path
        self.options = options
        let last = (name ?? path).lowercased().split(separator: "/").last ?? ""
        var parts = last.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, let packed = parts.last, ["gz", "zst", "zstd", "zip"].contains(packed) { parts.removeLast() }
        pathExtension = parts.count > 1 ? String(parts.last ?? "") : ""
    }
}

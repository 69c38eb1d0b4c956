/// How files are to be read, as far as their content is not to decide it.
public struct ReadingOptions: Sendable, Equatable {
    /// The format; nil finds it in the content and the name.
    public var format: RecordFormat?
    /// The encoding of files that are not UTF-8; nil finds it in the content.
    public var encoding: CharacterEncoding?
    /// What stands between the cells of a table, of any length; nil finds it in the content.
    public var delimiter: String?
    /// Whether the first row of a table has the names of its columns; without one they are called by their number, from 1.
    public var hasHeader = true
    /// The most bytes of one record, at least 1 and at most ``largestRecord``.
    public var maximumRecord = defaultMaximumRecord

    /// 64 MiB.
    public static let defaultMaximumRecord = 64 << 20
    /// 1 GiB, so that offsets within a piece of a file fit 32 bits.
    public static let largestRecord = 1 << 30

    /// Everything is found in the content, but for a format that is given.
    public init(format: RecordFormat? = nil) { self.format = format }

    /// The same with a format, unless that is nil.
    func with(_ format: RecordFormat?) -> ReadingOptions {
        var options = self
        options.format = format ?? options.format
        return options
    }
}

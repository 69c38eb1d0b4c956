/// A place in a file that a person can go to.
public struct SourceLocation: Hashable, Sendable {
    /// The file as it was named by the user; `-` is standard input.
    public var path: String
    /// The line, counted from 1; blank lines count.
    public var line: Int
    /// The byte within the line, counted from 1, where it is known. A byte order mark at the file's start is not counted.
    public var column: Int?

    /// A place in the file at `path`; `line` and `column` count from 1.
    public init(path: String, line: Int, column: Int? = nil) {
        self.path = path
        self.line = line
        self.column = column
    }
}

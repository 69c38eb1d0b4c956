/// What is wrong with a gzip file.
public enum GzipFault: String, Sendable {
    /// It ends before its last member does.
    case truncated
    /// Its bytes are not gzip, or a checksum does not match.
    case damaged
    /// Memory ran out.
    case outOfMemory
}

/// What is wrong with a gzip file.
public enum GzipFault: String, Sendable {
    /// It ends before its last member does.
    case truncated
    /// Its bytes are no gzip, or a checksum does not agree.
    case damaged
    /// Memory ran out.
    case outOfMemory
}

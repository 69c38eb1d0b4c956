/// What is wrong with a compressed file.
public enum PackingFault: String, Sendable {
    /// It ends before its data does.
    case truncated
    /// Its bytes are not what they should be, or a checksum does not match.
    case damaged
    /// Memory ran out.
    case outOfMemory
}

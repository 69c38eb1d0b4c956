/// The format of a corpus. Each is declared beside its reader, and listed in `Formats.swift`.
public struct RecordFormat: RawRepresentable, Hashable, Sendable {
    /// The format's name, as `--format` takes it.
    public let rawValue: String

    init(named name: String) { rawValue = name }

    /// The name of the only field of plain text.
    public static let textField = "text"
}

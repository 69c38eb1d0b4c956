/// A field to read: what to call it, and where in a record it is.
public struct FieldPath: Hashable, Sendable {
    /// What the field is called from here on.
    public var name: String
    /// The keys from the record down, at least one. A decimal key also indexes an array, counted from 0.
    public var keys: [String]

    /// The keys joined by dots, as they are written.
    public var path: String { keys.joined(separator: ".") }

    /// Whether this is a top-level field under its own name.
    var isPlain: Bool { keys.count == 1 && keys[0] == name }

    /// A field called `name`, at `keys`.
    /// - Throws: ``RecordError/fieldPathMalformed(_:)`` if the name, the list of keys or a key is empty.
    public init(name: String, keys: [String]) throws(RecordError) {
        guard !name.isEmpty, !keys.isEmpty, !keys.contains("") else {
            throw .fieldPathMalformed(name + "=" + keys.joined(separator: "."))
        }
        self.name = name
        self.keys = keys
    }

    /// Reads `NAME` or `NAME=KEY.PATH`. A `NAME` with dots and no `=` is also a path, and the field's name is all of it:
    /// `answers.text`.
    ///
    /// A record's own key that is equal to the whole path (`{"answers.text": …}`) takes precedence over the path.
    /// - Throws: ``RecordError/fieldPathMalformed(_:)`` if a name or a key is empty.
    public init(parsing text: String) throws(RecordError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        let path = parts.last ?? ""
        let keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !name.isEmpty, !keys.contains("") else { throw .fieldPathMalformed(text) }
        self.name = name
        self.keys = keys
    }

    /// - Throws: ``RecordError/fieldNamedTwice(_:)`` if two of the fields have the same name.
    static func checkNames(_ named: [FieldPath]) throws(RecordError) {
        for (position, field) in named.enumerated() where named[..<position].contains(where: { $0.name == field.name }) {
            throw .fieldNamedTwice(field.name)
        }
    }
}

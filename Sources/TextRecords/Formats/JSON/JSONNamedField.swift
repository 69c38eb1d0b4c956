/// A nested field to look up in each record.
struct JSONNamedField: Sendable {
    let name: String
    /// The path as one top-level key, which takes precedence over the path.
    let whole: JSONRecordParser.KeyPath
    let path: JSONRecordParser.KeyPath

    init(_ field: FieldPath) {
        name = field.name
        whole = JSONRecordParser.KeyPath([field.path])
        path = JSONRecordParser.KeyPath(field.keys)
    }
}

extension JSONNamedField {
    /// Those of the fields that are nested.
    static func nested(_ named: [FieldPath]) -> [JSONNamedField] { named.filter { $0.keys.count > 1 }.map(JSONNamedField.init) }
}

import ArgumentParser

extension CompletionKind {
    /// The names of an option's values, and `others`.
    static func words<Value: CaseIterable & RawRepresentable<String>>(_ values: Value.Type, and others: String...)
        -> CompletionKind
    {
        .list(others + values.allCases.map(\.rawValue))
    }
}

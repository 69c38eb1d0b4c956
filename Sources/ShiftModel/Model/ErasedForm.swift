/// What a model does not see of the form of a text, as it is stored.
package struct ErasedForm: Sendable, Equatable, Codable {
    /// Names of the kinds, in alphabetical order.
    package var kinds: [String]
    /// Hashes of the starts of texts that are taken out, by field.
    package var starts: [[UInt64]]
    /// And of the ends.
    package var ends: [[UInt64]]

    /// The kinds by name, with the hashes of what is taken out of each field's texts.
    package init(kinds: [String], starts: [[UInt64]], ends: [[UInt64]]) {
        (self.kinds, self.starts, self.ends) = (kinds, starts, ends)
    }
}

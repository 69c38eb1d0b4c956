/// Standard input among the files.
package enum StandardInput {
    /// The path that stands for it.
    package static let name = "-"
}

/// Something that was found out about how a file is to be read, and that its user should know.
public struct ReadingRemark: Codable, Hashable, Sendable {
    /// What it is about.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// The records stand in a list at this path of a document.
        case recordsAt
        /// Other lists of a document, which are not read.
        case listsPassedOver
        /// The document has the records by their identifiers.
        case recordsByKey
        /// The document has columns in place of records.
        case columns
        /// Objects over several lines, one after another.
        case objects
        /// A list of texts.
        case texts
        /// What stands between cells, if it is neither a comma nor a tab.
        case delimiter
        /// Columns called by their number: how many there are.
        case numberedColumns
        /// A table without a header, of two columns: which is which.
        case textAndLabel
        /// Labels of fastText in front of the texts.
        case fastText
        /// Each token had a digit of its position behind it, which is left out.
        case positionDigits
        /// Tokens without tags.
        case untagged
        /// A text that stands as often in each of the first lines, as between cells.
        case separator
        /// Lines ended as on old Macs.
        case macLineEnds
        /// The file in an archive.
        case member
        /// The file is UTF-8, although this encoding was given.
        case isUTF8
    }

    /// What it is about.
    public var kind: Kind
    /// The path, name, number or text; nil where there is none.
    public var value: String?

    package init(_ kind: Kind, _ value: String? = nil) {
        self.kind = kind
        self.value = value
    }
}

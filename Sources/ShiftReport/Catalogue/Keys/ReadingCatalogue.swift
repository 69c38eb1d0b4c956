import ShiftPipeline
import TextRecords

/// How files are read, and what `peek` says of them.
package protocol ReadingCatalogue {
    /// with semicolons between cells
    func betweenCells(delimiter: String) -> String
    /// What was found out about how a file is to be read, as a sentence without its end; nil for what the format's name says beside it.
    func text(_ remark: ReadingRemark) -> String?
    /// 1 row has fewer cells than the header; those that are not there are read as empty
    func shortRows(count: Int) -> String
    /// 1 value in the fields used is a number or true or false; read as the text that it is written as
    func spelledValues(count: Int) -> String
    /// `rows` rows
    func rowsOfFile(count: Int) -> String
    /// `count` records cannot be read
    func unreadable(count: Int, error: String) -> String
    /// and `count` more
    func moreFields(count: Int) -> String
    /// kept together: `groups`, the largest of `largest`
    func groupsFound(groups: Int, largest: Int) -> String
    /// `rows` that repeat another word for word
    func linkedByEquality(rows: Int) -> String
    /// `rows` that nearly repeat another
    func linkedByLikeness(rows: Int) -> String
    /// equal values of `fields`
    func linkedByValues(fields: String) -> String
    /// Nothing in it can be compared by itself; name a field with --field.
    var nothingToCompare: String { get }
    /// By name:
    var byName: String { get }
    /// What most values of a field are, in a word.
    func briefly(_ kind: ValueKind) -> String
}

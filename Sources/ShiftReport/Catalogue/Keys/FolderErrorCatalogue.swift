/// Why the folder of an analysis could not be written or read although its files could.
package protocol FolderErrorCatalogue {
    /// error: `paths` have other columns or delimiters than each other and cannot be written as one table; leave …
    func tablesDiffer(paths: String) -> String
    /// `path`: error: --write `option` needs a SQuAD document, this is read as `found`; leave the option out, or …
    func notSquad(option: String, path: String, found: String) -> String
    /// `path`: error: --write `option` needs tables, this is read as `found`; leave the option out, or say how …
    func notTable(option: String, path: String, found: String) -> String
    /// `path`: error: --export `export` needs a label, and no record has the field "`key`"; name the label with …
    func exportNeedsLabel(export: String, key: String, path: String, available: [String]) -> String
    /// `place`: error: `rows` without the label "`key`"; an export needs one in each: fill them in, or leave …
    func recordsWithoutLabel(key: String, place: String, rows: Int) -> String
    /// `place`: error: the label "`key`" is `found`, expected text, a number, or true or false; name another …
    func labelIsNoScalar(place: String, key: String, found: String) -> String
    /// `path`: error: the label "`key`" has more than `most` different values that are no numbers; name another …
    func tooManyClasses(key: String, path: String, most: Int) -> String
    /// `path`: error: `rows` without text or a number in "`key`" (`missing` without a value); --export id-weight …
    func recordsWithoutID(key: String, path: String, rows: Int, missing: Int) -> String
    /// `path`: error: this is no report of textshift`key`; run textshift `verb` again
    func notAReport(path: String, key: String?, verb: String) -> String
    /// `path`: error: the report has schema `found`, expected `expected`: another version of textshift wrote it; …
    func reportOfOtherSchema(path: String, found: Int, expected: Int, verb: String) -> String
    /// A value of a document that cannot be used; `member` is its path in the document.
    func memberUnusable(path: String, member: String, found: String, expected: String, verb: String) -> String
    /// A document that is larger than any that textshift writes.
    func documentTooLarge(path: String, bytes: Int, most: Int, verb: String) -> String
    var trueOrFalse: String { get }
    var aText: String { get }
    var anObject: String { get }
    var aList: String { get }
    var aNumber: String { get }
    func wholeNumber(least: String, greatest: String) -> String
    func number(least: String, greatest: String) -> String
    /// Lists that belong together and are not as long as they must be.
    func listOfLength(_ length: Int) -> String
    /// A list whose numbers do not rise.
    var risingNumbers: String { get }
    /// The name of a file without its folder.
    var aFileName: String { get }
    /// `path`: error: the file holds other estimates already and was left as it is; name another one with …
    func otherEstimates(path: String) -> String
}

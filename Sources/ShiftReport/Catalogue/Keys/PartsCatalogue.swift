/// What a program reads of a run in place of a folder, and the options that ask for it.
package protocol PartsCatalogue {
    /// Write report.json here; - is standard output. Not with --output.
    var optionReportTo: String { get }
    /// Write the figures of every row here, without the rows: JSON lines of sample_weight, p_test, fold and group by position. - is standard output.
    var optionFiguresTo: String { get }
    /// Write the model here.
    var optionModelTo: String { get }
    /// Write the positions of the rows here, without the rows; - is standard output.
    var optionSplitFigures: String { get }
    /// Write one report here, by its ending .html or .md. Default: both, in DIR.
    var optionReportOutput: String { get }
    /// For programs: write stages, notes and errors as JSON lines to the open file of this number.
    var optionEvents: String { get }
    /// the number of a file that is open for writing
    var anOpenFile: String { get }
    /// a name that ends in .html or .md
    var aReportFile: String { get }
    /// Only one file can be standard output.
    var oneStandardOutput: String { get }
    /// Give --output, or --report, --figures and --model: not both.
    func sharedPlace(path: String) -> String
    var outputOrParts: String { get }
}

extension EnglishCatalogue: PartsCatalogue {
    var optionReportTo: String { "Write report.json here; - is standard output. Not with --output." }
    var optionFiguresTo: String {
        "Write the figures of every row here, without the rows: JSON lines of sample_weight, p_test, fold and group by position. - is standard output."
    }
    var optionModelTo: String { "Write the model here." }
    var optionSplitFigures: String { "Write the positions of the rows here, without the rows; - is standard output." }
    var optionReportOutput: String { "Write one report here, by its ending .html or .md. Default: both, in DIR." }
    var optionEvents: String { "For programs: write stages, notes and errors as JSON lines to the open file of this number." }
    var anOpenFile: String { "the number of a file that is open for writing" }
    var aReportFile: String { "a name that ends in .html or .md" }
    var oneStandardOutput: String { "Only one file can be standard output." }
    func sharedPlace(path: String) -> String { "Two results cannot both go to \(path); give each a place of its own." }
    var outputOrParts: String { "Give --output, or --report, --figures and --model: not both." }
}

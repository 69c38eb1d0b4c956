extension EnglishCatalogue: ConformalCatalogue {
    func calibration(rows: Int, worth: Int, bounded: Int, all: Int) -> String {
        "\(rows) calibration rows, worth \(worth) of equal weight; \(bounded) of \(all) test rows have a bound"
    }
    var onlySample: String { "of the test rows that the analysis was fitted on, a sample" }
    var setsFail: String { "the analysis does not trust its weights, so the sets may hold the true answer more rarely" }
}

/// What `textshift conformal` notes.
package protocol ConformalCatalogue {
    /// `rows` calibration rows, worth `worth` of equal weight; `bounded` of `all` test rows have a bound
    func calibration(rows: Int, worth: Int, bounded: Int, all: Int) -> String
    /// of the test rows that the analysis was fitted on, a sample
    var onlySample: String { get }
    /// the analysis does not trust its weights, so the sets may hold the true answer more rarely
    var setsFail: String { get }
}

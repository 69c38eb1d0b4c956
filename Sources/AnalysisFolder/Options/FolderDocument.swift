import Foundation

/// A file in the folder of an analysis other than those of records.
enum FolderDocument: String, CaseIterable, Sendable {
    case report = "report.json"
    case page = "report.html"
    case markdown = "report.md"
    case model = "model.textshift"
    case run = "timings.json"

    /// What estimates are written to, which no analysis writes.
    static let estimatesName = "estimates.json"

    /// Where it is in a folder.
    func path(in folder: String) -> String { (folder as NSString).appendingPathComponent(rawValue) }
}

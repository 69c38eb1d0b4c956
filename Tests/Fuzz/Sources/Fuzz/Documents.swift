import Foundation

@testable import AnalysisFolder
@testable import ShiftPipeline
@testable import ShiftReport

/// A report of which some values are replaced, taken out or doubled, as the input says, is refused in a sentence; or it is what an analysis
/// might have written: written and read again it stays as it is, and pages can be made of it that have no markup of its texts.
func fuzzReport(_ bytes: [UInt8]) {
    let text = EditedDocument.report.edited(by: bytes)
    let summary: ShiftSummary
    do {
        summary = try ReportFile.decode(Data(text), path: "report.json")
    } catch {
        return require(error is FolderError && error.localizedDescription.count > 20, "\(error) for \(shown(text))")
    }
    // To read it is what matters; to write it takes several times as long, and a page many times.
    var draws = Draws(bytes)
    guard Int.random(in: 0..<8, using: &draws) == 0 else { return }
    do {
        let written = try ReportJSON.encode(summary)
        let again = try ReportFile.decode(Data(written.utf8), path: "report.json")
        require(try ReportJSON.encode(again) == written, "written and read it is another: \(shown(text))")
    } catch {
        return require(false, "\(error): what was read cannot be written and read: \(shown(text))")
    }
    guard Int.random(in: 0..<8, using: &draws) == 0 else { return }
    let language = Bool.random(using: &draws) ? Language.english : .chinese
    let page = try? HTMLReport.render(summary, language: language)
    require(page?.contains(EditedDocument.markup) == false, "no page, or one with markup, of \(shown(text))")
    require(!MarkdownReport.render(summary, language: language).contains(EditedDocument.markup), "markup of \(shown(text))")
    require(!TerminalSummary(summary, language: language, width: bytes.count).text.isEmpty, "no summary of \(shown(text))")
}

/// The same of the estimates of a model, and of the page that they stand in.
func fuzzEstimates(_ bytes: [UInt8]) {
    let text = EditedDocument.estimates.edited(by: bytes)
    let estimates: EstimateSummary
    do {
        estimates = try EstimatesFile.decode(Data(text), path: "estimates.json")
    } catch {
        return require(error is FolderError && error.localizedDescription.count > 20, "\(error) for \(shown(text))")
    }
    var draws = Draws(bytes)
    guard Int.random(in: 0..<8, using: &draws) == 0 else { return }
    do {
        let written = try EstimateJSON.encode(estimates)
        let again = try EstimatesFile.decode(Data(written.utf8), path: "estimates.json")
        require(try EstimateJSON.encode(again) == written, "written and read it is another: \(shown(text))")
    } catch {
        return require(false, "\(error): what was read cannot be written and read: \(shown(text))")
    }
    guard Int.random(in: 0..<8, using: &draws) == 0 else { return }
    let page = try? HTMLReport.render(
        SmallAnalysis.only.summary, estimates: estimates, language: Bool.random(using: &draws) ? .english : .chinese)
    require(page?.contains(EditedDocument.markup) == false, "no page, or one with markup, of \(shown(text))")
}

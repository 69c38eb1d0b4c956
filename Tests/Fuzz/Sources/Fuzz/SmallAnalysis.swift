import Foundation

@testable import AnalysisFolder
@testable import ShiftPipeline
@testable import ShiftReport

/// An analysis of a few rows and the estimates of two models on it, with every member that either can have; made once.
struct SmallAnalysis: Sendable {
    static let only: SmallAnalysis = {
        do {
            return try SmallAnalysis()
        } catch {
            fatalError("no analysis to start from: \(error)")
        }
    }()

    let summary: ShiftSummary
    let estimates: EstimateSummary

    private static let rows = 120

    private init() throws {
        let folder = Scratch.folder
        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
        var draws = Draws([])
        for (name, words) in [
            ("train", ["river", "stone", "meadow", "桥梁"]), ("test", ["river", "rocket", "server", "火箭"]),
        ] {
            let lines = (0..<Self.rows).map { row in
                let texts = (0..<2).map { _ in
                    (0..<6).map { _ in words.randomElement(using: &draws) ?? "" }.joined(separator: " ")
                }
                return #"{"id": "\#(row)", "title": "\#(texts[0])", "text": "\#(texts[1]) \#(row)", "#
                    + #""label": "\#(row % 2)", "site": "\#(row % 4)"}"# + "\n"
            }
            try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path(name)))
        }
        var options = AnalysisOptions()
        options.threads = 1
        options.dropShifted = 0.9
        let analysis = try analyze(train: path("train"), test: path("test"), options: options)
        summary = analysis.summary
        let saved = try analysis.write(to: path("analysis"), replacing: true)

        func scores(_ file: String, labelledTo rows: Int) throws {
            let lines = (0..<Self.rows).flatMap { row in
                ["small", "large"].map { model in
                    let isRight = Int.random(in: 0..<(model == "small" ? 4 : 9), using: &draws) > 0
                    let known =
                        row < rows ? #""label": "\#(row % 2)", "prediction": "\#(isRight ? row % 2 : 1 - row % 2)", "# : ""
                    let sure = Double.random(in: 0.5..<1, using: &draws)
                    return #"{"id": "\#(row)", "model": "\#(model)", \#(known)"sure": \#(sure)}"# + "\n"
                }
            }
            try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path(file)))
        }
        try scores("scores", labelledTo: Self.rows)
        try scores("confidences", labelledTo: 0)
        try scores("labelled", labelledTo: 30)
        let labelled = try String(contentsOfFile: path("labelled"), encoding: .utf8).split(separator: "\n").prefix(60)
        try Data((labelled.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path("labelled")))
        var estimation = EstimateOptions()
        estimation.confidenceKey = "sure"
        estimation.testConfidences = path("confidences")
        estimation.labelledTest = path("labelled")
        estimation.sourceKey = "site"
        estimation.isQuick = true
        estimation.replicates = 40
        estimation.reread.threads = 1
        estimates = try saved.estimate(scores: path("scores"), options: estimation)
    }
}

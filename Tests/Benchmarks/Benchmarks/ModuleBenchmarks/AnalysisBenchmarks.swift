import Foundation
import TextShift

/// The main job on the demonstration corpus.
func analysisBenchmarks() {
    define(
        "analyze corpora/", bytes: \.bytes,
        input: { try DemonstrationCorpus() },
        work: { corpus in
            var options = AnalysisOptions()
            options.threads = 1
            return try TextShift.analyze(train: corpus.train, test: corpus.test, options: options)
        },
        check: { _, analysis in
            try expect("weights", analysis.weights.count, 1200)
            try expect("scores", analysis.pTest.count, 1700)
            try expect("mean weight", analysis.weights.reduce(0, +) / 1200, near: 1)
            // The shift is planted, and so known: no score can be better than the true ratio's, whose AUC is 0.706.
            let auc = analysis.summary.separability?.auc ?? 0
            try expect("AUC of a planted shift (\(auc))", (0.6...0.75).contains(auc), true)
        })
}

/// The corpus in the root of the repository.
private struct DemonstrationCorpus {
    let train: String
    let test: String
    let bytes: Int

    init() throws {
        // .../Tests/Benchmarks/Benchmarks/ModuleBenchmarks/AnalysisBenchmarks.swift
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<5 { root.deleteLastPathComponent() }
        let files = ["train.jsonl", "test.jsonl"].map { root.appendingPathComponent("corpora").appendingPathComponent($0) }
        train = files[0].path
        test = files[1].path
        bytes = try files.reduce(0) { try $0 + Data(contentsOf: $1).count }
    }
}

import Foundation
import TextShift

// What a library user does, by one import: client TRAIN TEST FOLDER.

/// Ends with what was expected.
func expect(_ holds: Bool, _ what: String) {
    if !holds {
        print("client: expected \(what)")
        exit(1)
    }
}

func show(_ summary: ShiftSummary) {
    print("verdict \(summary.verdict.kind.rawValue), trusted \(summary.verdict.isTrusted)")
    for reason in summary.verdict.reasons {
        print("  \(reason.condition.rawValue) \(reason.found ?? .infinity), limit \(reason.limit)")
    }
    if let separability = summary.separability {
        print(String(format: "AUC %.3f, %.3f to %.3f", separability.auc, separability.lower, separability.upper))
    }
}

// Two arrays of strings.
let train = (0..<300).map {
    "the bus to town was late again, number \($0 % 7), " + ($0 % 3 == 0 ? "and the noodles were cold" : "as ever")
}
let test = (0..<150).map {
    "the bus to town was late again, number \($0 % 7), " + ($0 % 3 == 2 ? "as ever" : "and the noodles were cold")
}
.enumerated().map { "\($0.element) \($0.offset)" }
let texts = try analyze(train: .texts(train.enumerated().map { "\($0.element) \($0.offset)" }), test: .texts(test))
show(texts.summary)
for row in texts.mostTestLike(10) { print(texts.weights[row], texts.trainRecord(row)) }
expect(texts.mostTestLike(10).count == 10 && texts.pTest.count == 450, "as many figures as texts")

// Two files, a folder of them, and the folder read back.
let (trainFile, testFile, path) = (CommandLine.arguments[1], CommandLine.arguments[2], CommandLine.arguments[3])
var options = AnalysisOptions()
options.weighting = .relative(alpha: 0.1)
options.fields = [try FieldPath(parsing: "text")]
let analysis = try analyze(train: trainFile, test: testFile, options: options)
analysis.mostTestLike(10).forEach { print($0, analysis.weights[$0]) }
var output = OutputOptions()
output.language = .chinese
try analysis.write(to: path, replacing: true, options: output)
let folder = try AnalysisFolder(path)
show(folder.summary)
expect(folder.summary.options.weight == options.weighting, "the options in the report")
expect(folder.summary.files == AnalysisFolder.names(), "the files in the report")
print(TerminalSummary(folder.summary, language: .english, width: 80).text)

// What was written goes on: gates, another split, a model.
var gates = Gates()
gates.maximumAUC = 0.5
print(GateReport(gates.results(folder.summary)).markdown)
print(SplitText(try folder.split().summary).text)
let scorer = try Scorer(analysis)
let score = try scorer.score(["the noodles were cold"])
expect(try JSONDecoder().decode(Scorer.Score.self, from: JSONEncoder().encode(score)) == score, "a score that can be encoded")
expect(
    try JSONDecoder().decode(ShiftSummary.self, from: Data(SummaryJSON.encode(folder.summary).utf8)) == folder.summary,
    "a summary that can be")

// An error is a sentence for people.
for attempt in [{ _ = try analyze(train: "nowhere.jsonl", test: testFile) }, { _ = try AnalysisFolder("nowhere") }] {
    do {
        try attempt()
        expect(false, "an error")
    } catch let error as RecordError {
        guard case .fileMissing = error else { throw error }
        print(error.localizedDescription)
        expect(error.localizedDescription.hasSuffix("there is no such file; check the path"), "the program's own sentence")
    }
}

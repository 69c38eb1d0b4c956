// Scores lines of text with a model, each in whichever task is free.
//
//     swift run ScoreTexts model.textshift < lines.txt

import TextShift

guard CommandLine.arguments.count == 2 else { fatalError("usage: ScoreTexts MODEL < LINES") }

// snippet.load
// Once, when the server starts; one scorer serves all requests.
let scorer = try Scorer(contentsOf: CommandLine.arguments[1])
// snippet.end

// snippet.score
/// How a request is answered: the weight of a record with one field, and the piece that contributes most towards test.
@Sendable func answer(_ text: String) throws -> String {
    let explanation = try scorer.explain([text])
    let pieces = explanation.fields[0].pieces
    let telling = pieces.max { $0.contribution < $1.contribution }
    return "\(explanation.score.weight)\t\(explanation.score.pTest)\t\(telling?.text ?? "")"
}
// snippet.end

let lines = Array(AnyIterator { readLine() })
let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
    for (number, line) in lines.enumerated() { group.addTask { (number, try answer(line)) } }
    var answers = lines
    for try await (number, answer) in group { answers[number] = answer }
    return answers
}
print(answers.joined(separator: "\n"))

import Foundation
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder
@testable import ShiftPipeline

/// Tables, SQuAD and exports of whole analyses: of rows in memory, and of rows in a stream.
@Suite struct OutputFormatsTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 77)

    init() throws { workspace = try TemporaryFolder() }

    /// All files but the timings are the same for any number of threads; the folder of the last run is `out`.
    private func write(_ train: String, _ test: String, rows: Int, change: (inout AnalysisOptions, inout OutputOptions) -> Void)
        throws -> AnalysisFolder
    {
        var written: AnalysisFolder?
        for threads in [1, 3] {
            var options = AnalysisOptions()
            options.fitBounds.rows = rows
            options.threads = threads
            var output = OutputOptions()
            change(&options, &output)
            let folder = threads == 1 ? "out1" : "out"
            let analysis = try analyze(train: train, test: test, options: options)
                .write(to: workspace.path(folder), replacing: false, options: output)
            for name in analysis.summary.files where name != "timings.json" && threads > 1 {
                #expect(try workspace.bytes("out/" + name) == workspace.bytes("out1/" + name), "\(name)")
            }
            written = analysis
        }
        return try #require(written)
    }

    private func numbers(_ name: String, _ key: String) throws -> [Double] {
        try workspace.lines(name).map { line in
            // The records themselves have no spaces.
            let start = try #require(line.range(of: "\"\(key)\":")).upperBound
            return try #require(Double(line[start...].drop { $0 == " " }.prefix { !",}".contains($0) }))
        }
    }

    @Test(arguments: [100_000, 150]) mutating func tables(rows: Int) throws {
        // Quotes, line ends within cells, a byte order mark, and no line's end at the file's.
        var train = "\u{FEFF}id,review,\"label\"\r\n"
        for row in 0..<300 {
            let text = corpora.sentence(topic: corpora.topic([3, 1, 2]))
            train += row % 2 == 0 ? "a\(row),\"\(text), \"\"so\r\nit was\"\"\",pos ,x" : "a\(row),\(text),\"neg\""
            train = train.replacingOccurrences(of: " ,x", with: "")
            if row < 299 { train += "\r\n" }
        }
        let test =
            "review\n" + (0..<200).map { _ in corpora.sentence(topic: corpora.topic([1, 3, 2])) + "\n" }.joined()
        let analysis = try write(workspace.write(train, to: "train.csv"), workspace.write(test, to: "test.csv"), rows: rows) {
            $1.writes = [.csv, .csv]
            $1.exports = [.sklearn, .lightgbm, .idWeight, .vw, .fasttext]
        }
        #expect(analysis.summary.fit.isSample == (rows == 150) && analysis.summary.discriminator.verdict == .shift)
        #expect(
            Array(analysis.summary.files[4..<14]) == [
                "train.weighted.csv", "test.scored.csv", "validation.csv", "train.remaining.csv", "train.remaining.weight.npy",
                "train.remaining.weight", "train.remaining.id-weight.tsv", "train.remaining.vw", "train.remaining.vw.labels",
                "train.remaining.fasttext.txt",
            ])
        // Without the columns the tables are what they were.
        let number = #"[0-9]+\.[0-9]+"#
        func without(_ columns: Int, folds: String = "", _ name: String, header: String) throws -> String {
            try workspace.read(name).replacingOccurrences(of: header, with: "").replacingOccurrences(
                of: "(,\(number)){\(columns)}\(folds)(?=\r?\n|$)", with: "", options: .regularExpression)
        }
        #expect(
            Array(try without(2, folds: ",[0-9]", "out/train.weighted.csv", header: ",sample_weight,p_test,cv_fold").utf8)
                == Array(train.utf8))
        #expect(Array(try without(1, "out/test.scored.csv", header: ",p_test").utf8) == Array(test.utf8))

        // The same rows with the same numbers as in the JSON lines.
        for name in ["train.weighted", "test.scored", "validation", "train.remaining"] {
            let table = try RecordTable.read(path: workspace.path("out/\(name).csv"))
            let lines = try RecordTable.read(path: workspace.path("out/\(name).jsonl"))
            #expect(table.count == lines.count && table.columns.map(\.name) == lines.columns.map(\.name), "\(name)")
            let isSame = zip(table.columns, lines.columns).allSatisfy { a, b in
                (0..<table.count).allSatisfy { a.string(at: $0) == b.string(at: $0) }
            }
            #expect(isSame, "\(name)")
        }

        // Exports have the rows of train.remaining, in its order.
        let weights = try numbers("out/train.remaining.jsonl", "sample_weight")
        let npy = try workspace.bytes("out/train.remaining.weight.npy")
        #expect(String(decoding: npy[10..<128], as: UTF8.self).contains("'shape': (\(weights.count),)"))
        let floats = stride(from: 128, to: npy.count, by: 4).map { start in
            Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(npy[start + $1]) << UInt32(8 * $1) })
        }
        #expect(floats == weights.map(Float.init))
        #expect(try workspace.read("out/train.remaining.weight").split(separator: "\n").map { Double($0) } == weights)
        let remaining = try RecordTable.read(path: workspace.path("out/train.remaining.jsonl"))
        let ids = try #require(remaining.column(named: "id"))
        #expect(
            try workspace.read("out/train.remaining.id-weight.tsv")
                == weights.enumerated().map { "\(ids.string(at: $0))\t\(try DecimalNumber.string($1))\n" }.joined())
        let labels = try #require(remaining.column(named: "label"))
        let vw = try workspace.read("out/train.remaining.vw").split(separator: "\n")
        #expect(vw.count == weights.count)
        for (row, line) in vw.enumerated() {
            let start = "\(labels.string(at: row) == "neg" ? -1 : 1) \(try DecimalNumber.string(weights[row])) |f "
            #expect(line.hasPrefix(start))
        }
        #expect(try workspace.read("out/train.remaining.vw.labels") == "-1\tneg\n1\tpos\n")
        let copies = try workspace.read("out/train.remaining.fasttext.txt").split(separator: "\n")
        #expect(abs(Double(copies.count) / Double(weights.count) - 1) < 0.2)
        // A label whose rows weigh next to nothing may have no copy.
        let heavy = ["neg", "pos"].filter { name in
            weights.indices.reduce(0) { $0 + (labels.string(at: $1) == name ? weights[$1] : 0) } > 10
        }
        let found = Set(copies.map { $0.prefix(13) })
        #expect(!heavy.isEmpty && found.isSuperset(of: heavy.map { Substring("__label__\($0) ") }))
        #expect(found.isSubset(of: ["__label__neg ", "__label__pos "]))
    }

    private struct Document: Decodable {
        struct Answer: Decodable {
            var text: String
            var answer_start: Int
        }
        struct Question: Decodable {
            var id: String
            var question: String
            var answers: [Answer]
        }
        struct Paragraph: Decodable {
            var context: String
            var qas: [Question]
        }
        struct Article: Decodable {
            var title: String
            var paragraphs: [Paragraph]
        }
        var version: String
        var data: [Article]
    }

    /// What evaluate-v1.1.py does with predictions that are the first answers: exact matches, in percent.
    ///
    /// A question whose identifier came before would be scored by another's prediction; one without answers has no maximum.
    private func exactMatch(_ document: Document) throws -> Double {
        var predictions: [String: String] = [:]
        var (total, exact) = (0, 0)
        let questions = document.data.flatMap(\.paragraphs).flatMap(\.qas)
        for question in questions {
            #expect(predictions.updateValue(try #require(question.answers.first).text, forKey: question.id) == nil)
        }
        for question in questions {
            total += 1
            if question.answers.contains(where: { $0.text == predictions[question.id] }) { exact += 1 }
        }
        return 100 * Double(exact) / Double(total)
    }

    @Test(arguments: [100_000, 150]) mutating func squad(rows: Int) throws {
        func document(_ contexts: Int, _ shares: [Double]) throws -> String {
            var id = 0
            let articles: [[String: Any]] = (0..<contexts / 4).map { article in
                let paragraphs: [[String: Any]] = (0..<4).map { _ in
                    let topic = corpora.topic(shares)
                    let context = "中文 " + corpora.sentence(topic: topic, words: 25)
                    let word = context.split(separator: " ")[3]
                    let start =
                        context.unicodeScalars.distance(
                            from: context.startIndex, to: context.range(of: " \(word)")!.lowerBound) + 1
                    let questions: [[String: Any]] = (0..<3).map { _ in
                        id += 1
                        return [
                            "id": "q\(id)", "question": corpora.sentence(topic: topic, words: 6),
                            "answers": [["text": word, "answer_start": start]],
                        ]
                    }
                    return ["context": context, "qas": questions]
                }
                return ["title": "T\(article)", "paragraphs": paragraphs]
            }
            let data = try JSONSerialization.data(withJSONObject: ["version": "1.1", "data": articles], options: .sortedKeys)
            return String(decoding: data, as: UTF8.self)
        }
        let analysis = try write(
            workspace.write(document(120, [3, 1, 2]), to: "train.json"),
            workspace.write(document(60, [1, 3, 2]), to: "test.json"), rows: rows
        ) {
            $1.writes = [.squad]
            $1.exports = [.idWeight]
        }
        let written = try JSONDecoder().decode(Document.self, from: workspace.bytes("out/validation.squad.json"))
        #expect(written.version == "1.1")
        #expect(try exactMatch(written) == 100)
        let paragraphs = written.data.flatMap(\.paragraphs)
        let questions = paragraphs.flatMap(\.qas)
        #expect(questions.count == analysis.summary.validation.draws)
        #expect(Set(questions.map { $0.id.prefix { $0 != "#" } }).count == analysis.summary.validation.uniqueRows)
        #expect(questions.contains { $0.id.hasSuffix("#2") })
        #expect(
            Set(paragraphs.map(\.context)).count == paragraphs.count
                && Set(written.data.map(\.title)).count == written.data.count)
        for paragraph in paragraphs {
            for answer in paragraph.qas.flatMap(\.answers) {
                let own = paragraph.context.unicodeScalars.dropFirst(answer.answer_start)
                #expect(own.starts(with: answer.text.unicodeScalars))
            }
        }
        // The same questions as in the JSON lines.
        let lines = try RecordTable.read(path: workspace.path("out/validation.jsonl"))
        let drawn = try #require(lines.column(named: "question"))
        #expect(questions.map(\.question).sorted() == (0..<lines.count).map { drawn.string(at: $0) }.sorted())
    }

    /// Rows without an identifier are known by their number in train.
    @Test(arguments: [100_000, 150]) mutating func rowsAreNumbered(rows: Int) throws {
        let train = (0..<300).map {
            ["n": $0 + 1, "text": corpora.sentence(topic: corpora.topic([3, 1, 2]))] as [String: Any]
        }
        let test = (0..<200).map { _ in ["text": corpora.sentence(topic: corpora.topic([1, 3, 2]))] }
        _ = try write(workspace.write(train, to: "a"), workspace.write(test, to: "b"), rows: rows) { $1.exports = [.idWeight] }
        let expected = try zip(
            numbers("out/train.remaining.jsonl", "n"), numbers("out/train.remaining.jsonl", "sample_weight")
        ).map { "\(Int($0))\t\(try DecimalNumber.string($1))\n" }.joined()
        #expect(try workspace.read("out/train.remaining.id-weight.tsv") == expected)
    }

    @Test mutating func whatAnExportLacksIsSaidBeforeTheWork() throws {
        func pair(_ labels: [Any?]) throws -> (train: String, test: String) {
            let train = labels.map { label in
                var record: [String: Any] = ["text": corpora.sentence(topic: 0)]
                if let label { record["y"] = label }
                return record
            }
            return (try workspace.write(train, to: "a"), try workspace.write([["text": corpora.sentence(topic: 1)]], to: "b"))
        }
        func refusal(_ labels: [Any?], _ export: ExportFormat, id: String? = nil, label: String? = "y") throws -> FolderError? {
            let (train, test) = try pair(labels)
            var options = AnalysisOptions()
            var output = OutputOptions()
            output.exports = [export]
            options.labelKey = label
            options.idKey = id
            return #expect(throws: FolderError.self) {
                try analyze(train: .files([train]), test: .files([test]), options: options, output: output, progress: nil)
            }
        }
        let path = workspace.path("a")
        #expect(try refusal([1], .vw, label: nil) == .labelAbsent(.vw, key: "label", path: path, available: ["text", "y"]))
        #expect(try refusal([1, nil, NSNull()], .fasttext) == .labelMissing(key: "y", path: path, rows: 2, line: 2))
        #expect(
            try refusal(["a", [[1]]], .vw)
                == .labelIsNoScalar(TextRecords.SourceLocation(path: path, line: 2), key: "y", found: .array))
    }

    /// What holds the label is no text to compare, should the test rows have it too.
    @Test mutating func theLabelIsNotLookedAt() throws {
        let rows = (0..<4).map { _ in ["text": corpora.sentence(topic: 0), "verdict": corpora.sentence(topic: 1)] }
        var options = AnalysisOptions()
        options.labelKey = "verdict"
        let path = try workspace.write(rows, to: "a")
        let fields = try analyze(train: path, test: path, options: options).summary.fields
        #expect(fields.filter(\.isUsed).map(\.name) == ["text"])
    }

    @Test func aFormatThatTheCorpusIsNotIn() throws {
        let lines = try workspace.write([["text": "the only row"]], to: "a.jsonl")
        let table = try workspace.write("text,x\nthe only row,1\n", to: "b.csv")
        for (train, test, format, path, found) in [
            (lines, table, OutputFormat.csv, lines, RecordFormat.jsonLines), (table, lines, .csv, lines, .jsonLines),
            (table, table, .tsv, table, .csv), (table, lines, .squad, table, .csv),
        ] {
            var output = OutputOptions()
            output.writes = [format]
            #expect(throws: FolderError.notOfFormat(format, path: path, found: found)) {
                try analyze(
                    train: .files([train]), test: .files([test]), options: AnalysisOptions(), output: output, progress: nil)
            }
        }
    }
}

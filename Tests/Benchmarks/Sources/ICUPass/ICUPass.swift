import ArgumentParser
import Foundation
import ParallelWork
import TextRecords

/// Times ICU's bare word iterator over the texts that an analysis would read.
@main
struct ICUPass: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "icu-pass", abstract: "Time ICU's bare word iterator over the distinct texts of two corpora.",
        discussion: """
            Each field's distinct texts, of both files together, go through ICU's word break iterator, which only counts \
            what it finds. Reading the files is not timed. After one run that is not counted, all passes asked for run in \
            turn, and one JSON line a pass gives the medians.
            """)

    @Argument(help: "The labelled corpus.") var train: String
    @Argument(help: "The unlabelled corpus.") var test: String
    @Option(
        name: .customLong("field"), help: ArgumentHelp("Read this field; repeatable.", valueName: "NAME[=KEY.PATH]"))
    var fields: [String]
    @Option(help: "Threads to work on.") var threads = ProcessorCount.active
    @Option(help: "Runs of each pass.") var repeats = 5
    @Flag(help: "Time ICU over a UTF-16 copy as well.") var utf16 = false
    @Flag(help: "Time the featurizer on the same texts as well.") var featurize = false

    func validate() throws {
        guard threads > 0, repeats > 0 else { throw ValidationError("--threads and --repeats are at least 1") }
    }

    func run() throws {
        let texts = try FieldTexts(train: train, test: test, fields: fields.map { try FieldPath(parsing: $0) })
        guard texts.byteCount > 0 else { throw ValidationError("these fields have no text") }
        let workers = WorkerPool(workers: threads)
        let passes = [Pass.icu] + (utf16 ? [.icuUTF16] : []) + (featurize ? [.featurize] : [])
        // The first run loads ICU's data and says what all others must find.
        var measured = try passes.map { Measurement(found: try $0.run(texts, workers)) }
        for _ in 0..<repeats {
            for (number, pass) in passes.enumerated() {
                try measured[number].add(pass) { try pass.run(texts, workers) }
            }
        }
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = .sortedKeys
        for (pass, measurement) in zip(passes, measured) {
            let line = Line(pass, texts, measurement, icu: measured[0], threads: threads)
            print(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
    }
}

import Foundation
import TestSupport
import Testing
import TextShift

@Suite("The filter: textshift fit and textshift score")
struct ScoreTests {
    /// A folder with the corpora, an analysis of them in `out` and a model by `fit`.
    private func fittedByBoth(_ options: [String]) throws -> TemporaryFolder {
        let folder = try LeaningCorpora.folder()
        let analysis = try Program.run(
            ["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--quiet"] + options, in: folder)
        #expect(analysis.status == 0, "\(analysis.errors)")
        let fit = try Program.run(["fit", "train.jsonl", "test.jsonl", "--model", "m.model"] + options, in: folder)
        #expect(fit.status == 0 && fit.output.hasPrefix("m.model: a model of textshift\n"), "\(fit.errors)")
        return folder
    }

    private func score(_ arguments: String, in folder: TemporaryFolder) throws -> Program.Outcome {
        try Program.shell(#""$0" score --model m.model "# + arguments, in: folder)
    }

    @Test(
        "fit's model is analyze's, and the training file gets analyze's bytes but for the folds",
        arguments: [
            [], ["--weight", "clip:2", "--group", "id"], ["--field", "words=text", "--seed", "7", "--fit-rows", "25"],
        ])
    func sameAsAnalyze(options: [String]) throws {
        let folder = try fittedByBoth(options)
        #expect(try folder.bytes("m.model") == folder.bytes("out/model.textshift"))
        let whole = try folder.read("out/train.weighted.jsonl").replacing(#/, "cv_fold": \d/#, with: "")
        for input in options.isEmpty
            ? ["train.jsonl", "--threads 1 - < train.jsonl", "--threads 3 train.jsonl"] : ["< train.jsonl"]
        {
            let outcome = try score(input, in: folder)
            #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output == whole, "\(input): \(outcome.errors)")
        }
        // The test file gets analyze's p_test, and a weight before it.
        let scored = try score("test.jsonl", in: folder).output.replacing(#/"sample_weight": [\d.]+, /#, with: "")
        #expect(scored == (try folder.read("out/test.scored.jsonl")))
    }

    @Test("Several files, formats and gzip pass through one after another, in order")
    func formats() throws {
        let folder = try LeaningCorpora.fitted()
        let texts = ["river stone, \"bridge\"", "rocket server", "火箭 内核 kernel"]
        let cells = texts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        try folder.write(["text,label"] + cells.map { $0 + ",x" }, to: "a.csv")
        try folder.write(texts, to: "b.txt")
        let objects = try texts.map { String(decoding: try JSONEncoder().encode(["body": $0]), as: UTF8.self) }
        try folder.write("[" + objects.joined(separator: ",\n") + "]", to: "c.json")
        let csv = try score("a.csv", in: folder)
        let text = try score("b.txt", in: folder)
        let json = try score("--field text=body c.json", in: folder)
        #expect([csv, text, json].allSatisfy { $0.status == 0 && $0.errors.isEmpty })
        func numbers(_ outcome: Program.Outcome) -> [Substring] {
            outcome.output.split(separator: "\n").map {
                $0[($0.range(of: "\"sample_weight\"")?.lowerBound ?? $0.startIndex)...]
            }
        }
        #expect(numbers(csv).count == 3 && numbers(csv) == numbers(text) && numbers(csv) == numbers(json))
        let both = try score("a.csv b.txt", in: folder)
        #expect(both.output == csv.output + text.output)
        let zipped = try Program.shell(#"gzip -k b.txt; "$0" score -m m.model a.csv b.txt.gz --gzip | gzip -dc"#, in: folder)
        #expect(zipped.output == both.output, "\(zipped.errors)")
    }

    @Test("What comes slowly is passed on at once, and read as if it came at once", arguments: ["auto", "csv"])
    func slowly(format: String) throws {
        let folder = try LeaningCorpora.fitted()
        let parts =
            switch format {
            case "csv": ["text,n\\n\"a river", "\\nstone\",1\\nx rocket,2\\n", "kernel packet,3\\n"]

            default: [#"{"text": "a river"}\n{"te"#, #"xt": "x rocket"}\n"#, #"{"text": "kernel"}\n"#]
            }
        let quoted = parts.map { "printf '\($0)'" }
        let fast = try Program.shell(
            "{ \(quoted.joined(separator: "; ")); } | \"$0\" score -m m.model --format \(format)", in: folder)
        #expect(fast.status == 0 && fast.output.split(separator: "\n").count == 3, "\(fast.errors)")
        let slow = try Program.shell(
            "{ \(quoted.joined(separator: "; sleep 0.2; ")); } | \"$0\" score -m m.model --format \(format)", in: folder)
        #expect(slow.output == fast.output)
    }

    @Test("Each line of a slow pipe comes out before the next goes in")
    func conversation() throws {
        let folder = try LeaningCorpora.fitted()
        // A line is written only once the one before was read back.
        let script = #"""
            mkfifo to from; "$0" score -m m.model < to > from & exec 3> to 4< from
            for n in 1 2 3; do echo "{\"text\": \"river $n\"}" >&3; read line <&4; echo "$line"; done
            exec 3>&-; wait $!; echo $?
            """#
        let outcome = try Program.shell(script, in: folder)
        let lines = outcome.output.split(separator: "\n")
        #expect(
            lines.count == 4 && lines.last == "0" && lines[2].hasPrefix("{\"text\": \"river 3\", \"sample_weight\": "),
            "\(outcome)")
    }

    @Test("A reader that goes away ends an endless filter, quietly")
    func endless() throws {
        let folder = try LeaningCorpora.fitted()
        let outcome = try Program.shell(
            #"{ yes '{"text":"x"}' | "$0" score --model m.model -; echo $? > status; } | head -n 1"#, in: folder)
        #expect(outcome.output.hasPrefix("{\"text\":\"x\", \"sample_weight\": ") && outcome.errors.isEmpty)
        #expect(try folder.read("status") == "0\n")
        // So it does where the writer has gone silent meanwhile.
        let silent = try Program.shell(
            #"""
            mkfifo in; { yes '{"text":"x"}' | head -n 100000; exec sleep 100; } > in & s=$!
            { "$0" score -m m.model < in; echo $? > status; } | head -n 1; kill $s
            """#, in: folder)
        #expect(silent.output == outcome.output, "\(silent.errors)")
        #expect(try folder.read("status") == "0\n")
    }

    @Test("An interrupt ends the filter by that signal, after a whole record", arguments: [("INT", 130), ("TERM", 143)])
    func interrupted(signal: String, status: Int) throws {
        let folder = try LeaningCorpora.fitted()
        // From a program that writes without end, and from one that is silent.
        for source in [#"yes '{"text":"x"}'"#, #"{ echo '{"text":"x"}'; exec sleep 100; }"#] {
            let script = #"""
                mkfifo in; \#(source) > in & s=$!
                env --default-signal "$0" score -m m.model < in > out.jsonl & p=$!
                while [ ! -s out.jsonl ]; do sleep 0.02; done; kill -\#(signal) $p; wait $p; echo $?; kill $s 2> /dev/null; rm in
                """#
            // A shell without job control starts what is in the background with interrupts ignored.
            let outcome = try Program.shell(script, in: folder)
            #expect(outcome.output == "\(status)\n", "\(outcome.errors)")
            let tail = try Program.shell("tail -c 2 out.jsonl; rm out.jsonl", in: folder)
            #expect(tail.output == "}\n")
        }
    }

    @Test("A bad line ends the filter after the records before it")
    func badLine() throws {
        let folder = try LeaningCorpora.fitted()
        try folder.write(LeaningCorpora.inserting("{\"text\": }"), to: "bad.jsonl")
        let whole = try score("train.jsonl", in: folder).output.split(separator: "\n")
        let stopped = try score("bad.jsonl", in: folder)
        #expect(stopped.status == 2 && stopped.errors.hasPrefix("bad.jsonl:4:10: error: not JSON"), "\(stopped.errors)")
        #expect(stopped.output.split(separator: "\n") == Array(whole[..<3]))
        let skipped = try score("bad.jsonl --on-error skip", in: folder)
        #expect(skipped.status == 0 && skipped.output.split(separator: "\n") == whole)
        #expect(skipped.errors == "note: 1 line left out because it is no record\n")
        let again = try Program.shell(#""$0" score -m m.model train.jsonl > once; "$0" score -m m.model once"#, in: folder)
        #expect(again.status == 2 && again.errors.hasPrefix("once:1: error: the record has a key \"sample_weight\" already"))
        let replaced = try score("--overwrite-keys once", in: folder)
        #expect(replaced.output == (try folder.read("once")))
    }

    @Test("What cannot be scored is said, and what is scored without a text is noted")
    func refusals() throws {
        let folder = try LeaningCorpora.fitted()
        let missing = try score("nowhere.jsonl", in: folder)
        #expect(missing.status == 2 && missing.errors.hasPrefix("nowhere.jsonl: error: there is no such file"))
        try folder.write(#"{"body": "river"}"# + "\n" + #"{"text": "river"}"# + "\n", to: "mixed.jsonl")
        let mixed = try score("mixed.jsonl", in: folder)
        #expect(mixed.status == 0 && mixed.errors.hasPrefix("note: field \"text\" is missing in 1 record; read as empty\n"))
        #expect(mixed.errors.hasSuffix("note: 1 record has no text to score: its p_test is that of any empty text\n"))
        try folder.write("{}", to: "other")
        let outcome = try Program.run(["score", "--model", "other", "train.jsonl"], in: folder)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("other: error: ") && outcome.errors.contains("this is no model of textshift"))
    }

    @Test("A model is described")
    func described() throws {
        let folder = try LeaningCorpora.fitted {
            $0.fields = [try FieldPath(parsing: "words=text")]
            $0.groupKey = try FieldPath(parsing: "id")
        }
        let text = try Program.run(["model", "m.model"], in: folder).output
        for line in [
            "found       a shift", "fields      words (text)", "in 5 folds, by the key id", "60 rows of train, 50 of test",
        ] {
            #expect(text.contains(line), "\(text)")
        }
        let json = try JSONText.object(Program.run(["model", "m.model", "--json"], in: folder).output)
        #expect(json["is_shift"] as? Bool == true && json["folds"] as? Int == 5 && json["group_path"] as? String == "id")
        #expect(json["byte_count"] as? Int == (try folder.bytes("m.model")).count)
    }

    @Test("analyze --gzip writes the same records", arguments: [[], ["--fit-rows", "25"]])
    func compressedOutput(options: [String]) throws {
        let folder = try LeaningCorpora.folder()
        for (name, gzip) in [("plain", [String]()), ("zipped", ["--gzip"])] {
            let outcome = try Program.run(
                ["analyze", "train.jsonl", "test.jsonl", "--output", name, "--quiet"] + gzip + options, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let zipped = try Program.shell("cd zipped; gzip -d *.gz; for f in *.jsonl; do cmp $f ../plain/$f; done; ls", in: folder)
        #expect(zipped.status == 0 && zipped.output.split(separator: "\n").count { $0.hasSuffix(".jsonl") } == 4, "\(zipped)")
    }
}

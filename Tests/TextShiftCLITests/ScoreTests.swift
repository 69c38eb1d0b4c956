import Foundation
import TestSupport
import Testing

@Suite("The filter: textshift fit and textshift score")
struct ScoreTests {
    /// A folder with the corpora, an analysis of them in `out` and a model by `fit`.
    private func fitted(_ options: [String] = []) throws -> TemporaryFolder {
        let folder = try LeaningCorpora.folder()
        let analysis = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--quiet"] + options, in: folder)
        #expect(analysis.status == 0, "\(analysis.errors)")
        let fit = try Program.run(["fit", "train.jsonl", "test.jsonl", "--model", "m.model"] + options, in: folder)
        #expect(fit.status == 0 && fit.output.hasPrefix("m.model: a model of textshift\n"), "\(fit.errors)")
        return folder
    }

    private func score(_ arguments: String, in folder: TemporaryFolder) throws -> Program.Outcome {
        try Program.shell(#""$0" score --model m.model "# + arguments, in: folder)
    }

    @Test("fit's model is analyze's, and the training file gets analyze's bytes", arguments: [
        [], ["--weight", "clip:2", "--group", "id"], ["--field", "words=text", "--seed", "7", "--fit-rows", "25"],
    ])
    func sameAsAnalyze(options: [String]) throws {
        let folder = try fitted(options)
        #expect(try folder.bytes("m.model") == folder.bytes("out/model.textshift"))
        let whole = try folder.read("out/train.weighted.jsonl")
        for input in options.isEmpty ? ["train.jsonl", "--threads 1 - < train.jsonl", "--threads 3 train.jsonl"] : ["< train.jsonl"] {
            let outcome = try score(input, in: folder)
            #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output == whole, "\(input): \(outcome.errors)")
        }
        // The test file gets analyze's p_test, and a weight before it.
        let scored = try score("test.jsonl", in: folder).output.replacing(#/"sample_weight": [\d.]+, /#, with: "")
        #expect(scored == (try folder.read("out/test.scored.jsonl")))
    }

    @Test("A model without a shift, or without a fit, gives every row weight 1")
    func noShift() throws {
        let folder = try LeaningCorpora.few()
        for weight in ["ratio", "discriminator"] {
            let fit = try Program.run(
                ["fit", "train.jsonl", "test.jsonl", "-m", "m.model", "--weight", weight, "--force"], in: folder)
            #expect(fit.output.contains("nothing was fitted"))
            let lines = try score("train.jsonl --only-scores", in: folder).output.split(separator: "\n")
            #expect(lines.count == 4 && Set(lines) == [#"{"sample_weight": 1.0, "p_test": 0.5}"#], "\(lines)")
        }
    }

    @Test("A hash of a field or key that no record has is no hash; of a part of a corpus it may be")
    func hashOfNothing() throws {
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.inserting("{\"text\": \"stone\", \"note\": \"once\"}"))
        for (arguments, said) in [
            (["--field", "text", "--field", "body"], "\"body\""), (["--field", "text", "--group", "thread"], "\"thread\" of --group"),
        ] {
            let outcome = try Program.run(["hash", "train.jsonl"] + arguments, in: folder)
            #expect(outcome.status == 2, "\(arguments)")
            #expect(
                outcome.errors.hasPrefix("train.jsonl: error: no record has") && outcome.errors.contains(said)
                    && outcome.errors.contains("there are: id, text, label, note"), "\(outcome.errors)")
            let part = try Program.run(["hash", "train.jsonl", "--part"] + arguments, in: folder)
            #expect(part.status == 0 && part.errors.isEmpty && part.output == outcome.output)
        }
        #expect(try Program.run(["hash", "train.jsonl", "--field", "note"], in: folder).status == 0, "one record has it")
    }

    @Test("Several files, formats and gzip pass through one after another, in order")
    func formats() throws {
        let folder = try fitted()
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
            outcome.output.split(separator: "\n").map { $0[($0.range(of: "\"sample_weight\"")?.lowerBound ?? $0.startIndex)...] }
        }
        #expect(numbers(csv).count == 3 && numbers(csv) == numbers(text) && numbers(csv) == numbers(json))
        let both = try score("a.csv b.txt", in: folder)
        #expect(both.output == csv.output + text.output)
        let zipped = try Program.shell(#"gzip -k b.txt; "$0" score -m m.model a.csv b.txt.gz --gzip | gzip -dc"#, in: folder)
        #expect(zipped.output == both.output, "\(zipped.errors)")
    }

    @Test("What comes slowly is passed on at once, and read as if it came at once", arguments: ["auto", "csv"])
    func slowly(format: String) throws {
        let folder = try fitted()
        let parts =
            switch format {
            case "csv": ["text,n\\n\"a river", "\\nstone\",1\\nx rocket,2\\n", "kernel packet,3\\n"]

            default: [#"{"text": "a river"}\n{"te"#, #"xt": "x rocket"}\n"#, #"{"text": "kernel"}\n"#]
            }
        let quoted = parts.map { "printf '\($0)'" }
        let fast = try Program.shell("{ \(quoted.joined(separator: "; ")); } | \"$0\" score -m m.model --format \(format)", in: folder)
        #expect(fast.status == 0 && fast.output.split(separator: "\n").count == 3, "\(fast.errors)")
        let slow = try Program.shell(
            "{ \(quoted.joined(separator: "; sleep 0.2; ")); } | \"$0\" score -m m.model --format \(format)", in: folder)
        #expect(slow.output == fast.output)
    }

    @Test("Each line of a slow pipe comes out before the next goes in")
    func conversation() throws {
        let folder = try fitted()
        // A line is written only once the one before was read back.
        let script = #"""
            mkfifo to from; "$0" score -m m.model < to > from & exec 3> to 4< from
            for n in 1 2 3; do echo "{\"text\": \"river $n\"}" >&3; read line <&4; echo "$line"; done
            exec 3>&-; wait $!; echo $?
            """#
        let outcome = try Program.shell(script, in: folder)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 4 && lines.last == "0" && lines[2].hasPrefix("{\"text\": \"river 3\", \"sample_weight\": "), "\(outcome)")
    }

    @Test("A reader that goes away ends an endless filter, quietly")
    func endless() throws {
        let folder = try fitted()
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
        let folder = try fitted()
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
        let folder = try fitted()
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

    @Test("What cannot be scored is said")
    func refusals() throws {
        let folder = try fitted()
        func errors(_ arguments: String) throws -> String {
            let outcome = try score(arguments, in: folder)
            #expect(outcome.status == 2)
            return outcome.errors
        }
        #expect(try errors("nowhere.jsonl").hasPrefix("nowhere.jsonl: error: there is no such file"))
        #expect(try errors("--field body=text train.jsonl").hasPrefix(
            "error: the model does not look at the field \"body\"; it looks at text"))
        try folder.write(#"{"body": "river"}"# + "\n", to: "other.jsonl")
        #expect(try errors("other.jsonl").hasPrefix(
            "other.jsonl: error: found 1 record, and in none a field that the model looks at (text); there are: body"))
        // Not the field that has the name in the model.
        #expect(try errors("--field text=nope train.jsonl").contains("in none a field that the model looks at (nope); there are: "))
        #expect(try errors("- -").contains("Only one file can be standard input."))
        try folder.write(#"{"body": "river"}"# + "\n" + #"{"text": "river"}"# + "\n", to: "mixed.jsonl")
        let mixed = try score("mixed.jsonl", in: folder)
        #expect(mixed.status == 0 && mixed.errors.hasPrefix("note: field \"text\" is missing in 1 record; read as empty\n"))
        #expect(mixed.errors.hasSuffix("note: 1 record has no text to score: its p_test is that of any empty text\n"))
        try folder.write(["\"\"", "null", "\" river\"", "{}"].map { "{\"text\": \($0)}" }, to: "empty.jsonl")
        let empty = try score("empty.jsonl --only-scores", in: folder)
        #expect(empty.errors.hasSuffix("note: 3 records have no text to score: their p_test is that of any empty text\n"), "\(empty.errors)")
        let numbers = empty.output.split(separator: "\n")
        #expect(numbers.count == 4 && numbers[0] == numbers[1] && numbers[1] == numbers[3] && numbers[2] != numbers[0])
        #expect(!(try score("train.jsonl", in: folder).errors.contains("no text")))
        #expect(try score("/dev/null", in: folder).status == 0)

        let model = Array(try folder.bytes("m.model"))
        for (name, bytes, message) in [
            ("cut", Array(model[..<(model.count / 2)]), "the model ends early"),
            ("altered", model[..<500] + [model[500] ^ 1] + model[501...], "the model's checksum does not match"),
            ("newer", model[..<16] + [99] + model[17...], "a newer textshift wrote it"),
            ("other", Array("{}".utf8), "this is no model of textshift"),
        ] {
            try folder.write(bytes, to: name)
            for command in [["score", "--model", name, "train.jsonl"], ["model", name]] {
                let outcome = try Program.run(command, in: folder)
                #expect(outcome.status == 2 && outcome.output.isEmpty)
                #expect(outcome.errors.hasPrefix("\(name): error: ") && outcome.errors.contains(message), "\(outcome.errors)")
            }
        }
        let again = try Program.run(["fit", "train.jsonl", "test.jsonl", "-m", "m.model"], in: folder)
        #expect(again.status == 2 && again.errors.contains("--force"))
    }

    @Test("A model is described")
    func described() throws {
        let folder = try fitted(["--field", "words=text", "--group", "id"])
        let text = try Program.run(["model", "m.model"], in: folder).output
        for line in ["found       a shift", "fields      words (text)", "in 5 folds, by the key id", "60 rows of train, 50 of test"] {
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

import Foundation
import TestSupport
import Testing

@Suite("How far to trust it: audit, diagnose, conformal, label-first")
struct TrustTests {
    private func analysed(_ train: [String], _ test: [String]) throws -> TemporaryFolder {
        try LeaningCorpora.analysed(train: train, test: test)
    }

    @Test(
        "Other shares of the classes: class-prior shift, with and without labelled test rows; weights of the classes on request"
    )
    func classPriors() throws {
        let folder = try analysed(
            OpinionCorpora.rows("train", 600, positive: 0.5), OpinionCorpora.rows("test", 400, positive: 0.9))
        let found = try Program.run(
            ["diagnose", "out", "--label", "label", "--json", "--labelled-test", "test.jsonl"], in: folder)
        #expect(found.status == 0, "\(found.errors)")
        #expect(try JSONText.object(found.output)["verdict"] as? String == "classPriorShift")
        let text = try Program.run(["diagnose", "out", "--label", "label", "--weights", "by-class.jsonl"], in: folder)
        #expect(text.output.contains("Class-prior shift") && text.output.contains("--labelled-test"))
        let chinese = try Program.run(["diagnose", "out", "--label", "label", "--language", "zh"], in: folder).output
        #expect(chinese.contains("类别先验偏移：") && chinese.contains("无法由此判断：") && !chinese.contains(" the "), "\(chinese)")
        let weighted = try folder.read("by-class.jsonl").split(separator: "\n").map { try JSONText.object($0) }
        #expect(weighted.count == 600)
        let weights = weighted.compactMap { $0["sample_weight"] as? Double }
        #expect(abs(weights.reduce(0, +) / 600 - 1) < 1e-9)
        #expect(Set(weights).count == 2)
        // A model's own probabilities in place of the classifier's: by the words that it knows.
        for side in ["train", "test"] {
            let lines = try folder.read("\(side).jsonl").split(separator: "\n").map { line in
                let words = try #require(JSONText.object(line)["text"] as? String).split(separator: " ")
                let logit =
                    2.2 * Double(words.count { OpinionCorpora.good.contains(String($0)) })
                    - 2.2 * Double(words.count { OpinionCorpora.bad.contains(String($0)) })
                let positive = 1 / (1 + exp(-logit))
                return
                    "{\"id\":\"\(try JSONText.object(line)["id"] ?? "")\",\"probabilities\":{\"0\":\(1 - positive),\"1\":\(positive)}}"
            }
            try folder.write(lines, to: "\(side)-predictions.jsonl")
        }
        let own = try Program.run(
            [
                "diagnose", "out", "--label", "label", "--json", "--predictions", "train-predictions.jsonl",
                "--test-predictions", "test-predictions.jsonl",
            ], in: folder)
        #expect(own.status == 0, "\(own.errors)")
        #expect(try JSONText.object(own.output)["verdict"] as? String == "classPriorShift")
        let priors = try #require(JSONText.object(own.output)["priors"] as? [String: Any])
        #expect(priors["source"] as? String == "train-predictions.jsonl")
        for found in try #require(priors["classes"] as? [[String: Any]]) {
            let truth = found["name"] as? String == "1" ? 1.8 : 0.2
            for method in ["likelihood", "blackBox"] {
                let ratio = try #require(found[method] as? [String: Double])
                #expect(try #require(ratio["lower"]) < truth && truth < #require(ratio["upper"]))
            }
        }
    }

    @Test("Other labels for the same inputs: annotation shift, seen only with labelled test rows")
    func annotation() throws {
        let folder = try analysed(
            OpinionCorpora.rows("train", 150, positive: 0.5, answers: "[\"a\", \"b\", \"c\"]"),
            OpinionCorpora.rows("test", 120, positive: 0.5, answers: "[\"a\"]"))
        let plain = try JSONText.object(
            try Program.run(["diagnose", "out", "--label", "answers", "--json"], in: folder).output)
        #expect(plain["verdict"] as? String == "noShift")
        let found = try Program.run(["diagnose", "out", "--label", "answers", "--labelled-test", "test.jsonl"], in: folder)
        #expect(
            found.output.contains("Annotation shift") && found.output.contains("cannot mend"), "\(found.output)\(found.errors)")
        #expect(found.output.contains("100% of train → 0% of test"))
    }

    @Test("A null pair: no shift, with labels too")
    func noShift() throws {
        let folder = try analysed(
            OpinionCorpora.rows("train", 200, positive: 0.5), OpinionCorpora.rows("test", 150, positive: 0.5))
        let found = try Program.run(
            ["diagnose", "out", "--label", "label", "--labelled-test", "test.jsonl", "--json"], in: folder)
        #expect(try JSONText.object(found.output)["verdict"] as? String == "noShift", "\(found.output)\(found.errors)")
    }

    @Test("An audit finds nothing where nothing is planted, and its weights err less where something is; it repeats itself")
    func audit() throws {
        let folder = try LeaningCorpora.folder(train: OpinionCorpora.rows("train", 400, positive: 0.5))
        let arguments = ["audit", "train.jsonl", "--label", "label", "--draws", "1"]
        let found = try Program.run(arguments + ["--json", "--threads", "1"], in: folder)
        #expect(found.status == 0, "\(found.errors)")
        #expect(found.output == (try Program.run(arguments + ["--json", "--threads", "3"], in: folder)).output)
        let shifts = try #require(JSONText.object(found.output)["shifts"] as? [[String: Any]])
        let letters = try #require(JSONText.object(found.output)["letters"] as? [String: Double])
        #expect(letters["latin"] == 1 && letters["han"] == 0 && letters["other"] == 0)
        #expect(shifts.first?["kind"] as? String == "none" && shifts.first?["found"] as? Int == 0)
        let strong = try #require(shifts.first { $0["kind"] as? String == "topic" && $0["odds"] as? Double == 20 })
        #expect(try #require(strong["correlation"] as? Double) > 0.3)
        let text = try Program.run(arguments, in: folder).output
        #expect(text.contains("On data like yours, weighted estimates are off by"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 110 })
    }

    @Test("An audit like an analysis plants the ratio that it estimated: no odds, a known ratio, a line of its own")
    func auditLike() throws {
        let folder = try analysed(
            OpinionCorpora.rows("train", 500, positive: 0.5), OpinionCorpora.rows("test", 300, positive: 0.9))
        let weighted = try folder.read("out/train.weighted.jsonl").split(separator: "\n").map { try JSONText.object($0) }
        let labels = try weighted.map { try #require($0["label"] as? Double) }
        try folder.write(labels.enumerated().map { "{\"row\":\($0),\"positive\":\($1)}" }, to: "scores.jsonl")
        let arguments = ["audit", "train.jsonl", "--scores", "scores.jsonl", "--draws", "1", "--like", "out"]
        let found = try Program.run(arguments + ["--json"], in: folder)
        #expect(found.status == 0, "\(found.errors)")
        let shifts = try #require(JSONText.object(found.output)["shifts"] as? [[String: Any]])
        let like = try #require(shifts.last)
        #expect(like["kind"] as? String == "found" && like["odds"] == nil)
        #expect(try #require(like["correlation"] as? Double) > 0.5)
        #expect(try #require(like["testShare"] as? Double) > #require(like["trainShare"] as? Double))
        // Of the shift found the unweighted error is what the analysis' own weights make of the mean.
        let weights = try weighted.map { try #require($0["sample_weight"] as? Double) }
        let expected = zip(weights, labels).reduce(0) { $0 + $1.0 * $1.1 } / 500 - labels.reduce(0, +) / 500
        let errors = try #require(like["errors"] as? [String: Double])
        #expect(expected > 0.1)
        #expect(abs(try #require(errors["unweighted"]) - expected) < 1e-6)
        let text = try Program.run(arguments, in: folder).output
        #expect(text.contains("Of a shift like the one found, weighted estimates are off by"))
        #expect(text.contains("\n  found   ") && !text.contains("found, odds"))
    }

    @Test("Thresholds from calibration scores: by hand without a shift, with sets, and unbounded where there is too little")
    func conformal() throws {
        let folder = try analysed(LeaningCorpora.fewTrain, LeaningCorpora.fewTest)
        try folder.write((0..<4).map { "{\"id\":\"train-\($0)\",\"score\":\(0.1 * Double($0 + 1))}" }, to: "calibration.jsonl")
        try folder.write(["{\"id\":\"test-1\",\"scores\":{\"yes\":0.15,\"no\":0.35}}"], to: "candidates.jsonl")
        // Every weight is 1: the ⌈5 · 0.6⌉ = third of four scores.
        let found = try Program.run(
            ["conformal", "out", "calibration.jsonl", "--alpha", "0.4", "--test-scores", "candidates.jsonl"], in: folder)
        #expect(found.status == 0, "\(found.errors)")
        let lines = found.output.split(separator: "\n")
        #expect(lines.count == 4)
        let second = try JSONText.object(lines[1])
        #expect(second["id"] as? String == "test-1" && second["is_bounded"] as? Bool == true)
        #expect(abs((second["threshold"] as? Double ?? 0) - 0.3) < 1e-9)
        #expect(second["set"] as? [String] == ["yes"])
        #expect(found.errors == "note: 4 calibration rows, worth 4 of equal weight; 4 of 4 test rows have a bound\n")
        let chinese = try Program.run(
            ["conformal", "out", "calibration.jsonl", "--alpha", "0.4", "--language", "zh"], in: folder)
        #expect(chinese.errors == "提示：4 条校准样本，相当于 4 条等权样本；4 条测试样本中 4 条的阈值有界\n" && !chinese.output.contains("set"))
        let strict = try Program.run(["conformal", "out", "calibration.jsonl", "--alpha", "0.1", "-q"], in: folder)
        #expect(strict.output.contains("\"is_bounded\": false") && strict.errors.isEmpty)
    }

    @Test("Test rows to label: as many as asked, each with its probability, their inverses adding up to test")
    func labelFirst() throws {
        let folder = try analysed(LeaningCorpora.train, LeaningCorpora.test)
        let found = try Program.run(
            ["split", "out", "--method", "label-first", "-n", "20", "--output", "to-label"], in: folder)
        #expect(found.status == 0, "\(found.errors)")
        let drawn = try folder.read("to-label/label-first.jsonl").split(separator: "\n").map { try JSONText.object($0) }
        #expect(drawn.count == 20)
        let sum = drawn.reduce(0.0) { $0 + 1 / ($1["inclusion_probability"] as? Double ?? 0) }
        #expect(abs(sum - 50) < 1e-9)
    }

    @Test("Labels of drawn rows decide the figure: the sum of value over probability; a second draw goes on from them")
    func labelledRows() throws {
        let folder = try analysed(LeaningCorpora.train, LeaningCorpora.test)
        let split = ["split", "out", "--method", "label-first"]
        #expect(try Program.run(split + ["-n", "20", "--output", "to-label"], in: folder).status == 0)
        let drawn = try folder.read("to-label/label-first.jsonl").split(separator: "\n").map(String.init)
        let labelled = drawn.enumerated().map { $1.replacing(/}\s*$/, with: ",\"accuracy\":\($0 % 3 == 0 ? 0 : 1)}") }
        try folder.write(labelled, to: "labelled.jsonl")
        let count = try folder.lines("out/train.weighted.jsonl").count
        try folder.write((0..<count).map { "{\"row\":\($0),\"accuracy\":\($0 % 4 == 0 ? 0 : 1)}" }, to: "scores.jsonl")
        let found = try Program.run(
            ["estimate", "out", "scores.jsonl", "--labelled-test", "labelled.jsonl", "--quick"], in: folder)
        #expect(found.status == 0 && found.output.contains("20 labelled test rows"), "\(found.errors)\(found.output)")
        let metric = try #require(
            ((JSONText.object(try folder.read("out/estimates.json"))["models"] as? [[String: Any]])?.first?["metrics"]
                as? [[String: Any]])?.first)
        let first = try #require(metric["recommended"] as? [String: Any])
        let sum = try labelled.map { try JSONText.object($0) }.reduce(0.0) {
            $0 + ($1["accuracy"] as? Double ?? 0) / ($1["inclusion_probability"] as? Double ?? 0)
        }
        #expect(first["method"] as? String == "labelled")
        #expect(abs((first["value"] as? Double ?? 0) - sum / 50) < 1e-9)
        #expect((first["low"] as? Double ?? 1) < sum / 50 && (first["high"] as? Double ?? 0) > sum / 50)
        let again = split + ["-n", "30", "--labelled-test", "labelled.jsonl", "--output", "more"]
        #expect(try Program.run(again, in: folder).output.contains("20 of them were drawn before"))
        let more = try folder.read("more/label-first.jsonl").split(separator: "\n").map { try JSONText.object($0) }
        #expect(more.count == 30 && more.count { $0["accuracy"] != nil } == 20)
        // A part of a draw stands for fewer rows than there are.
        try folder.write(
            drawn.prefix(12).map { $0.replacing(/, "label_stratum.*/, with: "") + ",\"accuracy\":1}" }, to: "part.jsonl")
        let part = try Program.run(
            ["estimate", "out", "scores.jsonl", "--labelled-test", "part.jsonl", "--quick", "--force"], in: folder)
        #expect(part.status == 2 && part.errors.contains("inclusion probabilities"), "\(part.errors)")
    }

    @Test("Of a corpus larger than the fit, rows to label are drawn from the sample, and the output says so")
    func labelFirstOfSample() throws {
        let folder = try LeaningCorpora.analysed { $0.fitBounds.rows = 40 }
        let found = try Program.run(
            ["split", "out", "--method", "label-first", "-n", "20", "--output", "to-label"], in: folder)
        #expect(
            found.output.hasPrefix(
                "20 of 40 test rows to label, from the sample of the test rows that the analysis was fitted on.\n"))
        #expect(found.output.hasSuffix("divided by 40: an unbiased mean over the sample, which is a random part of test.\n"))
    }

    @Test("Accuracy from confidences stands beside the estimates from weights, and asks for one model and both files")
    func confidences() throws {
        // The model errs on the rows of least confidence: 30 of 600 lie below the threshold, and 80 of 400 on test.
        let folder = try analysed(
            OpinionCorpora.rows("train", 600, positive: 0.5), OpinionCorpora.rows("test", 400, positive: 0.9))
        func confidence(_ row: Int, low: Int) -> Double {
            row < low ? 0.5 + Double(row % 30) / 1000 : 0.9 + Double(row * 7 % 600) / 10_000
        }
        let scores = (0..<600).map {
            "{\"id\":\"train-\($0)\",\"accuracy\":\($0 < 30 ? 0 : 1),\"sure\":\(confidence($0, low: 30))}"
        }
        try folder.write(scores, to: "scores.jsonl")
        try folder.write((0..<400).map { "{\"id\":\"test-\($0)\",\"sure\":\(confidence($0, low: 80))}" }, to: "test-sure.jsonl")
        let arguments = [
            "estimate", "out", "scores.jsonl", "--confidence", "sure", "--test-confidences", "test-sure.jsonl", "--quick",
        ]
        let found = try Program.run(arguments, in: folder)
        #expect(found.status == 0, "\(found.errors)")
        try Snapshot.expect(found.output, "estimate-confidence.txt")
        let metric = try #require(
            ((JSONText.object(try folder.read("out/estimates.json"))["models"] as? [[String: Any]])?.first?["metrics"]
                as? [[String: Any]])?.first)
        let roads = try #require(metric["roads"] as? [[String: Any]])
        let figure = try #require(roads.first { $0["name"] as? String == "thresholdedConfidence" })
        // The rows below the threshold are those that the model errs on, whatever the weights.
        #expect(abs(try #require(figure["value"] as? Double) - 0.8) < 0.005)
        let first = try #require(metric["recommended"] as? [String: Any])
        #expect(first["method"] as? String == "meanOfConfidences")
        let (low, high) = (try #require(first["low"] as? Double), try #require(first["high"] as? Double))
        let value = try #require(first["value"] as? Double)
        #expect(low < value && value < high && low >= 0 && high <= 1)
        #expect(roads.map { $0["name"] as? String }.count == Set(roads.map { $0["name"] as? String }).count)
        // The page has the roads as long as the estimates are of this analysis, and says what is wrong with edited ones.
        #expect(try folder.read("out/report.html").contains("id=\"estimates\""))
        let json = try folder.read("out/estimates.json")
        try folder.write([json.replacing("\"isDrawn\" : false", with: "\"isDrawn\" : 7")], to: "out/estimates.json")
        let edited = try Program.run(["report", "out"], in: folder)
        #expect(
            edited.status == 2 && edited.errors.contains("out/estimates.json: error: scores.isDrawn is 7"), "\(edited.errors)")
        let digest = try #require(
            (JSONText.object(json)["analysis"] as? [String: Any])?["testDigest"] as? String)
        try folder.write([json.replacing(digest, with: "0")], to: "out/estimates.json")
        #expect(try Program.run(["report", "out"], in: folder).status == 0)
        #expect(try !folder.read("out/report.html").contains("id=\"estimates\""))
        // Several models: each record names its own, on both sides.
        try folder.write(
            scores.flatMap { line in ["a", "b"].map { line.dropLast() + ",\"model\":\"\($0)\"}" } }, to: "scores.jsonl")
        let two = try Program.run(arguments + ["--force"], in: folder)
        #expect(two.status == 2 && two.errors.contains("--confidence") && two.errors.contains("--model"), "\(two.errors)")
        let sure = try folder.lines("test-sure.jsonl")
        try folder.write(
            sure.flatMap { line in ["a", "b"].map { line.dropLast() + ",\"model\":\"\($0)\"}" } }, to: "test-sure.jsonl")
        #expect(try Program.run(arguments + ["--force"], in: folder).status == 0)
        let models = try #require(JSONText.object(try folder.read("out/estimates.json"))["models"] as? [[String: Any]])
        for model in models {
            let metrics = try #require(model["metrics"] as? [[String: Any]])
            #expect((metrics.first?["recommended"] as? [String: Any])?["value"] as? Double == value)
        }
    }
}

import ShiftPipeline

/// What the terminal summary and report.md say besides the verdict.
extension Wording {
    /// What was compared.
    func inputs(_ summary: ShiftSummary) -> String {
        let (train, test) = (NumberText.whole(summary.inputs.train.records), NumberText.whole(summary.inputs.test.records))
        let gone = summary.dropped?.fields ?? []
        let used = list(summary.fields.filter { $0.isUsed && !gone.contains($0.name) }.map(\.name))
        let dropped = gone.isEmpty ? "" : say("; dropped: \(list(gone))", "；不再看：\(list(gone))")
        let by = list(summary.groups.by)
        return say(
            "train \(train) rows, test \(test) rows; fields: \(used)\(dropped); groups: "
                + (by.isEmpty ? "exact duplicates" : "equal \(by)"),
            "训练 \(train) 行，测试 \(test) 行；字段：\(used)\(dropped)；分组：" + (by.isEmpty ? "完全重复的行" : "\(by) 相同的行"))
    }

    /// Test rows that are also in train; nil if there are none.
    func duplicates(_ summary: ShiftSummary) -> String? {
        let rows = summary.groups.testRowsInTrain
        let near = summary.groups.testRowsNearTrain ?? 0
        guard rows + near > 0 else { return nil }
        func share(_ count: Int) -> String {
            NumberText.percent(Double(count) / Double(max(summary.fit.testRows, 1)))
        }
        let (exact, close) = (NumberText.whole(rows), NumberText.whole(near))
        return say(
            "\(exact) test rows (\(share(rows))) are in train too, word for word"
                + (near > 0 ? ", and \(close) (\(share(near))) nearly so." : "."),
            "\(exact) 行测试（\(share(rows))）一字不差地也在训练集里" + (near > 0 ? "，另有 \(close) 行（\(share(near))）几乎相同。" : "。"))
    }

    /// The figures behind the trust in the weights.
    func evidence(_ summary: ShiftSummary) -> String {
        let weights = summary.weights
        let rows = summary.fit.trainRows
        let (worth, all) = (NumberText.rounded(weights.effectiveRows), NumberText.whole(rows))
        let share = NumberText.percent(weights.effectiveRows / Double(max(rows, 1)))
        let shape = weights.tailShape.map { NumberText.fixed($0, 2) } ?? say("none, bounded", "无（有界）")
        let support = summary.overlap.map { NumberText.percent($0.noSupportShare) } ?? "-"
        let mean = NumberText.fixed(weights.meanRatio, 2)
        return say(
            "Effective sample \(worth) of \(all) rows (\(share)), Pareto k̂ \(shape), no support \(support), mean ratio \(mean).",
            "有效样本 \(all) 行中的 \(worth) 行（\(share)），Pareto k̂ \(shape)，无支撑 \(support)，平均密度比 \(mean)。")
    }

    /// What `--weight clip:C` cut off; nil for other weights.
    func clipped(_ summary: ShiftSummary) -> String? {
        guard let clipped = summary.weights.clipped else { return nil }
        // "10" as it was typed, not "10.0".
        let cap = NumberText.typed(clipped.cap)
        guard clipped.rows > 0 else {
            return say("No weight was above \(cap) times the mean: nothing was cut.", "没有权重超过均值的 \(cap) 倍：没有截断。")
        }
        let (rows, share) = (NumberText.whole(clipped.rows), NumberText.percent(clipped.mass))
        let what = clipped.rows == 1 ? "weight was" : "weights were"
        return say(
            "\(rows) \(what) cut at \(cap) times the mean (\(share) of all weight).",
            "\(rows) 个权重超过均值的 \(cap) 倍，已截断（占全部权重的 \(share)）。")
    }

    /// The validation set and what is left to train on.
    func validation(_ summary: ShiftSummary) -> String {
        let v = summary.validation
        let (draws, rows, pool) = (NumberText.whole(v.draws), NumberText.whole(v.uniqueRows), NumberText.whole(v.poolRows))
        let (worth, remaining) = (NumberText.rounded(v.poolEffectiveRows), NumberText.whole(v.remainingRows))
        return say(
            "Validation set: \(draws) draws of \(rows) different rows from a pool of \(pool) (effective sample \(worth)); train on "
                + "the \(remaining) rows of train.remaining.jsonl with their sample_weight.",
            "验证集：从 \(pool) 行的池中（有效样本 \(worth)）抽取 \(draws) 次，得到 \(rows) 个不同的行；请用 train.remaining.jsonl 的 "
                + "\(remaining) 行及其 sample_weight 训练。")
    }

    var nothingWritten: String {
        say("Nothing was written; give --output DIR for the weighted files.", "没有写出文件；要加权后的文件，请给 --output DIR。")
    }

    func written(_ files: [String]) -> String { say("Written: ", "已写出：") + list(files) }

    /// Version, seed and weight, for repeating the run. `code` is put around the weight.
    func made(_ summary: ShiftSummary, code: String) -> String {
        let (seed, folds) = (summary.options.seed, summary.options.folds)
        let weight = code + summary.options.weight.description + code
        return "textshift \(summary.version), ICU \(summary.icuVersion), "
            + say("seed \(seed), weight \(weight), \(folds) folds.", "种子 \(seed)，权重 \(weight)，\(folds) 折。")
    }

    var moreInTest: String { say("More in test", "测试集更多") }
    var moreInTrain: String { say("More in train", "训练集更多") }
    var sharesOfRows: String { say("share of train rows → test rows", "占训练行的比例 → 占测试行的比例") }

    /// The title of a list of rows.
    func listTitle(_ list: ExplainedRow.List) -> String {
        switch list {
        case .testLikeTrain: say("Most test-like training rows", "训练集中最像测试集的行")
        case .trainLikeTrain: say("Most train-like training rows", "训练集中最不像测试集的行")
        case .trainLikeTest: say("Most train-like test rows", "测试集中最像训练集的行")
        case .outOfSupportTest: say("Test rows unlike anything in train", "测试集中训练集所没有的行")
        }
    }

    /// Where a row is; its id if other rows are on its line too.
    func place(_ row: Examples.Example) -> String {
        guard let id = telling(row) else { return place(line: row.line, file: row.file) }
        return say(id + (row.file.map { " of \($0)" } ?? ""), (row.file.map { "\($0) " } ?? "") + id)
    }

    /// "id X" if the line does not identify the row and the id does.
    private func telling(_ row: Examples.Example) -> String? {
        guard row.sharesLine == true, let id = row.id, !id.isEmpty else { return nil }
        return "id " + DisplayText.cut(id, to: 40)
    }

    /// Where a row is: its line, and its file if needed.
    func place(line: Int, file: String?) -> String {
        say("line \(line)" + (file.map { " of \($0)" } ?? ""), (file.map { "\($0) " } ?? "") + "第 \(line) 行")
    }

    /// ``place(_:)`` under the heading "line".
    func number(ofLine row: Examples.Example) -> String {
        (telling(row) ?? "\(row.line)") + (row.file.map { say(" of \($0)", "（\($0)）") } ?? "")
    }

    var figure: String { say("figure", "数字") }
    var value: String { say("value", "值") }
    var field: String { say("field", "字段") }
    var trainRows: String { say("train rows", "训练行") }
    var testRows: String { say("test rows", "测试行") }
    var weight: String { say("weight", "权重") }
    var line: String { say("line", "行号") }
    var used: String { say("used", "使用") }
    var why: String { say("why", "原因") }
    var areaAlone: String { say("AUC alone", "单独的 AUC") }
    /// Whether the discriminator uses a field.
    func used(_ field: Field, _ summary: ShiftSummary) -> String {
        guard field.isUsed else { return no }
        return summary.dropped?.fields.contains(field.name) == true ? say("dropped", "不再看") : yes
    }

    var yes: String { say("yes", "是") }
    var no: String { say("no", "否") }
    var whatFiguresMean: String { say("What the figures mean", "这些数字的含义") }

    /// The figures in the order of the report.
    func figures(_ summary: ShiftSummary) -> [(name: String, value: String)] {
        let weights = summary.weights
        return [
            (trainRows, NumberText.whole(summary.inputs.train.records)),
            (testRows, NumberText.whole(summary.inputs.test.records)),
            (say("test rows that train holds too", "训练集也有的测试行"), NumberText.whole(summary.groups.testRowsInTrain)),
            (say("effective sample size, rows", "有效样本量，按行"), NumberText.rounded(weights.effectiveRows)),
            (say("effective sample size, groups", "有效样本量，按组"), NumberText.rounded(weights.effectiveGroups)),
            ("Pareto k̂", weights.tailShape.map { NumberText.fixed($0, 2) } ?? say("none (bounded)", "无（有界）")),
            (
                say("no-support share of test", "测试集的无支撑占比"),
                summary.overlap.map { NumberText.percent($0.noSupportShare) } ?? "-"
            ),
            (say("mean ratio before normalising", "归一化前的平均密度比"), NumberText.fixed(weights.meanRatio, 3)),
            (say("largest weight", "最大权重"), NumberText.fixed(weights.maximum, 2)),
            (say("surface-only AUC", "只看表面特征的 AUC"), summary.separability.map { NumberText.fixed($0.surfaceAUC, 3) } ?? "-"),
            (
                say("validation draws / different rows", "验证集的抽取次数 / 不同的行"),
                "\(NumberText.whole(summary.validation.draws)) / \(NumberText.whole(summary.validation.uniqueRows))"
            ),
        ]
    }
}

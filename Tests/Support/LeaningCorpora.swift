/// Small corpora: short rows whose words lean to one side.
package enum LeaningCorpora {
    /// Words that train has more of.
    package static let common = ["river", "stone", "bridge", "cloud", "meadow", "harvest", "lantern", "copper", "桥梁", "收获"]
    /// Words that test has more of.
    package static let rare = ["rocket", "server", "kernel", "packet", "laser", "orbit", "python", "socket", "火箭", "内核"]

    /// Rows as JSON. Those of train have a label; a word is of the rare kind with a chance of `share`.
    package static func rows(_ side: String, _ count: Int, share: Double) -> [String] {
        var draws = LinearCongruential(seed: side == "train" ? 1 : 2)
        return (0..<count).map { row in
            let words = (0..<7).map { _ in draws.element(of: draws.uniform() < share ? rare : common) }
            let text = "\(words.joined(separator: " ")) \(Int(draws.uniform() * 1e6))"
            let label = side == "train" ? ", \"label\": \(row % 2)" : ""
            // Two spellings, so that bytes that are copied differ from bytes that are written anew.
            return row % 3 == 0
                ? "{\"id\":\"\(side)-\(row)\",\"text\":\"\(text) \\u0041\"\(label)}"
                : "  { \"id\": \"\(side)-\(row)\" , \"text\": \"\(text)\"\(label) }  "
        }
    }

    /// 60 rows, three words of ten rare.
    package static let train = rows("train", 60, share: 0.3)
    /// 50 rows, seven words of ten rare.
    package static let test = rows("test", 50, share: 0.7)

    /// Fewer rows than folds: read, weighed and written in no time, because nothing is fitted.
    package static let fewTrain = Array(train[..<4])
    /// The same of test.
    package static let fewTest = Array(test[..<4])

    /// A folder with `train.jsonl` and `test.jsonl`.
    package static func folder(train: [String] = train, test: [String] = test) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(train, to: "train.jsonl")
        try folder.write(test, to: "test.jsonl")
        return folder
    }

    /// The same with few rows.
    package static func few(train: [String] = fewTrain, test: [String] = fewTest) throws -> TemporaryFolder {
        try folder(train: train, test: test)
    }

    /// `lines` with another put in after the third.
    package static func inserting(_ line: String, into lines: [String] = train) -> [String] {
        Array(lines[..<3]) + [line] + lines[3...]
    }
}

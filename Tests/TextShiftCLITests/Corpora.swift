import Foundation

/// Small corpora: short rows whose words lean to one side.
enum Corpora {
    private static let common = "river stone bridge cloud meadow harvest lantern copper 桥梁 收获".split(separator: " ")
    private static let rare = "rocket server kernel packet laser orbit python socket 火箭 内核".split(separator: " ")

    /// Rows as JSON. Those of train have a label; a word is of the rare kind with a chance of `share`.
    static func rows(_ side: String, _ count: Int, share: Double) -> [String] {
        var state = UInt64(side == "train" ? 1 : 2)
        func chance() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        return (0..<count).map { row in
            let words = (0..<7).map { _ in
                let list = chance() < share ? rare : common
                return String(list[Int(chance() * Double(list.count))])
            }
            let text = "\(words.joined(separator: " ")) \(Int(chance() * 1e6))"
            let label = side == "train" ? ", \"label\": \(row % 2)" : ""
            // Two spellings, so that bytes that are copied differ from bytes that are written anew.
            return row % 3 == 0
                ? "{\"id\":\"\(side)-\(row)\",\"text\":\"\(text) \\u0041\"\(label)}"
                : "  { \"id\": \"\(side)-\(row)\" , \"text\": \"\(text)\"\(label) }  "
        }
    }

    static let train = rows("train", 60, share: 0.3)
    static let test = rows("test", 50, share: 0.7)

    /// Fewer rows than folds: read, weighed and written in no time, because nothing is fitted.
    static let fewTrain = Array(train[..<4])
    static let fewTest = Array(test[..<4])

    /// A folder with `train.jsonl` and `test.jsonl`.
    static func folder(train: [String] = train, test: [String] = test) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(train, to: "train.jsonl")
        try folder.write(test, to: "test.jsonl")
        return folder
    }

    static func few(train: [String] = fewTrain, test: [String] = fewTest) throws -> TemporaryFolder {
        try folder(train: train, test: test)
    }

    /// `lines` with another put in after the third.
    static func inserting(_ line: String, into lines: [String] = train) -> [String] {
        Array(lines[..<3]) + [line] + lines[3...]
    }
}

/// Whether the first row of a table has the names of its columns, or is a row like the others.
///
/// Names that are usual decide. Else columns of numbers, or of few values that repeat, do: a first cell that is of their kind
/// speaks for a row like the others, one that is not, for a name.
struct HeaderEvidence {
    enum Verdict: Equatable {
        case present, absent, unknown
    }

    /// A cell, as far as it is looked at.
    struct Cell {
        /// The first bytes.
        let start: [UInt8]
        let count: Int

        private static let looked = 64

        init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
            start = Array(bytes.prefix(Self.looked))
            count = bytes.count
        }

        var isWhole: Bool { start.count == count }
        /// A decimal number, or several joined as in a date.
        var isNumber: Bool {
            !start.isEmpty && isWhole && start.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D }
        }
        /// Short, and without a blank, a line's end or a sentence's end at its edges.
        var looksLikeName: Bool {
            guard let first = start.first, let last = start.last, isWhole, !isNumber, !first.isBlank, !last.isBlank else {
                return false
            }
            let ends: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: ",")]
            return !start.contains(0x0A) && !ends.contains(last) && start.count { $0 == 0x20 } < 6
        }
    }

    let verdict: Verdict
    /// Whether all cells that are not empty could be names, distinct ones.
    let looksNamed: Bool
    /// Of two columns, the one beside a column of few values.
    let textBesideLabel: Int?

    /// Names by which columns go, in lower case.
    private static let usual: Set<String> = [
        "text", "texts", "label", "labels", "id", "idx", "index", "sentence", "sentences", "sentence1", "sentence2", "sent1",
        "sent2", "title", "content", "question", "question1", "question2", "answer", "query", "document", "doc", "body",
        "comment",
        "review", "message", "tweet", "summary", "article", "class", "category", "target", "sentiment", "intent", "source",
        "url",
        "date", "time", "name", "score", "rating", "premise", "hypothesis", "instruction", "input", "output", "prompt",
        "response",
        "context", "description", "user", "author", "lang", "language", "split", "token", "tokens", "tag", "tags", "text_a",
        "text_b",
        "qid", "docid", "passage", "subject", "headline", "abstract", "keywords", "topic", "utterance", "dialogue",
        "gold_label",
        "文本", "内容", "标题", "标签", "类别", "分类", "评论", "问题", "答案", "正文", "摘要", "序号", "编号", "日期", "时间", "情感", "句子",
    ]

    /// Values of a column that stands for classes.
    private static let mostClasses = 200

    init(first: [Cell], rows: [[Cell]]) {
        let names = first.map { String(decoding: $0.start, as: UTF8.self).lowercased() }
        let given = first.filter { $0.count > 0 }
        let areDistinct = Set(names.filter { !$0.isEmpty }).count == given.count
        looksNamed = !given.isEmpty && given.allSatisfy(\.looksLikeName) && areDistinct
        var (alike, unlike) = (0, 0)
        var few: [Bool] = []
        for column in first.indices {
            let values = rows.map { $0[column] }.filter { $0.count > 0 }
            let isNumeric = values.count >= 2 && values.allSatisfy(\.isNumber)
            let classes = Self.classes(values)
            few.append(classes != nil)
            guard isNumeric || classes != nil, first[column].count > 0 else { continue }
            let isAlike = isNumeric ? first[column].isNumber : classes?.contains(first[column].start) ?? false
            if isAlike { alike += 1 } else { unlike += 1 }
        }
        textBesideLabel = few.count == 2 && few[0] != few[1] ? (few[0] ? 1 : 0) : nil
        if names.contains(where: Self.usual.contains) && first.allSatisfy({ $0.count == 0 || $0.looksLikeName || $0.isNumber })
        {
            verdict = .present
        } else if alike > unlike {
            verdict = .absent
        } else if unlike > 0 {
            // A class that occurs once is no name, beside a text.
            verdict = alike == 0 && looksNamed ? .present : .absent
        } else {
            // A first row of texts as long as those below.
            let isText = first.indices.contains { column in
                !first[column].isWhole && rows.count { $0[column].count * 3 > first[column].count } * 2 > rows.count
            }
            verdict = isText ? .absent : .unknown
        }
    }

    /// The values of a column if they are few, short, and repeat; nil if not.
    private static func classes(_ values: [Cell]) -> Set<[UInt8]>? {
        guard values.count >= 4 else { return nil }
        var classes = Set<[UInt8]>()
        for value in values {
            guard value.isWhole, value.count <= 40 else { return nil }
            classes.insert(value.start)
            if classes.count > mostClasses { return nil }
        }
        let repeats = values.count >= 8 ? 2 : 4
        return classes.count * repeats <= values.count || classes.count <= 2 ? classes : nil
    }
}

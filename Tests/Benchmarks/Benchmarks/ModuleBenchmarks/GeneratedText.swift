import ImportanceWeights
import SparseFeatures
import Statistics

/// Documents made from a seed: the same bytes on every machine.
struct GeneratedText: SegmentSource {
    enum Language: String {
        case english = "English"
        case chinese = "Chinese"
    }

    /// UTF-8, a document each.
    let documents: [[UInt8]]
    /// Bytes of all documents.
    let byteCount: Int

    /// Documents of a few sentences each, until there are `bytes` bytes.
    init(_ language: Language, bytes: Int = 1 << 20) {
        var writer = Writer(language)
        var documents: [[UInt8]] = []
        var count = 0
        while count < bytes {
            documents.append(Array(writer.document().utf8))
            count += documents[documents.count - 1].count
        }
        self.documents = documents
        byteCount = count
    }

    /// Documents that are there already.
    init(documents: [[UInt8]]) {
        self.documents = documents
        byteCount = documents.reduce(0) { $0 + $1.count }
    }

    var fieldStarts: [Int] { [0, documents.count] }

    func utf8Count(_ segment: Int) -> Int { documents[segment].count }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        documents[segment].withUnsafeBufferPointer(body)
    }
}

/// Deals words into sentences, common ones far more often than rare ones.
private struct Writer {
    private let language: GeneratedText.Language
    private let words: [String]
    private var generator: SeededGenerator

    init(_ language: GeneratedText.Language) {
        self.language = language
        generator = SeededGenerator(seed: 42, purpose: .init("benchmark-text"), key: language == .english ? 0 : 1)
        words = language == .english ? Self.coinWords(3000, &generator) : Self.chineseWords
    }

    mutating func document() -> String {
        var text = ""
        for _ in 0..<3 + generator.index(below: 5) { appendSentence(to: &text) }
        return text
    }

    private mutating func appendSentence(to text: inout String) {
        let length = 5 + generator.index(below: 12)
        for position in 0..<length {
            var word = generator.index(below: 40) == 0 ? String(generator.index(below: 2500)) : self.word()
            if language == .chinese {
                if generator.index(below: 60) == 0 { word = "App" }
                text += word + (position == length - 1 ? "。" : position % 7 == 6 ? "，" : "")
            } else {
                if position == 0 { word = word.prefix(1).uppercased() + word.dropFirst() }
                text += word + (position == length - 1 ? ". " : generator.index(below: 9) == 0 ? ", " : " ")
            }
        }
    }

    /// The cube of a uniform share: word 1 of 3000 is as common as the last 700 together.
    private mutating func word() -> String {
        let share = Double(generator.next() >> 11) * 0x1p-53
        return words[Int(share * share * share * Double(words.count))]
    }

    /// Words of one to four syllables.
    private static func coinWords(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
        let onsets = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "st", "t", "th", "v", "w", ""]
        let rimes = ["a", "an", "ar", "e", "ed", "en", "er", "es", "i", "in", "ing", "o", "on", "ou", "u", "y"]
        return (0..<count).map { rank in
            // As in real language, the common words are the short ones.
            let syllables = 1 + generator.index(below: rank < 100 ? 2 : 4)
            return (0..<syllables).reduce("") { word, _ in
                word + onsets[generator.index(below: onsets.count)] + rimes[generator.index(below: rimes.count)]
            }
        }
    }

    private static let chineseWords = """
        的 了 是 在 我 有 和 不 也 就 很 都 这 那 他 她 我们 他们 一个 没有 可以 因为 所以 但是 如果 已经 还是 非常 觉得 知道 时候 \
        问题 中国 北京 上海 公司 工作 学生 老师 大学 学校 城市 国家 政府 经济 市场 企业 发展 社会 文化 历史 科学 技术 研究 数据 模型 \
        网络 电脑 手机 软件 系统 信息 语言 文字 句子 阅读 理解 分类 酒店 房间 早餐 服务员 前台 交通 地铁 机场 火车站 价格 便宜 质量 \
        包装 快递 衣服 鞋子 颜色 水果 苹果 牛奶 面条 味道 好吃 新鲜 满意 推荐 失望 喜欢 朋友 孩子 父母 先生 女士 医院 医生 健康 天气 \
        春天 夏天 秋天 冬天 早上 晚上 今天 明天 昨天 去年 今年 小时 分钟 电影 音乐 小说 作者 故事 章节 新闻 记者 报道 比赛 足球 运动员 \
        图书馆 自行车 人工智能 计算机 互联网 训练集 测试集 验证集 概率论 统计学 香港特别行政区 中华人民共和国 莫名其妙 一如既往
        """.split(separator: " ").map(String.init)
}

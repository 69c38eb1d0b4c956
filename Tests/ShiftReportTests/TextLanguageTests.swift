import ShiftPipeline
import ShiftReport
import TestSupport
import Testing

@Suite("The language of texts is that of their letters")
struct TextLanguageTests {
    @Test(
        "Of small corpora",
        arguments: [
            (["The room was clean and the staff were kind.", "A short walk from the station."], Language.english),
            (["房间很干净，服务员态度很好。", "离车站很近，走路就到。"], .chinese),
            // Two rows are enough, and one text of many.
            (["好", "不错"], .chinese),
            // Divided by spaces, as tokenised corpora are.
            (["房 间 很 干 净 ， 早 餐 也 好", "离 车 站 很 近 ， 走 路 就 到"], .chinese),
            // Names of products among Chinese.
            (["这台 iPhone 15 Pro Max 的屏幕很亮，比 Galaxy S24 好", "用 Bluetooth 连接 AirPods 很快"], .chinese),
            // Code with Chinese comments is still code.
            (["for (int i = 0; i < count; i++) { total += values[i]; } // 求和", "return total / count; // 平均"], .english),
            // Chinese about code.
            (["把 for 循环改成 while 循环，注意 i++ 的位置不要写错", "函数 main 的返回值要写成 0，否则报错"], .chinese),
            // Emoji, digits and marks are no letters.
            (["😀😀😀😀 好吃！！！ 5.0 ⭐⭐⭐⭐⭐", "👍👍 12345678901234567890 很好"], .chinese),
            (["😀😀😀😀 great!!! 5.0 ⭐⭐⭐⭐⭐", "👍👍 12345678901234567890 good"], .english),
            // Japanese has ideographs too.
            (["この部屋はとてもきれいでした。朝ごはんもおいしかったです。", "駅から近くて便利なホテルだと思います。"], .english),
            (["방이 깨끗하고 직원이 친절했어요.", "역에서 가까워요."], .english),
            // A Chinese name in English.
            (["We ate at 外婆家 near the lake and liked the fish very much.", "The noodles at 面馆 were fine."], .english),
        ])
    func rule(texts: [String], language: Language) throws {
        let folder = try TemporaryFolder()
        try folder.write(texts.map { ["text": $0] as [String: Any] }, to: "train.jsonl")
        try folder.write(texts.reversed().map { ["text": $0 + " "] as [String: Any] }, to: "test.jsonl")
        var options = AnalysisOptions()
        options.fields = [try .init(parsing: "text")]
        let summary = try analyze(train: folder.path("train.jsonl"), test: folder.path("test.jsonl"), options: options).summary
        #expect(Language.ofCorpora(summary) == language, "\(String(describing: summary.letters))")
    }

    @Test("Without a letter it is English")
    func none() { #expect(Language.of(LetterShares(latin: 0, han: 0, other: 0)) == .english) }
}

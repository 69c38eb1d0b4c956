/// What a field's name says, word by word: `std_answer`, `goldLabel` and `标准答案` are answers.
enum FieldName {
    /// Words that mean labels, answers, predictions and scores, whatever the fields hold. Public corpora for reading
    /// comprehension, extraction and classification often have them on both sides.
    private static let answers: Set<String> = [
        "label", "labels", "target", "targets", "answer", "answers", "gold", "golden", "prediction", "predictions", "pred",
        "preds", "predicted",
        "sentiment", "emotion", "polarity", "intent", "tag", "tags", "ner", "spo", "triple", "triples", "relation", "relations",
        "span",
        "spans", "entity", "entities", "event", "events", "output", "outputs", "response", "responses", "completion", "chosen",
        "rejected",
        "assistant", "rationale", "reference", "references", "annotation", "annotations", "annotator", "impossible",
        "answerkey", "verdict",
        "score", "rating", "stars", "class", "category", "categories", "topic",
    ]
    private static let answerEnds = ["标签", "类别", "分类", "情感", "情感倾向", "答案", "回答", "评分", "星级", "预测"]

    /// Words that mean identifiers, addresses, models and splits.
    private static let identifiers: Set<String> = [
        "id", "ids", "idx", "index", "uuid", "guid", "url", "uri", "link", "href", "email", "mail", "phone", "tel", "ip",
        "hash", "md5", "sha",
        "checksum", "split", "fold", "model", "session", "token", "filename", "path",
    ]
    private static let identifierEnds = ["编号", "序号", "链接", "电话", "邮箱", "网址"]

    private static let times: Set<String> = [
        "date", "time", "datetime", "timestamp", "created", "updated", "modified", "published",
    ]
    private static let timeEnds = ["日期", "时间"]

    private static let persons: Set<String> = [
        "name", "author", "user", "username", "speaker", "reviewer", "nickname", "person", "customer", "owner", "editor",
        "sender",
        "recipient",
    ]
    private static let personEnds = ["姓名", "作者", "用户", "昵称", "用户名"]

    private static let texts: Set<String> = [
        "text", "texts", "content", "contents", "sentence", "sentences", "review", "comment", "question", "query", "title",
        "body", "message",
        "utterance", "passage", "context", "document", "paragraph", "abstract", "headline", "premise", "hypothesis", "tweet",
        "post",
        "instruction", "input", "prompt",
    ]
    private static let textEnds = ["内容", "文本", "句子", "评论", "评价", "问题", "标题", "正文", "摘要"]

    /// Whether the name says that the field is a label, an answer, an identifier or a time.
    static func isReserved(_ name: String) -> Bool {
        let words = words(of: name)
        // The last word says what it is ("answer_id", "label_desc" and "question_type" are none of them texts); "text" behind an answer
        // is still the answer.
        let last = words.last ?? ""
        return !answers.isDisjoint(with: words) || identifiers.contains(last) || times.contains(last)
            || (answerEnds + identifierEnds + timeEnds).contains(where: name.hasSuffix)
    }

    /// Whether the name says that the field identifies something.
    static func isIdentifier(_ name: String) -> Bool {
        answers.isDisjoint(with: words(of: name)) && identifiers.contains(words(of: name).last ?? "")
            || identifierEnds.contains(where: name.hasSuffix)
    }

    /// Whether the name says that the field holds names of persons.
    static func isOfAPerson(_ name: String) -> Bool {
        persons.contains(words(of: name).last ?? "") || personEnds.contains(where: name.hasSuffix)
    }

    /// Whether the name says that the field is text to read.
    static func isOfText(_ name: String) -> Bool {
        texts.contains(words(of: name).last ?? "") || textEnds.contains(where: name.hasSuffix)
    }

    /// The words of a name in lower case: divided at marks, at figures and where a capital follows a small letter.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var current = ""
        var wasSmall = false
        for character in name {
            let isLetter = character.isLetter
            if !isLetter || (character.isUppercase && wasSmall) {
                if !current.isEmpty { words.append(current) }
                current = ""
            }
            if isLetter { current += character.lowercased() }
            wasSmall = character.isLowercase
        }
        if !current.isEmpty { words.append(current) }
        return words
    }
}

/// Which part of a document of questions (SQuAD and the like) something is about. Indices count from 0; nil is a level that
/// the document does not have or that was not reached.
public struct QuestionPlace: Hashable, Sendable {
    /// Index in `data`.
    public var article: Int?
    /// Index in the article's `paragraphs`, or in the list of a flat document.
    public var paragraph: Int?
    /// Index in the paragraph's `qas`.
    public var question: Int?

    /// A place; each index is that of a list's element.
    public init(article: Int? = nil, paragraph: Int? = nil, question: Int? = nil) {
        self.article = article
        self.paragraph = paragraph
        self.question = question
    }
}

/// What is wrong with a part of a document of questions.
public enum QuestionFault: Hashable, Sendable {
    /// It has no member of this name.
    case missing(key: String)
    /// Its member of this name is of the wrong kind.
    case wrongKind(key: String, found: ValueKind, expected: ValueKind)
    /// It is itself of the wrong kind.
    case notAnObject(found: ValueKind)
}

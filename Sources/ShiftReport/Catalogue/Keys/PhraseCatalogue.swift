/// How words and sentences are joined.
package protocol PhraseCatalogue {
    /// The mark or the words between.
    var comma: String { get }
    /// The mark or the words between.
    var semicolon: String { get }
    /// The mark or the words between.
    var stop: String { get }
    /// The mark or the words between.
    var gap: String { get }
    /// "`name`"
    func quoted(_ name: String) -> String
    /// (`text`)
    func bracketed(text: String) -> String
    /// `low` to `high`
    func range(low: String, high: String) -> String
    /// and `count` more
    func andMore(count: Int, of all: Int) -> String
    /// yes
    var yes: String { get }
    /// no
    var no: String { get }
    /// train
    var train: String { get }
    /// test
    var test: String { get }
}

extension EnglishCatalogue: PhraseCatalogue {
    var comma: String { ", " }
    var semicolon: String { "; " }
    var stop: String { "." }
    var gap: String { " " }
    func quoted(_ name: String) -> String { "\"\(name)\"" }
    func bracketed(text: String) -> String { " (\(text))" }
    func range(low: String, high: String) -> String { "\(low) to \(high)" }
    func andMore(count: Int, of all: Int) -> String { " and \(NumberText.whole(count)) more" }
    var yes: String { "yes" }
    var no: String { "no" }
    var train: String { "train" }
    var test: String { "test" }
}

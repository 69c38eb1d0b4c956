/// What the help of a verb says below its usage.
enum Discussion {
    static func text(_ words: String, examples: String) -> String { words + "\n\n" + say.examplesTitle + "\n" + examples }
}

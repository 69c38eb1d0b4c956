import ShiftPipeline

/// A language that the reports are written in.
public enum Language: String, Sendable, CaseIterable, Codable {
    /// English, `en`.
    case english = "en"
    /// Chinese in simplified characters, `zh`.
    case chinese = "zh"
}

extension Language {
    /// The language of texts by the scripts of their letters: Chinese where Han ideographs are a quarter or more of the Han and Latin
    /// letters and more than the letters of all other scripts, English otherwise.
    ///
    /// A quarter, since an ideograph says about as much as three letters do. More than the others, since Japanese texts have ideographs
    /// too, but more kana. What is no letter does not count: spaces between characters, digits, punctuation, emoji.
    public static func of(_ letters: LetterShares) -> Language {
        letters.han > 0 && 3 * letters.han >= letters.latin && letters.han > letters.other ? .chinese : .english
    }

    /// The language of the texts of both corpora, which count equally.
    public static func ofCorpora(_ summary: ShiftSummary) -> Language {
        if let letters = summary.letters { return of(letters) }
        // A report of an older version.
        let scripts = summary.details?.curves.scripts ?? []
        func share(_ name: String) -> Double { scripts.filter { $0.name == name }.reduce(0) { $0 + $1.train + $1.test } }
        return of(LetterShares(latin: share("latin"), han: share("han"), other: share("other script")))
    }

    /// The language of the texts in some files.
    public static func of(_ peek: Peek) -> Language { of(peek.letters) }

    /// The language of the texts of an audited corpus.
    public static func ofCorpus(_ audit: AuditSummary) -> Language { of(audit.letters) }
}

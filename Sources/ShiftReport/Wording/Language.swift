import ShiftPipeline
import TextRecords

/// A language that the reports are written in.
public enum Language: String, Sendable, CaseIterable, Codable {
    /// English, `en`.
    case english = "en"
    /// Chinese in simplified characters, `zh`.
    case chinese = "zh"

    /// The language of most code points of the corpora: Chinese where they are Han, English otherwise.
    ///
    /// Both sides count equally. Determined from the shares of the scripts, or, if an analysis has none (nothing was fitted),
    /// from the rows and words that it shows.
    public static func ofCorpora(_ summary: ShiftSummary) -> Language {
        if let scripts = summary.details?.curves.scripts, !scripts.isEmpty {
            let han = scripts.filter { $0.name.lowercased().hasPrefix("han") && !$0.name.lowercased().hasPrefix("hang") }
            return han.reduce(0) { $0 + $1.train + $1.test } > 1 ? .chinese : .english
        }
        let rows = summary.examples.testLikeTrain + summary.examples.trainLikeTrain + summary.examples.outOfSupportTest
        let texts = rows.flatMap(\.fields.values) + (summary.terms.towardsTest + summary.terms.towardsTrain).map(\.term)
        let points = texts.reduce((han: 0, all: 0)) { sum, text in
            (sum.han + text.unicodeScalars.count { Script.isHan($0.value) }, sum.all + text.unicodeScalars.count)
        }
        return points.han * 2 > points.all ? .chinese : .english
    }

    /// The language of most code points of an audited corpus.
    public static func ofCorpus(_ audit: AuditSummary) -> Language { audit.hanShare > 0.5 ? .chinese : .english }
}

import ShiftPipeline

/// The table of terms and their scatter.
extension HTMLReport {
    /// The terms; those of the summary, without tests, if there are no details.
    private var movedTerms: [MovedTerm] {
        if let details = summary.details, !details.terms.isEmpty || details.testedTerms > 0 { return details.terms }
        let sides = [(summary.terms.towardsTest, 1.0), (summary.terms.towardsTrain, -1.0)]
        return sides.flatMap { terms, sign in terms.map { ($0, sign) } }.map { term, sign in
            MovedTerm(
                term: term.term, field: term.field, logOdds: sign, z: 0, qValue: 1, trainGroups: 0, testGroups: 0,
                trainShare: Double(term.trainRows) / Double(max(summary.fit.trainRows, 1)),
                testShare: Double(term.testRows) / Double(max(summary.fit.testRows, 1)), contribution: term.contribution,
                contexts: [])
        }
    }

    /// Whether the terms were tested; otherwise they are those that the discriminator relies on.
    private var hasTests: Bool { (summary.details?.testedTerms ?? 0) > 0 }

    var terms: [String: Any] {
        let moved = movedTerms
        var shown: [[String: Any]] = []
        var bytes = 0
        for term in moved {
            let texts = [term.term, term.field] + term.contexts.flatMap { [$0.before, $0.match, $0.after] }
            bytes += texts.reduce(500 + 120 * term.contexts.count) { $0 + HTMLEscaping.escape($1).utf8.count }
            if bytes > Self.termBytes { break }
            shown.append(context(term))
        }
        var result: [String: Any] = [
            "hasTerms": !moved.isEmpty, "hasTests": hasTests, "terms": shown,
            "termsNote": wording.termsNote(hasTests ? summary.details : nil),
        ]
        if let scatter = TermScatter.figure(moved, wording) { result["scatter"] = Self.context(scatter) }
        return result
    }

    private func context(_ term: MovedTerm) -> [String: Any] {
        [
            "side": term.logOdds > 0 ? "test" : "train", "term": term.term, "termField": DisplayText.cut(term.field, to: 40),
            "trainShare": NumberText.percent(term.trainShare), "testShare": NumberText.percent(term.testShare),
            "trainValue": term.trainShare, "testValue": term.testShare, "z": NumberText.signed(term.z, 1), "zValue": term.z,
            "q": NumberText.pValue(term.qValue), "qRaw": term.qValue,
            "part": term.contribution.map { NumberText.signed($0, 3) } ?? "-", "partValue": term.contribution ?? 0,
            "hasContexts": !term.contexts.isEmpty,
            "contexts": term.contexts.map {
                [
                    "contextSide": $0.isTest ? "test" : "train",
                    "contextPlace": ($0.isTest ? wording.say.testName : wording.say.trainName) + " "
                        + wording.say.placeOfLine(line: $0.line, file: nil),
                    "before": $0.before, "match": $0.match, "after": $0.after,
                ]
            },
        ]
    }
}

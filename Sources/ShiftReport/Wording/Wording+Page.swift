import ShiftPipeline

/// The page's own labels.
extension Wording {
    /// The labels of the templates, `{{say.NAME}}`.
    var labels: [String: String] {
        [
            "areaAlone": say.areaAlone,
            "canWeights": say.canWeights,
            "howLarge": say.howLarge,
            "moreInTest": say.moreInTestTitle,
            "moreInTrain": say.moreInTrainTitle,
            "used": say.used,
            "weight": say.weight,
            "whatKind": say.whatKind,
            "whatNext": say.whatNext,
            "why": say.why,
            "skipToContent": say.skipToContent,
            "onThisPage": say.onThisPage,
            "verdictName": say.verdictName,
            "estimatesName": say.estimatesName,
            "estimatesTitle": say.estimatesTitle,
            "termsName": say.termsName,
            "examplesName": say.examplesName,
            "plotsName": say.plotsName,
            "checkName": say.checkName,
            "figuresName": say.figuresName,
            "term": say.term,
            "termField": say.termField,
            "trainShare": say.trainShare,
            "testShare": say.testShare,
            "certainty": "z",
            "qValue": "q",
            "contribution": say.contribution,
            "termsTitle": say.termsTitle,
            "noTerms": say.noTerms,
            "searchTerms": say.searchTerms,
            "direction": say.direction,
            "allTerms": say.allTerms,
            "side": say.side,
            "bothDirections": say.bothDirections,
            "noExamples": say.noExamples,
            "towardsTrain": say.towardsTrain,
            "towardsTest": say.towardsTest,
            "cutHere": say.cutHere,
            "copyText": say.copyText,
            "copied": say.copied,
            "showAll": say.showAll,
            "showLess": say.showLess,
            "searchRows": say.searchRows,
            "show": say.show,
            "sort": say.sort,
            "sortExtreme": say.sortExtreme,
            "sortWeight": say.sortWeight,
            "sortLine": say.sortLine,
            "sortLength": say.sortLength,
            "allLists": say.allLists,
            "marked": say.marked,
            "shownRows": say.shownRows,
            "review": say.review,
            "keep": say.keep,
            "drop": say.drop,
            "relabel": say.relabel,
            "note": say.note,
            "download": say.download,
            "clearMarks": say.clearMarks,
            "clearQuestion": say.clearQuestion,
            "markCount": say.markCount,
            "plotsTitle": say.plotsTitle,
            "figuresTitle": say.figuresTitle,
            "fieldsTableTitle": say.fieldsTableTitle,
            "filesTitle": say.filesTitle,
            "file": say.file,
            "digest": say.digest,
            "writtenTitle": say.writtenTitle,
            "reviewNote": say.reviewNote,
        ]
    }

    func gauge(_ separability: Separability) -> String {
        say.gauge(
            auc: NumberText.fixed(separability.auc, 3), lower: NumberText.fixed(separability.lower, 3),
            upper: NumberText.fixed(separability.upper, 3))
    }

    /// What kind of shift it is, in a word or two.
    func kindWord(_ summary: ShiftSummary) -> String {
        guard summary.verdict.isShift else { return say.kindNone }
        if summary.fields.contains(where: \.tellsSidesApart) { return say.kindField }
        return summary.verdict.isForm ? say.kindForm : say.kindContent
    }

    /// Whether weights correct it, in a word.
    func safetyWord(_ summary: ShiftSummary) -> String {
        guard summary.verdict.isShift else { return say.nothingWord }
        return summary.verdict.isTrusted ? say.trustedWord : say.untrustedWord
    }

    func termsNote(_ details: ReportDetails?) -> String {
        details.map { say.termsNote(found: $0.terms.count, tested: $0.testedTerms) } ?? say.termsPlainNote
    }

    func listNote(_ list: ExplainedRow.List) -> String {
        switch list {
        case .testLikeTrain: say.testLikeTrainNote
        case .trainLikeTrain: say.trainLikeTrainNote
        case .trainLikeTest: say.trainLikeTestNote
        case .outOfSupportTest: say.outOfSupportNote
        }
    }

    /// How a row's logit comes about.
    func parts(intercept: Double, words: Double, surface: Double, rest: Double, logit: Double) -> String {
        say.parts(
            start: NumberText.signed(intercept, 2), tokens: NumberText.signed(words, 2), form: NumberText.signed(surface, 2),
            rest: rest == 0 ? nil : NumberText.signed(rest, 2), sum: NumberText.signed(logit, 2))
    }

    func writtenMeaning(_ name: String) -> String? {
        switch name {
        case "train.weighted.jsonl": say.writtenTrain
        case "test.scored.jsonl": say.writtenTest
        case "validation.jsonl": say.writtenValidation
        case "train.remaining.jsonl": say.writtenRemaining
        case "report.json": say.writtenReport
        case "report.html": say.writtenPage
        case "report.md": say.writtenMarkdown
        case "model.textshift": say.writtenModel
        case "timings.json": say.writtenTimings
        default: nil
        }
    }

    /// Train and test with their files and rows.
    func corpus(_ side: String, _ input: Input) -> String {
        say.corpus(
            side: side, name: DisplayText.cut(input.name, to: 60), files: input.files.count, rows: input.records)
    }
}

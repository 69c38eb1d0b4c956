import ShiftReport

extension CatalogueCall {
    static func ofPage() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("skipToContent") { $0.skipToContent }
        add("onThisPage") { $0.onThisPage }
        add("verdictName") { $0.verdictName }
        add("termsName") { $0.termsName }
        add("examplesName") { $0.examplesName }
        add("plotsName") { $0.plotsName }
        add("checkName") { $0.checkName }
        add("figuresName") { $0.figuresName }
        add("term") { $0.term }
        add("termField") { $0.termField }
        add("trainShare") { $0.trainShare }
        add("testShare") { $0.testShare }
        add("contribution") { $0.contribution }
        add("termsTitle") { $0.termsTitle }
        add("noTerms") { $0.noTerms }
        add("searchTerms") { $0.searchTerms }
        add("direction") { $0.direction }
        add("allTerms") { $0.allTerms }
        add("side") { $0.side }
        add("bothDirections") { $0.bothDirections }
        add("noExamples") { $0.noExamples }
        add("towardsTrain") { $0.towardsTrain }
        add("towardsTest") { $0.towardsTest }
        add("cutHere") { $0.cutHere }
        add("copyText") { $0.copyText }
        add("copied") { $0.copied }
        add("showAll") { $0.showAll }
        add("showLess") { $0.showLess }
        add("searchRows") { $0.searchRows }
        add("show") { $0.show }
        add("sort") { $0.sort }
        add("sortExtreme") { $0.sortExtreme }
        add("sortWeight") { $0.sortWeight }
        add("sortLine") { $0.sortLine }
        add("sortLength") { $0.sortLength }
        add("allLists") { $0.allLists }
        add("marked") { $0.marked }
        add("shownRows") { $0.shownRows }
        add("review") { $0.review }
        add("keep") { $0.keep }
        add("drop") { $0.drop }
        add("relabel") { $0.relabel }
        add("note") { $0.note }
        add("download") { $0.download }
        add("clearMarks") { $0.clearMarks }
        add("clearQuestion") { $0.clearQuestion }
        add("markCount") { $0.markCount }
        add("plotsTitle") { $0.plotsTitle }
        add("figuresTitle") { $0.figuresTitle }
        add("fieldsTableTitle") { $0.fieldsTableTitle }
        add("filesTitle") { $0.filesTitle }
        add("file") { $0.file }
        add("digest") { $0.digest }
        add("writtenTitle") { $0.writtenTitle }
        add("reviewNote") { $0.reviewNote }
        add("distrust") { $0.distrust }
        add("alike") { $0.alike }
        add("apart") { $0.apart }
        add("gauge", ["auc": "<auc>", "lower": "<lower>", "upper": "<upper>"]) {
            $0.gauge(auc: "<auc>", lower: "<lower>", upper: "<upper>")
        }
        add("kindNone") { $0.kindNone }
        add("kindField") { $0.kindField }
        add("kindContent") { $0.kindContent }
        add("kindForm") { $0.kindForm }
        add("termsPlainNote") { $0.termsPlainNote }
        add("termsNote", ["found": "8", "tested": "9"]) { $0.termsNote(found: 8, tested: 9) }
        add("contexts") { $0.contexts }
        add("examplesNote") { $0.examplesNote }
        add("examplesPlainNote") { $0.examplesPlainNote }
        add("leftOutForSize") { $0.leftOutForSize }
        add("further") { $0.further }
        add("testLikeTrainNote") { $0.testLikeTrainNote }
        add("trainLikeTrainNote") { $0.trainLikeTrainNote }
        add("trainLikeTestNote") { $0.trainLikeTestNote }
        add("outOfSupportNote") { $0.outOfSupportNote }
        add("near", ["count": "10"]) { $0.near(count: 10) }
        add("parts", ["start": "<start>", "tokens": "<tokens>", "form": "<form>", "rest": "<rest>", "sum": "<sum>"]) {
            $0.parts(start: "<start>", tokens: "<tokens>", form: "<form>", rest: "<rest>", sum: "<sum>")
        }
        add("moreFields") { $0.moreFields }
        add("writtenTrain") { $0.writtenTrain }
        add("writtenTest") { $0.writtenTest }
        add("writtenValidation") { $0.writtenValidation }
        add("writtenRemaining") { $0.writtenRemaining }
        add("writtenReport") { $0.writtenReport }
        add("writtenPage") { $0.writtenPage }
        add("writtenMarkdown") { $0.writtenMarkdown }
        add("writtenModel") { $0.writtenModel }
        add("writtenTimings") { $0.writtenTimings }
        add("corpus", ["side": "<side>", "name": "<name>", "files": "11", "rows": "12"]) {
            $0.corpus(side: "<side>", name: "<name>", files: 11, rows: 12)
        }
        return all
    }
}

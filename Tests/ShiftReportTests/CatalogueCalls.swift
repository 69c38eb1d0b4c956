import ShiftReport
import TextRecords

/// Every key of the catalogues with sample arguments, by the protocol that has it; `CatalogueTests` holds that none is missing.
struct CatalogueCall {
    let name: String
    /// What the arguments are as text; numbers as they are counted.
    let arguments: [String: String]
    let call: @Sendable (any Catalogue) -> String
}

extension CatalogueCall {
    static func ofPhrase() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("comma") { $0.comma }
        add("semicolon") { $0.semicolon }
        add("stop") { $0.stop }
        add("gap") { $0.gap }
        add("quoted", ["name": "<name>"]) { $0.quoted("<name>") }
        add("bracketed", ["text": "<text>"]) { $0.bracketed(text: "<text>") }
        add("range", ["low": "<low>", "high": "<high>"]) { $0.range(low: "<low>", high: "<high>") }
        add("andMore", ["count": "8", "all": "9"]) { $0.andMore(count: 8, of: 9) }
        add("yes") { $0.yes }
        add("no") { $0.no }
        add("train") { $0.train }
        add("test") { $0.test }
        return all
    }
}

extension CatalogueCall {
    static func ofTrust() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("noShiftDetectable", ["train": "8", "test": "9", "auc": "<auc>"]) {
            $0.noShiftDetectable(train: 8, test: 9, auc: "<auc>")
        }
        add("difference", ["auc": "<auc>", "p": "<p>"]) { $0.difference(auc: "<auc>", p: "<p>") }
        add("differenceNotWeighed") { $0.differenceNotWeighed }
        add("trainAsUsualButDiffers") { $0.trainAsUsualButDiffers }
        add("nextDifference") { $0.nextDifference }
        add("unbalanced", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.unbalanced(share: "<share>", greatest: "<greatest>")
        }
        add("drawnUnbalanced", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.drawnUnbalanced(share: "<share>", greatest: "<greatest>")
        }
        add("brieflyUnbalanced", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.brieflyUnbalanced(share: "<share>", greatest: "<greatest>")
        }
        add("brieflyDrawnUnbalanced", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.brieflyDrawnUnbalanced(share: "<share>", greatest: "<greatest>")
        }
        add("unsupportedTerms", ["terms": "<terms>"]) { $0.unsupportedTerms(terms: "<terms>") }
        add("unsupportedTexts", ["texts": "<texts>"]) { $0.unsupportedTexts(texts: "<texts>") }
        add("unsupportedBeyond", ["rows": "8", "p": "<p>"]) { $0.unsupportedBeyond(rows: 8, p: "<p>") }
        add("evidenceRows", ["text": "<text>", "rows": "8"]) { $0.evidenceRows(text: "<text>", rows: 8) }
        add("evidenceMore", ["count": "8"]) { $0.evidenceMore(count: 8) }
        add("gatherLikeTest") { $0.gatherLikeTest }
        add("nextGather") { $0.nextGather }
        add("balanceMeaning", ["auc": "<auc>", "share": "<share>"]) { $0.balanceMeaning(auc: "<auc>", share: "<share>") }
        add("leftMeaning") { $0.leftMeaning }
        add("meanRatioGate") { $0.meanRatioGate }
        add("effectiveGroupsMeaning") { $0.effectiveGroupsMeaning }
        add("countOfGroups", ["count": "<count>"]) { $0.countOfGroups(count: "<count>") }
        add("between", ["least": "<least>", "greatest": "<greatest>"]) { $0.between(least: "<least>", greatest: "<greatest>") }
        add("optionMaxLeft") { $0.optionMaxLeft }
        add("optionMinContent") { $0.optionMinContent }
        add("contentMeaning") { $0.contentMeaning }
        add("optionMeanRatio") { $0.optionMeanRatio }
        add("optionMinGroups") { $0.optionMinGroups }
        add("aRange") { $0.aRange }
        return all
    }

    static func ofVerdict() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("noShift", ["train": "8", "test": "9", "upper": "<upper>"]) { $0.noShift(train: 8, test: 9, upper: "<upper>") }
        add("noShiftWithoutArea") { $0.noShiftWithoutArea }
        add("tooFewGroups", ["folds": "10"]) { $0.tooFewGroups(folds: 10) }
        add("differByUnknown") { $0.differByUnknown }
        add("differ", ["size": "<size>"]) { $0.differ(size: "<size>") }
        add("slightly") { $0.slightly }
        add("moderately") { $0.moderately }
        add("strongly") { $0.strongly }
        add("veryStrongly") { $0.veryStrongly }
        add("almostCompletely") { $0.almostCompletely }
        add("separability", ["auc": "<auc>", "lower": "<lower>", "upper": "<upper>", "p": "<p>"]) {
            $0.separability(auc: "<auc>", lower: "<lower>", upper: "<upper>", p: "<p>")
        }
        add("fewGroups", ["train": "11", "test": "12", "folds": "13"]) { $0.fewGroups(train: 11, test: 12, folds: 13) }
        add("variation", ["share": "<share>"]) { $0.variation(share: "<share>") }
        add("nothingToWeight") { $0.nothingToWeight }
        add("trustHolds") { $0.trustHolds }
        add("trustFails") { $0.trustFails }
        add("effectiveTooSmall", ["rows": "<rows>", "least": "<least>"]) {
            $0.effectiveTooSmall(rows: "<rows>", least: "<least>")
        }
        add("effectiveTooSmallThoughBounded", ["rows": "<rows>", "least": "<least>", "weight": "<weight>"]) {
            $0.effectiveTooSmallThoughBounded(rows: "<rows>", least: "<least>", weight: "<weight>")
        }
        add("tailTooHeavy", ["shape": "<shape>", "greatest": "<greatest>"]) {
            $0.tailTooHeavy(shape: "<shape>", greatest: "<greatest>")
        }
        add("tailTooHeavyThoughBounded", ["shape": "<shape>", "greatest": "<greatest>", "weight": "<weight>"]) {
            $0.tailTooHeavyThoughBounded(shape: "<shape>", greatest: "<greatest>", weight: "<weight>")
        }
        add("unsupported", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.unsupported(share: "<share>", greatest: "<greatest>")
        }
        add("ratioOff", ["mean": "<mean>", "least": "<least>", "greatest": "<greatest>"]) {
            $0.ratioOff(mean: "<mean>", least: "<least>", greatest: "<greatest>")
        }
        add("brieflyEffective", ["rows": "<rows>", "least": "<least>"]) {
            $0.brieflyEffective(rows: "<rows>", least: "<least>")
        }
        add("brieflyUnsupported", ["share": "<share>", "greatest": "<greatest>"]) {
            $0.brieflyUnsupported(share: "<share>", greatest: "<greatest>")
        }
        add("brieflyRatio", ["mean": "<mean>", "least": "<least>", "greatest": "<greatest>"]) {
            $0.brieflyRatio(mean: "<mean>", least: "<least>", greatest: "<greatest>")
        }
        add("tellsSidesApart", ["field": "<field>", "auc": "<auc>"]) { $0.tellsSidesApart(field: "<field>", auc: "<auc>") }
        add("howLarge") { $0.howLarge }
        add("whatKind") { $0.whatKind }
        add("canWeights") { $0.canWeights }
        add("whatNext") { $0.whatNext }
        add("effectiveName") { $0.effectiveName }
        add("noSupportName") { $0.noSupportName }
        add("trustedWord") { $0.trustedWord }
        add("untrustedWord") { $0.untrustedWord }
        add("nothingWord") { $0.nothingWord }
        add("chanceRarely", ["p": "<p>"]) { $0.chanceRarely(p: "<p>") }
        add("chanceMayWell", ["p": "<p>"]) { $0.chanceMayWell(p: "<p>") }
        add("mostlyContent", ["form": "<form>", "all": "<all>"]) { $0.mostlyContent(form: "<form>", all: "<all>") }
        add("neitherWordsNorForm", ["auc": "<auc>", "upper": "<upper>"]) {
            $0.neitherWordsNorForm(auc: "<auc>", upper: "<upper>")
        }
        add("moreInTest", ["terms": "<terms>"]) { $0.moreInTest(terms: "<terms>") }
        add("moreInTrain", ["terms": "<terms>"]) { $0.moreInTrain(terms: "<terms>") }
        add("weightsAreOne") { $0.weightsAreOne }
        add("trainAsUsual") { $0.trainAsUsual }
        add("leaveFieldOut", ["field": "<field>"]) { $0.leaveFieldOut(field: "<field>") }
        add("trainOnRemaining") { $0.trainOnRemaining }
        add("lookAtExamples") { $0.lookAtExamples }
        add("doNotWeight") { $0.doNotWeight }
        add("boundedAlready", ["weight": "<weight>"]) { $0.boundedAlready(weight: "<weight>") }
        add("boundThem") { $0.boundThem }
        add("cleanBothSides") { $0.cleanBothSides }
        add("takeCopiesOut") { $0.takeCopiesOut }
        add("nextTrusted") { $0.nextTrusted }
        add("nextTrustedUnwritten") { $0.nextTrustedUnwritten }
        add("nextUntrusted") { $0.nextUntrusted }
        add("nextField", ["field": "<field>"]) { $0.nextField(field: "<field>") }
        add("nextUsual") { $0.nextUsual }
        add("nextMoreGroups") { $0.nextMoreGroups }
        add("onlyExplained", ["auc": "<auc>", "range": "<range>"]) { $0.onlyExplained(auc: "<auc>", range: "<range>") }
        return all
    }
}

extension CatalogueCall {
    static func ofExplanation() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("gainShown", ["mean": "<mean>", "error": "<error>"]) { $0.gainShown(mean: "<mean>", error: "<error>") }
        add("gainNotShown", ["mean": "<mean>", "error": "<error>"]) { $0.gainNotShown(mean: "<mean>", error: "<error>") }
        add("pairs", ["times": "<times>"]) { $0.pairs(times: "<times>") }
        add("pairsMayBeChance") { $0.pairsMayBeChance }
        add("pairsTell") { $0.pairsTell }
        add("pSmall") { $0.pSmall }
        add("pLarge") { $0.pLarge }
        add("groupsOnBothSides", ["count": "8"]) { $0.groupsOnBothSides(count: 8) }
        add("formAlike", ["auc": "<auc>"]) { $0.formAlike(auc: "<auc>") }
        add("formDiffers", ["auc": "<auc>"]) { $0.formDiffers(auc: "<auc>") }
        add("fieldSaysLittle", ["field": "<field>", "auc": "<auc>"]) { $0.fieldSaysLittle(field: "<field>", auc: "<auc>") }
        add("fieldDiffers", ["field": "<field>", "auc": "<auc>"]) { $0.fieldDiffers(field: "<field>", auc: "<auc>") }
        add("noCopies", ["rows": "9"]) { $0.noCopies(rows: 9) }
        add("copies", ["share": "<share>"]) { $0.copies(share: "<share>") }
        add("precision", ["worth": "<worth>", "share": "<share>"]) { $0.precision(worth: "<worth>", share: "<share>") }
        add("precisionLow", ["worth": "<worth>", "share": "<share>"]) { $0.precisionLow(worth: "<worth>", share: "<share>") }
        add("precisionLowThoughBounded", ["worth": "<worth>", "share": "<share>"]) {
            $0.precisionLowThoughBounded(worth: "<worth>", share: "<share>")
        }
        add("effectiveGroups", ["worth": "<worth>", "all": "<all>"]) { $0.effectiveGroups(worth: "<worth>", all: "<all>") }
        add("ratioNearOne", ["mean": "<mean>"]) { $0.ratioNearOne(mean: "<mean>") }
        add("noTail") { $0.noTail }
        add("tailBounded", ["greatest": "<greatest>", "weight": "<weight>"]) {
            $0.tailBounded(greatest: "<greatest>", weight: "<weight>")
        }
        add("tailLight", ["shape": "<shape>", "greatest": "<greatest>"]) {
            $0.tailLight(shape: "<shape>", greatest: "<greatest>")
        }
        add("heaviest", ["share": "<share>"]) { $0.heaviest(share: "<share>") }
        add("heaviestLook", ["share": "<share>"]) { $0.heaviestLook(share: "<share>") }
        add("heaviestBound", ["share": "<share>"]) { $0.heaviestBound(share: "<share>") }
        add("someUnsupported", ["share": "<share>"]) { $0.someUnsupported(share: "<share>") }
        add("covered", ["share": "<share>"]) { $0.covered(share: "<share>") }
        add("slopeExtremeThoughBounded", ["slope": "<slope>", "weight": "<weight>"]) {
            $0.slopeExtremeThoughBounded(slope: "<slope>", weight: "<weight>")
        }
        add("slopeExtreme", ["slope": "<slope>"]) { $0.slopeExtreme(slope: "<slope>") }
        add("slopeRight", ["slope": "<slope>"]) { $0.slopeRight(slope: "<slope>") }
        add("slopeCautious", ["slope": "<slope>"]) { $0.slopeCautious(slope: "<slope>") }
        add("poolWorth", ["worth": "<worth>"]) { $0.poolWorth(worth: "<worth>") }
        add("poolWorthFew", ["worth": "<worth>"]) { $0.poolWorthFew(worth: "<worth>") }
        return all
    }
}

extension CatalogueCall {
    static func ofDropped() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("droppedTitle") { $0.droppedTitle }
        add("droppedWhat") { $0.droppedWhat }
        add("droppedAUC") { $0.droppedAUC }
        add("droppedNothingNeeded", ["auc": "<auc>", "bound": "<bound>"]) {
            $0.droppedNothingNeeded(auc: "<auc>", bound: "<bound>")
        }
        add("droppedNothingShown", ["auc": "<auc>"]) { $0.droppedNothingShown(auc: "<auc>") }
        add("dropped", ["bound": "<bound>", "parts": "<parts>", "before": "<before>", "after": "<after>"]) {
            $0.dropped(bound: "<bound>", parts: "<parts>", before: "<before>", after: "<after>")
        }
        add("droppedMeaning") { $0.droppedMeaning }
        add("droppedField", ["name": "<name>"]) { $0.droppedField(name: "<name>") }
        add("droppedForm", ["name": "<name>"]) { $0.droppedForm(name: "<name>") }
        add("droppedPieces", ["count": "8"]) { $0.droppedPieces(count: 8) }
        add("droppedAndPieces", ["pieces": "<pieces>"]) { $0.droppedAndPieces(pieces: "<pieces>") }
        add("droppedFields", ["names": "<names>", "count": "9"]) { $0.droppedFields(names: "<names>", count: 9) }
        add("droppedAllForm") { $0.droppedAllForm }
        add("droppedWords", ["count": "10"]) { $0.droppedWords(count: 10) }
        add("droppedGrams", ["count": "11"]) { $0.droppedGrams(count: 11) }
        add("droppedMoreRounds", ["count": "12"]) { $0.droppedMoreRounds(count: 12) }
        return all
    }
}

extension CatalogueCall {
    static func ofSummary() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("inputs", ["train": "8", "test": "9", "fields": "<fields>", "dropped": "<dropped>", "by": "<by>"]) {
            $0.inputs(train: 8, test: 9, fields: "<fields>", dropped: "<dropped>", by: "<by>")
        }
        add("fitted", ["sample": "<sample>"]) { $0.fitted(sample: "<sample>") }
        add("allRows", ["rows": "10", "weight": "<weight>", "worth": "<worth>"]) {
            $0.allRows(rows: 10, weight: "<weight>", worth: "<worth>")
        }
        add("sample", ["train": "11", "test": "12"]) { $0.sample(train: 11, test: 12) }
        add("excluded", ["train": "13", "test": "14"]) { $0.excluded(train: 13, test: 14) }
        add("duplicates", ["exact": "15", "exactShare": "<exactShare>", "near": "16", "nearShare": "<nearShare>"]) {
            $0.duplicates(exact: 15, exactShare: "<exactShare>", near: 16, nearShare: "<nearShare>")
        }
        add(
            "evidence",
            ["worth": "<worth>", "all": "17", "share": "<share>", "shape": "<shape>", "support": "<support>", "mean": "<mean>"]
        ) { $0.evidence(worth: "<worth>", all: 17, share: "<share>", shape: "<shape>", support: "<support>", mean: "<mean>") }
        add("noneBounded") { $0.noneBounded }
        add("nothingClipped", ["cap": "<cap>"]) { $0.nothingClipped(cap: "<cap>") }
        add("clipped", ["count": "18", "cap": "<cap>", "share": "<share>"]) {
            $0.clipped(count: 18, cap: "<cap>", share: "<share>")
        }
        add("validation", ["draws": "19", "rows": "20", "pool": "21", "worth": "<worth>", "remaining": "22"]) {
            $0.validation(draws: 19, rows: 20, pool: 21, worth: "<worth>", remaining: 22)
        }
        add("nothingWritten") { $0.nothingWritten }
        add("written", ["files": "<files>"]) { $0.written(files: "<files>") }
        add("made", ["seed": "<seed>", "weight": "<weight>", "folds": "23"]) {
            $0.made(seed: "<seed>", weight: "<weight>", folds: 23)
        }
        add("moreInTestTitle") { $0.moreInTestTitle }
        add("moreInTrainTitle") { $0.moreInTrainTitle }
        add("sharesOfRows") { $0.sharesOfRows }
        add("testLikeTrainTitle") { $0.testLikeTrainTitle }
        add("trainLikeTrainTitle") { $0.trainLikeTrainTitle }
        add("trainLikeTestTitle") { $0.trainLikeTestTitle }
        add("outOfSupportTitle") { $0.outOfSupportTitle }
        add("placeOfID", ["id": "<id>", "file": "<file>"]) { $0.placeOfID(id: "<id>", file: "<file>") }
        add("placeOfLine", ["line": "24", "file": "<file>"]) { $0.placeOfLine(line: 24, file: "<file>") }
        add("ofFile", ["file": "<file>"]) { $0.ofFile(file: "<file>") }
        add("figure") { $0.figure }
        add("value") { $0.value }
        add("field") { $0.field }
        add("trainRows") { $0.trainRows }
        add("testRows") { $0.testRows }
        add("weight") { $0.weight }
        add("line") { $0.line }
        add("used") { $0.used }
        add("why") { $0.why }
        add("areaAlone") { $0.areaAlone }
        add("droppedWord") { $0.droppedWord }
        add("whatFiguresMean") { $0.whatFiguresMean }
        add("copiesName") { $0.copiesName }
        add("effectiveRowsName") { $0.effectiveRowsName }
        add("effectiveGroupsName") { $0.effectiveGroupsName }
        add("noSupportShareName") { $0.noSupportShareName }
        add("meanRatioName") { $0.meanRatioName }
        add("largestWeightName") { $0.largestWeightName }
        add("surfaceName") { $0.surfaceName }
        add("drawsName") { $0.drawsName }
        add("reasonNamed") { $0.reasonNamed }
        add("reasonTextLike") { $0.reasonTextLike }
        add("reasonNotNamed") { $0.reasonNotNamed }
        add("reasonOneSide") { $0.reasonOneSide }
        add("reasonReserved") { $0.reasonReserved }
        add("reasonNotText") { $0.reasonNotText }
        add("reasonTooShort") { $0.reasonTooShort }
        add("reasonIgnored") { $0.reasonIgnored }
        add("reasonTime") { $0.reasonTime }
        add("reasonClasses") { $0.reasonClasses }
        add("reasonCrossing") { $0.reasonCrossing }
        add("reasonRepeated") { $0.reasonRepeated }
        add("reasonIdentifier") { $0.reasonIdentifier }
        add("reasonTooMany") { $0.reasonTooMany }
        return all
    }
}

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

extension CatalogueCall {
    static func ofPlot() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("trainName") { $0.trainName }
        add("testName") { $0.testName }
        add("shareOfRows") { $0.shareOfRows }
        add("shareOfTrainRows") { $0.shareOfTrainRows }
        add("pTestAxis") { $0.pTestAxis }
        add("quartiles", ["side": "<side>", "first": "<first>", "median": "<median>", "third": "<third>"]) {
            $0.quartiles(side: "<side>", first: "<first>", median: "<median>", third: "<third>")
        }
        add("densityTitle") { $0.densityTitle }
        add("densityAlike") { $0.densityAlike }
        add("densityCaption", ["test": "<test>", "train": "<train>"]) { $0.densityCaption(test: "<test>", train: "<train>") }
        add("reliabilityTitle") { $0.reliabilityTitle }
        add("predictedAxis") { $0.predictedAxis }
        add("observedAxis") { $0.observedAxis }
        add("reliabilityCaptionWithoutSlope") { $0.reliabilityCaptionWithoutSlope }
        add("reliabilityCaption", ["slope": "<slope>"]) { $0.reliabilityCaption(slope: "<slope>") }
        add("bin", ["predicted": "<predicted>", "observed": "<observed>"]) {
            $0.bin(predicted: "<predicted>", observed: "<observed>")
        }
        add("weightTitle") { $0.weightTitle }
        add("weightAxis") { $0.weightAxis }
        add("weightCaption", ["rows": "8", "worth": "<worth>", "share": "<share>"]) {
            $0.weightCaption(rows: 8, worth: "<worth>", share: "<share>")
        }
        add("rocTitle") { $0.rocTitle }
        add("falseRateAxis") { $0.falseRateAxis }
        add("trueRateAxis") { $0.trueRateAxis }
        add("rocCaption", ["auc": "<auc>"]) { $0.rocCaption(auc: "<auc>") }
        add("rocPoint", ["rate": "<rate>", "found": "<found>"]) { $0.rocPoint(rate: "<rate>", found: "<found>") }
        add("lengthTitle") { $0.lengthTitle }
        add("lengthAxis") { $0.lengthAxis }
        add("lengthPlain") { $0.lengthPlain }
        add("testShorter", ["train": "<train>", "test": "<test>"]) { $0.testShorter(train: "<train>", test: "<test>") }
        add("lengthsAlike", ["train": "<train>", "test": "<test>"]) { $0.lengthsAlike(train: "<train>", test: "<test>") }
        add("testLonger", ["train": "<train>", "test": "<test>"]) { $0.testLonger(train: "<train>", test: "<test>") }
        add("scriptTitle") { $0.scriptTitle }
        add("shareOfCharacters") { $0.shareOfCharacters }
        add("scriptsAlike") { $0.scriptsAlike }
        add("scriptsDiffer", ["name": "<name>", "train": "<train>", "test": "<test>"]) {
            $0.scriptsDiffer(name: "<name>", train: "<train>", test: "<test>")
        }
        add("scriptLatin") { $0.scriptLatin }
        add("scriptHan") { $0.scriptHan }
        add("scriptKana") { $0.scriptKana }
        add("scriptHangul") { $0.scriptHangul }
        add("scriptCyrillic") { $0.scriptCyrillic }
        add("scriptArabic") { $0.scriptArabic }
        add("scriptOther") { $0.scriptOther }
        add("digits") { $0.digits }
        add("punctuation") { $0.punctuation }
        add("symbols") { $0.symbols }
        add("spaces") { $0.spaces }
        add("otherCharacters") { $0.otherCharacters }
        add("fieldsTitle") { $0.fieldsTitle }
        add("areaAxis") { $0.areaAxis }
        add("surfaceOnly") { $0.surfaceOnly }
        add("everything") { $0.everything }
        add("noFieldTells") { $0.noFieldTells }
        add("fieldTellsMost", ["field": "<field>", "auc": "<auc>"]) { $0.fieldTellsMost(field: "<field>", auc: "<auc>") }
        add("randomSet") { $0.randomSet }
        add("drawnSet") { $0.drawnSet }
        add("checkTitle") { $0.checkTitle }
        add("asked", ["set": "9", "test": "10", "before": "<before>", "after": "<after>"]) {
            $0.asked(set: 9, test: 10, before: "<before>", after: "<after>")
        }
        add("drawnAlike") { $0.drawnAlike }
        add("drawnCloser") { $0.drawnCloser }
        add("drawnNoDifference") { $0.drawnNoDifference }
        add("calibrationTitle") { $0.calibrationTitle }
        add("logitAxis") { $0.logitAxis }
        add("calibratedAxis") { $0.calibratedAxis }
        add("calibrationCaption") { $0.calibrationCaption }
        add("scatterTitle") { $0.scatterTitle }
        add("trainShareAxis") { $0.trainShareAxis }
        add("testShareAxis") { $0.testShareAxis }
        add("scatterCaption") { $0.scatterCaption }
        add("scatterText") { $0.scatterText }
        return all
    }
}

extension CatalogueCall {
    static func ofEstimate() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("scoresOfDraws", ["rows": "8"]) { $0.scoresOfDraws(rows: 8) }
        add("scoresOfRows", ["rows": "9", "train": "10"]) { $0.scoresOfRows(rows: 9, train: 10) }
        add("severalModels", ["count": "11"]) { $0.severalModels(count: 11) }
        add("outsideFit", ["count": "12"]) { $0.outsideFit(count: 12) }
        add("forTest", ["rows": "13"]) { $0.forTest(rows: 13) }
        add("meanOfDraws") { $0.meanOfDraws }
        add("unweighted") { $0.unweighted }
        add("weighted") { $0.weighted }
        add("clippedEstimate") { $0.clippedEstimate }
        add("byConfidence") { $0.byConfidence }
        add("drawnMean") { $0.drawnMean }
        add("doublyRobust") { $0.doublyRobust }
        add("drawnGroups", ["count": "14"]) { $0.drawnGroups(count: 14) }
        add("effectiveOf", ["worth": "<worth>", "rows": "15"]) { $0.effectiveOf(worth: "<worth>", rows: 15) }
        add("massClipped", ["share": "<share>"]) { $0.massClipped(share: "<share>") }
        add("nothingExplained") { $0.nothingExplained }
        add("explained", ["share": "<share>"]) { $0.explained(share: "<share>") }
        add("ranking") { $0.ranking }
        add(
            "rankedModels",
            ["metric": "<metric>", "models": "<models>", "order": "<order>", "best": "<best>", "first": "<first>"]
        ) { $0.rankedModels(metric: "<metric>", models: "<models>", order: "<order>", best: "<best>", first: "<first>") }
        add("estimatesFail") { $0.estimatesFail }
        add("estimatesOfDraws") { $0.estimatesOfDraws }
        add("estimatesWithoutShift") { $0.estimatesWithoutShift }
        add("estimatesHold") { $0.estimatesHold }
        add("weightsTakenAsKnown") { $0.weightsTakenAsKnown }
        return all
    }
}

extension CatalogueCall {
    static func ofAudit() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("metricTitle") { $0.metricTitle }
        add("offBy", ["weighted": "<weighted>", "unweighted": "<unweighted>"]) {
            $0.offBy(weighted: "<weighted>", unweighted: "<unweighted>")
        }
        add("offByTrueRatio", ["error": "<error>"]) { $0.offByTrueRatio(error: "<error>") }
        add("offByLikeFound", ["weighted": "<weighted>", "unweighted": "<unweighted>"]) {
            $0.offByLikeFound(weighted: "<weighted>", unweighted: "<unweighted>")
        }
        add("isSampled") { $0.isSampled }
        add("audited", ["name": "<name>", "rows": "8", "sample": "<sample>", "groups": "9", "fields": "<fields>"]) {
            $0.audited(name: "<name>", rows: 8, sample: "<sample>", groups: 9, fields: "<fields>")
        }
        add("metricMean", ["name": "<name>", "mean": "<mean>"]) { $0.metricMean(name: "<name>", mean: "<mean>") }
        add("meanOf", ["list": "<list>"]) { $0.meanOf(list: "<list>") }
        add("auditedInputs", ["names": "<names>"]) { $0.auditedInputs(names: "<names>") }
        add("accuracyOf", ["label": "<label>"]) { $0.accuracyOf(label: "<label>") }
        add("lengthName") { $0.lengthName }
        add("directionName", ["number": "<number>"]) { $0.directionName(number: "<number>") }
        add("planted") { $0.planted }
        add("shareOfDomain") { $0.shareOfDomain }
        add("offByTitle") { $0.offByTitle }
        add("trueRatio") { $0.trueRatio }
        add("correlation") { $0.correlation }
        add("factor") { $0.factor }
        add("trusted") { $0.trusted }
        add("odds", ["odds": "<odds>"]) { $0.odds(odds: "<odds>") }
        add("timesOf", ["count": "10", "draws": "11"]) { $0.timesOf(count: 10, draws: 11) }
        add("shiftNone") { $0.shiftNone }
        add("shiftTopic") { $0.shiftTopic }
        add("shiftLength") { $0.shiftLength }
        add("shiftRare") { $0.shiftRare }
        add("shiftLabel") { $0.shiftLabel }
        add("shiftFound") { $0.shiftFound }
        add("auditNotes", ["draws": "12", "found": "13"]) { $0.auditNotes(draws: 12, found: 13) }
        return all
    }
}

extension CatalogueCall {
    static func ofSplit() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("set") { $0.set }
        add("rowsTitle") { $0.rowsTitle }
        add("uniqueTitle") { $0.uniqueTitle }
        add("effectiveTitle") { $0.effectiveTitle }
        add("areaAgainstTest") { $0.areaAgainstTest }
        add("leftToTrain") { $0.leftToTrain }
        add("kfoldPart", ["number": "<number>"]) { $0.kfoldPart(number: "<number>") }
        add("worth", ["rows": "<rows>"]) { $0.worth(rows: "<rows>") }
        add("setAreaMeaning") { $0.setAreaMeaning }
        add("splitsAreRandom") { $0.splitsAreRandom }
        add("splitsFail") { $0.splitsFail }
        add("toLabel", ["count": "8", "rows": "9"]) { $0.toLabel(count: 8, rows: 9) }
        add("toLabelUncovered", ["all": "10"]) { $0.toLabelUncovered(all: 10) }
        add("toLabelOfSample") { $0.toLabelOfSample }
        add("strataRows") { $0.strataRows }
        add("strataDrawn") { $0.strataDrawn }
        add("strataProbability") { $0.strataProbability }
        add("theseRows") { $0.theseRows }
        add("thisSample") { $0.thisSample }
        add("unbiasedMean", ["rows": "11", "over": "<over>"]) { $0.unbiasedMean(rows: 11, over: "<over>") }
        return all
    }
}

extension CatalogueCall {
    static func ofConformal() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("calibration", ["rows": "8", "worth": "9", "bounded": "10", "all": "11"]) {
            $0.calibration(rows: 8, worth: 9, bounded: 10, all: 11)
        }
        add("onlySample") { $0.onlySample }
        add("setsFail") { $0.setsFail }
        return all
    }
}

extension CatalogueCall {
    static func ofDiagnosis() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("diagnosed", ["folder": "<folder>", "train": "<train>", "test": "<test>", "label": "<label>"]) {
            $0.diagnosed(folder: "<folder>", train: "<train>", test: "<test>", label: "<label>")
        }
        add("diagnosedNoShift") { $0.diagnosedNoShift }
        add("diagnosedInputShift") { $0.diagnosedInputShift }
        add("diagnosedPriorShift") { $0.diagnosedPriorShift }
        add("diagnosedAnnotationShift") { $0.diagnosedAnnotationShift }
        add("diagnosedUnknown") { $0.diagnosedUnknown }
        add("tooFewLabelled") { $0.tooFewLabelled }
        add("labelTellsALittle") { $0.labelTellsALittle }
        add("tooFewGroupsToCompare") { $0.tooFewGroupsToCompare }
        add("labelsUnknown") { $0.labelsUnknown }
        add("inputsDiffer", ["gain": "<gain>"]) { $0.inputsDiffer(gain: "<gain>") }
        add("inputsNotShownToDiffer", ["gain": "<gain>"]) { $0.inputsNotShownToDiffer(gain: "<gain>") }
        add("ownSource") { $0.ownSource }
        add("classShares", ["source": "<source>", "accuracy": "<accuracy>"]) {
            $0.classShares(source: "<source>", accuracy: "<accuracy>")
        }
        add("classTitle") { $0.classTitle }
        add("shareOfTrainTitle") { $0.shareOfTrainTitle }
        add("likelihoodTitle") { $0.likelihoodTitle }
        add("blackBoxTitle") { $0.blackBoxTitle }
        add("notToBeHad") { $0.notToBeHad }
        add("stillDiffer", ["gain": "<gain>"]) { $0.stillDiffer(gain: "<gain>") }
        add("noDifferenceLeft", ["gain": "<gain>"]) { $0.noDifferenceLeft(gain: "<gain>") }
        add("noShareClear") { $0.noShareClear }
        add("labelledRows", ["train": "8", "test": "9", "name": "<name>"]) {
            $0.labelledRows(train: 8, test: 9, name: "<name>")
        }
        add("labelTells", ["label": "<label>", "gain": "<gain>"]) { $0.labelTells(label: "<label>", gain: "<gain>") }
        add("labelNotShownToTell", ["label": "<label>", "gain": "<gain>"]) {
            $0.labelNotShownToTell(label: "<label>", gain: "<gain>")
        }
        add("inputsTell", ["label": "<label>", "gain": "<gain>"]) { $0.inputsTell(label: "<label>", gain: "<gain>") }
        add("inputsNotShownToTell", ["label": "<label>", "gain": "<gain>"]) {
            $0.inputsNotShownToTell(label: "<label>", gain: "<gain>")
        }
        add("questionShares", ["train": "<train>", "test": "<test>"]) { $0.questionShares(train: "<train>", test: "<test>") }
        add("questionAnswer", ["label": "<label>", "value": "<value>"]) {
            $0.questionAnswer(label: "<label>", value: "<value>")
        }
        add("questionElements", ["label": "<label>", "count": "<count>"]) {
            $0.questionElements(label: "<label>", count: "<count>")
        }
        add("questionHolds", ["label": "<label>", "value": "<value>"]) { $0.questionHolds(label: "<label>", value: "<value>") }
        add("questionDistinct", ["label": "<label>", "count": "<count>"]) {
            $0.questionDistinct(label: "<label>", count: "<count>")
        }
        add("questionLength", ["label": "<label>", "count": "<count>"]) {
            $0.questionLength(label: "<label>", count: "<count>")
        }
        add("unseenMayDiffer") { $0.unseenMayDiffer }
        add("cannotBeKnown") { $0.cannotBeKnown }
        add("gain", ["mean": "<mean>", "error": "<error>"]) { $0.gain(mean: "<mean>", error: "<error>") }
        return all
    }
}

extension CatalogueCall {
    static func ofGate() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("gateColumns") { $0.gateColumns }
        add("pass") { $0.pass }
        add("fail") { $0.fail }
        add("gateReason", ["name": "<name>", "message": "<message>", "reason": "<reason>"]) {
            $0.gateReason(name: "<name>", message: "<message>", reason: "<reason>")
        }
        add("gateMessage", ["found": "<found>", "limit": "<limit>"]) { $0.gateMessage(found: "<found>", limit: "<limit>") }
        add("areaMeaning") { $0.areaMeaning }
        add("countOfRows", ["count": "<count>"]) { $0.countOfRows(count: "<count>") }
        add("effectiveMeaning") { $0.effectiveMeaning }
        add("noSupportMeaning") { $0.noSupportMeaning }
        add("duplicatesMeaning") { $0.duplicatesMeaning }
        add("weightsFail") { $0.weightsFail }
        add("atLeast", ["limit": "<limit>"]) { $0.atLeast(limit: "<limit>") }
        add("atMost", ["limit": "<limit>"]) { $0.atMost(limit: "<limit>") }
        add("notKnown") { $0.notKnown }
        add("tooFewGroupsToJudge") { $0.tooFewGroupsToJudge }
        return all
    }
}

extension CatalogueCall {
    static func ofNote() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("noted", ["text": "<text>"]) { $0.noted(text: "<text>") }
        add("fieldsUsed", ["fields": "<fields>", "dropped": "<dropped>", "leftOut": "<leftOut>"]) {
            $0.fieldsUsed(fields: "<fields>", dropped: "<dropped>", leftOut: "<leftOut>")
        }
        add("fieldWithReason", ["name": "<name>", "reason": "<reason>"]) {
            $0.fieldWithReason(name: "<name>", reason: "<reason>")
        }
        add("moreLeftOut", ["count": "8"]) { $0.moreLeftOut(count: 8) }
        add("missingRows", ["field": "<field>", "count": "9", "side": "<side>"]) {
            $0.missingRows(field: "<field>", count: 9, side: "<side>")
        }
        add("missingRecords", ["field": "<field>", "count": "10"]) { $0.missingRecords(field: "<field>", count: 10) }
        add("readAs", ["file": "<file>", "how": "<how>"]) { $0.readAs(file: "<file>", how: "<how>") }
        add("convertedFrom", ["encoding": "<encoding>"]) { $0.convertedFrom(encoding: "<encoding>") }
        add("textWithTabs", ["file": "<file>", "count": "11"]) { $0.textWithTabs(file: "<file>", count: 11) }
        add("skipped", ["file": "<file>", "count": "12"]) { $0.skipped(file: "<file>", count: 12) }
        add("blankRows", ["train": "13", "test": "17"]) { $0.blankRows(train: 13, test: 17) }
        add("documentMarks", ["count": "8"]) { $0.documentMarks(count: 8) }
        add("foundKey", ["key": "kk"]) { $0.foundKey(key: "kk") }
        add("proposedKeys", ["options": "oo"]) { $0.proposedKeys(options: "oo") }
        add("cutFields", ["fields": "ff"]) { $0.cutFields(fields: "ff") }
        add("constantValues", ["count": "13"]) { $0.constantValues(count: 13) }
        add("withoutText", ["count": "14"]) { $0.withoutText(count: 14) }
        add("noRecords") { $0.noRecords }
        add("otherICU", ["model": "<model>", "fitted": "<fitted>", "current": "<current>"]) {
            $0.otherICU(model: "<model>", fitted: "<fitted>", current: "<current>")
        }
        add("fittedOn", ["sample": "<sample>"]) { $0.fittedOn(sample: "<sample>") }
        add("nothingFitted", ["folds": "15"]) { $0.nothingFitted(folds: 15) }
        add("planting", ["number": "16", "count": "17"]) { $0.planting(number: 16, count: 17) }
        add("recordsDone", ["count": "18", "rate": "19"]) { $0.recordsDone(count: 18, rate: 19) }
        add("ongoing", ["stage": "<stage>"]) { $0.ongoing(stage: "<stage>") }
        add("secondsLeft", ["seconds": "20"]) { $0.secondsLeft(seconds: 20) }
        add("elapsed", ["seconds": "21"]) { $0.elapsed(seconds: 21) }
        add("stageReading") { $0.stageReading }
        add("stageFeaturizing") { $0.stageFeaturizing }
        add("stageFitting") { $0.stageFitting }
        add("stageWeighing") { $0.stageWeighing }
        add("stageDiagnosing") { $0.stageDiagnosing }
        add("stageExplaining") { $0.stageExplaining }
        add("stageChecking") { $0.stageChecking }
        add("stageScoring") { $0.stageScoring }
        add("stageWriting") { $0.stageWriting }
        add("total") { $0.total }
        add("error", ["text": "<text>"]) { $0.error(text: "<text>") }
        return all
    }
}

extension CatalogueCall {
    static func ofModel() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("aModel", ["path": "<path>"]) { $0.aModel(path: "<path>") }
        add("modelFittedOn") { $0.modelFittedOn }
        add("modelRows", ["train": "8", "test": "9"]) { $0.modelRows(train: 8, test: 9) }
        add("modelFound") { $0.modelFound }
        add("foundShift") { $0.foundShift }
        add("foundNoShift") { $0.foundNoShift }
        add("foundNothing") { $0.foundNothing }
        add("modelFields") { $0.modelFields }
        add("modelGroups") { $0.modelGroups }
        add("modelGroupsBy", ["groups": "10", "folds": "11", "by": "<by>"]) {
            $0.modelGroupsBy(groups: 10, folds: 11, by: "<by>")
        }
        add("byKey", ["key": "<key>"]) { $0.byKey(key: "<key>") }
        add("byField", ["field": "<field>"]) { $0.byField(field: "<field>") }
        add("byAllFields") { $0.byAllFields }
        add("modelLooksAt") { $0.modelLooksAt }
        add("modelParts", ["words": "12", "grams": "13"]) {
            $0.modelParts(words: 12, grams: 13, surface: true, isCalibrated: true)
        }
        add("modelWeights") { $0.modelWeights }
        add("dividedBy", ["weighting": "<weighting>", "number": "<number>"]) {
            $0.dividedBy(weighting: "<weighting>", number: "<number>")
        }
        add("modelSeed") { $0.modelSeed }
        add("writtenBy") { $0.writtenBy }
        add("modelFile") { $0.modelFile }
        add("modelFormat", ["format": "14", "bytes": "15"]) { $0.modelFormat(format: 14, bytes: 15) }
        return all
    }
}

extension CatalogueCall {
    static func ofFolderError() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("tablesDiffer", ["paths": "<paths>"]) { $0.tablesDiffer(paths: "<paths>") }
        add("notSquad", ["option": "<option>", "path": "<path>", "found": "<found>"]) {
            $0.notSquad(option: "<option>", path: "<path>", found: "<found>")
        }
        add("notTable", ["option": "<option>", "path": "<path>", "found": "<found>"]) {
            $0.notTable(option: "<option>", path: "<path>", found: "<found>")
        }
        add("exportNeedsLabel", ["export": "<export>", "key": "<key>", "path": "<path>", "first": "<first>", "last": "<last>"])
        { $0.exportNeedsLabel(export: "<export>", key: "<key>", path: "<path>", available: ["<first>", "<last>"]) }
        add("recordsWithoutLabel", ["key": "<key>", "place": "<place>", "rows": "8"]) {
            $0.recordsWithoutLabel(key: "<key>", place: "<place>", rows: 8)
        }
        add("labelIsNoScalar", ["place": "<place>", "key": "<key>", "found": "<found>"]) {
            $0.labelIsNoScalar(place: "<place>", key: "<key>", found: "<found>")
        }
        add("tooManyClasses", ["key": "<key>", "path": "<path>", "most": "9"]) {
            $0.tooManyClasses(key: "<key>", path: "<path>", most: 9)
        }
        add("recordsWithoutID", ["key": "<key>", "path": "<path>", "rows": "10", "missing": "11"]) {
            $0.recordsWithoutID(key: "<key>", path: "<path>", rows: 10, missing: 11)
        }
        add("notAReport", ["path": "<path>", "key": "<key>", "verb": "<verb>"]) {
            $0.notAReport(path: "<path>", key: "<key>", verb: "<verb>")
        }
        add("reportOfOtherSchema", ["path": "<path>", "found": "12", "expected": "13", "verb": "<verb>"]) {
            $0.reportOfOtherSchema(path: "<path>", found: 12, expected: 13, verb: "<verb>")
        }
        add("otherEstimates", ["path": "<path>"]) { $0.otherEstimates(path: "<path>") }
        return all
    }
}

extension CatalogueCall {
    static func ofReading() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("betweenCells", ["delimiter": "<delimiter>"]) { $0.betweenCells(delimiter: "<delimiter>") }
        add("text", ["value": "<value>"]) { catalogue in
            ReadingRemark.Kind.allCases.compactMap { catalogue.text(ReadingRemark($0, "<value>")) }.joined(separator: "\n")
        }
        add("shortRows", ["count": "8"]) { $0.shortRows(count: 8) }
        add("spelledValues", ["count": "8"]) { $0.spelledValues(count: 8) }
        add("rowsOfFile", ["count": "8"]) { $0.rowsOfFile(count: 8) }
        add("unreadable", ["count": "8", "error": "<error>"]) { $0.unreadable(count: 8, error: "<error>") }
        add("moreFields", ["count": "8"]) { $0.moreFields(count: 8) }
        add("groupsFound", ["groups": "8", "largest": "9"]) { $0.groupsFound(groups: 8, largest: 9) }
        add("linkedByEquality", ["rows": "8"]) { $0.linkedByEquality(rows: 8) }
        add("linkedByLikeness", ["rows": "8"]) { $0.linkedByLikeness(rows: 8) }
        add("linkedByValues", ["fields": "<fields>"]) { $0.linkedByValues(fields: "<fields>") }
        add("nothingToCompare") { $0.nothingToCompare }
        add("byName") { $0.byName }
        add("briefly") { catalogue in ValueKind.allCases.map { catalogue.briefly($0) }.joined(separator: " ") }
        return all
    }
}

extension CatalogueCall {
    static func ofUsage() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("notAmong", ["option": "<option>", "value": "<value>", "expected": "<expected>"]) {
            $0.notAmong(option: "<option>", value: "<value>", expected: "<expected>")
        }
        add("outOfRange", ["option": "<option>", "value": "<value>", "expected": "<expected>"]) {
            $0.outOfRange(option: "<option>", value: "<value>", expected: "<expected>")
        }
        add("empty", ["option": "<option>", "expected": "<expected>"]) { $0.empty(option: "<option>", expected: "<expected>") }
        add("leastOf", ["option": "<option>", "least": "8"]) { $0.leastOf(option: "<option>", least: 8) }
        add("mostOf", ["option": "<option>", "most": "9"]) { $0.mostOf(option: "<option>", most: 9) }
        add("either", ["first": "<first>", "last": "<last>"]) { $0.either(names: ["<first>", "<last>"]) }
        add("fromTo", ["least": "<least>", "greatest": "<greatest>"]) { $0.fromTo(least: "<least>", greatest: "<greatest>") }
        add("numberOrMore", ["least": "<least>"]) { $0.numberOrMore(least: "<least>") }
        add("areaAboveHalf") { $0.areaAboveHalf }
        add("shareUpToOne") { $0.shareUpToOne }
        add("shareBelowOne") { $0.shareBelowOne }
        add("aShare") { $0.aShare }
        add("rowsOrPercentage") { $0.rowsOrPercentage }
        add("aSize") { $0.aSize }
        add("sizeOfRecord") { $0.sizeOfRecord }
        add("nameOfEncoding") { $0.nameOfEncoding }
        add("aDelimiter") { $0.aDelimiter }
        add("nameOfFile") { $0.nameOfFile }
        add("nameOfFolder") { $0.nameOfFolder }
        add("giveTrainAndTest") { $0.giveTrainAndTest }
        add("oneStandardInput") { $0.oneStandardInput }
        add("trainIsReadTwice") { $0.trainIsReadTwice }
        add("metricNeedsScores") { $0.metricNeedsScores }
        add("needsOutput", ["option": "<option>"]) { $0.needsOutput(option: "<option>") }
        add("giveALimit") { $0.giveALimit }
        add("confidencesTogether") { $0.confidencesTogether }
        add("predictionsTogether") { $0.predictionsTogether }
        add("giveOutputOrCompare") { $0.giveOutputOrCompare }
        add("noSizeForFolds") { $0.noSizeForFolds }
        add("methodNeedsSize", ["method": "<method>"]) { $0.methodNeedsSize(method: "<method>") }
        add("methodNeedsOutput", ["method": "<method>"]) { $0.methodNeedsOutput(method: "<method>") }
        add("errorPrefix") { $0.errorPrefix }
        add("usagePrefix") { $0.usagePrefix }
        add("helpPrefix") { $0.helpPrefix }
        add("seeHelp", ["command": "<command>"]) { $0.seeHelp(command: "<command>") }
        add("unknownOption", ["option": "<option>"]) { $0.unknownOption(option: "<option>") }
        add("didYouMean", ["option": "<option>", "other": "<other>"]) { $0.didYouMean(option: "<option>", other: "<other>") }
        add("missingValue", ["option": "<option>"]) { $0.missingValue(option: "<option>") }
        add("takesNoValue", ["option": "<option>", "value": "<value>"]) {
            $0.takesNoValue(option: "<option>", value: "<value>")
        }
        add("unexpectedArgument", ["argument": "<argument>"]) { $0.unexpectedArgument(argument: "<argument>") }
        add("unexpectedArguments", ["count": "<count>", "arguments": "<arguments>"]) {
            $0.unexpectedArguments(count: "<count>", arguments: "<arguments>")
        }
        add("missingArgument", ["argument": "<argument>"]) { $0.missingArgument(argument: "<argument>") }
        add("invalidValue", ["value": "<value>", "option": "<option>"]) {
            $0.invalidValue(value: "<value>", option: "<option>")
        }
        add("overviewTitle") { $0.overviewTitle }
        add("usageTitle") { $0.usageTitle }
        add("argumentsTitle") { $0.argumentsTitle }
        add("optionsTitle") { $0.optionsTitle }
        add("commandsTitle") { $0.commandsTitle }
        add("examplesTitle") { $0.examplesTitle }
        add("defaultValue", ["value": "<value>"]) { $0.defaultValue(value: "<value>") }
        add("defaultAndValues", ["values": "<values>", "value": "<value>"]) {
            $0.defaultAndValues(values: "<values>", value: "<value>")
        }
        add("showVersion") { $0.showVersion }
        add("showHelp") { $0.showHelp }
        add("helpOfCommand", ["command": "<command>"]) { $0.helpOfCommand(command: "<command>") }
        return all
    }
}

extension CatalogueCall {
    static func ofCommand() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("aboutProgram") { $0.aboutProgram }
        add("moreOnProgram") { $0.moreOnProgram }
        add("aboutAnalyze") { $0.aboutAnalyze }
        add("moreOnAnalyze") { $0.moreOnAnalyze }
        add("aboutReport") { $0.aboutReport }
        add("moreOnReport") { $0.moreOnReport }
        add("aboutSplit") { $0.aboutSplit }
        add("moreOnSplit") { $0.moreOnSplit }
        add("moreOnLabelFirst") { $0.moreOnLabelFirst }
        add("aboutEstimate") { $0.aboutEstimate }
        add("moreOnEstimate") { $0.moreOnEstimate }
        add("aboutDiagnose") { $0.aboutDiagnose }
        add("moreOnDiagnose") { $0.moreOnDiagnose }
        add("aboutConformal") { $0.aboutConformal }
        add("moreOnConformal") { $0.moreOnConformal }
        add("aboutAudit") { $0.aboutAudit }
        add("moreOnAudit") { $0.moreOnAudit }
        add("aboutCheck") { $0.aboutCheck }
        add("moreOnCheck") { $0.moreOnCheck }
        add("aboutFit") { $0.aboutFit }
        add("moreOnFit") { $0.moreOnFit }
        add("aboutScore") { $0.aboutScore }
        add("moreOnScore") { $0.moreOnScore }
        add("aboutModel") { $0.aboutModel }
        add("moreOnModel") { $0.moreOnModel }
        add("aboutHash") { $0.aboutHash }
        add("moreOnHash") { $0.moreOnHash }
        add("aboutPeek") { $0.aboutPeek }
        add("moreOnPeek") { $0.moreOnPeek }
        return all
    }
}

extension CatalogueCall {
    static func ofOption() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("optionField") { $0.optionField }
        add("optionGroup") { $0.optionGroup }
        add("optionIgnoreField") { $0.optionIgnoreField }
        add("optionIgnoreForm") { $0.optionIgnoreForm }
        add("optionTestField") { $0.optionTestField }
        add("optionID") { $0.optionID }
        add("optionSeed") { $0.optionSeed }
        add("optionWeight") { $0.optionWeight }
        add("optionLanguage") { $0.optionLanguage }
        add("optionTrainNow") { $0.optionTrainNow }
        add("optionTestNow") { $0.optionTestNow }
        add("argumentFolder") { $0.argumentFolder }
        add("argumentTrain") { $0.argumentTrain }
        add("argumentTest") { $0.argumentTest }
        add("optionTrain") { $0.optionTrain }
        add("optionTest") { $0.optionTest }
        add("optionFolds") { $0.optionFolds }
        add("optionDropShifted") { $0.optionDropShifted }
        add("optionFitRows") { $0.optionFitRows }
        add("optionFitMemory") { $0.optionFitMemory }
        add("optionOnError") { $0.optionOnError }
        add("optionExclude") { $0.optionExclude }
        add("optionThreads") { $0.optionThreads }
        add("optionFormat") { $0.optionFormat }
        add("optionEncoding") { $0.optionEncoding }
        add("optionDelimiter") { $0.optionDelimiter }
        add("optionNoHeader") { $0.optionNoHeader }
        add("optionMaxRecord") { $0.optionMaxRecord }
        add("argumentPeekFiles") { $0.argumentPeekFiles }
        add("argumentAuditTrain") { $0.argumentAuditTrain }
        add("optionAuditLabel") { $0.optionAuditLabel }
        add("optionAuditScores") { $0.optionAuditScores }
        add("optionAuditMetric") { $0.optionAuditMetric }
        add("optionLike") { $0.optionLike }
        add("optionDraws") { $0.optionDraws }
        add("optionAuditRows") { $0.optionAuditRows }
        add("optionJSON") { $0.optionJSON }
        add("optionNoProgress") { $0.optionNoProgress }
        add("optionMaxAUC") { $0.optionMaxAUC }
        add("optionMinESS") { $0.optionMinESS }
        add("optionMaxNoSupport") { $0.optionMaxNoSupport }
        add("optionMaxDuplicates") { $0.optionMaxDuplicates }
        add("optionTrusted") { $0.optionTrusted }
        add("optionJUnit") { $0.optionJUnit }
        add("optionModelFile") { $0.optionModelFile }
        add("optionForceFile") { $0.optionForceFile }
        add("optionQuiet") { $0.optionQuiet }
        add("argumentScores") { $0.argumentScores }
        add("optionAlpha") { $0.optionAlpha }
        add("optionScore") { $0.optionScore }
        add("optionTestScores") { $0.optionTestScores }
        add("argumentHashFiles") { $0.argumentHashFiles }
        add("optionHashField") { $0.optionHashField }
        add("optionHashGroup") { $0.optionHashGroup }
        add("optionLong") { $0.optionLong }
        add("optionFitSeed") { $0.optionFitSeed }
        add("optionPart") { $0.optionPart }
        add("argumentEstimateScores") { $0.argumentEstimateScores }
        add("optionMetric") { $0.optionMetric }
        add("optionModelKey") { $0.optionModelKey }
        add("optionScoreID") { $0.optionScoreID }
        add("optionTrueLabel") { $0.optionTrueLabel }
        add("optionPrediction") { $0.optionPrediction }
        add("optionProbability") { $0.optionProbability }
        add("optionPositive") { $0.optionPositive }
        add("optionTask") { $0.optionTask }
        add("optionConfidence") { $0.optionConfidence }
        add("optionTestConfidences") { $0.optionTestConfidences }
        add("optionDrawn") { $0.optionDrawn }
        add("optionReplicates") { $0.optionReplicates }
        add("optionRefitBootstrap") { $0.optionRefitBootstrap }
        add("optionEstimateOutput") { $0.optionEstimateOutput }
        add("optionForceEstimates") { $0.optionForceEstimates }
        add("optionScoreFormat") { $0.optionScoreFormat }
        add("optionQuietFile") { $0.optionQuietFile }
        add("optionOutput") { $0.optionOutput }
        add("optionWrite") { $0.optionWrite }
        add("optionGzip") { $0.optionGzip }
        add("optionExport") { $0.optionExport }
        add("optionExportLabel") { $0.optionExportLabel }
        add("optionPool") { $0.optionPool }
        add("optionValidationSize") { $0.optionValidationSize }
        add("optionPermutations") { $0.optionPermutations }
        add("optionOverwriteKeys") { $0.optionOverwriteKeys }
        add("optionForceFolder") { $0.optionForceFolder }
        add("optionTimings") { $0.optionTimings }
        add("optionQuietAnalyze") { $0.optionQuietAnalyze }
        add("argumentModel") { $0.argumentModel }
        add("optionPlainJSON") { $0.optionPlainJSON }
        add("argumentFolderThere") { $0.argumentFolderThere }
        add("optionMethod") { $0.optionMethod }
        add("optionSize") { $0.optionSize }
        add("optionSplitPool") { $0.optionSplitPool }
        add("optionSplitSeed") { $0.optionSplitSeed }
        add("optionParts") { $0.optionParts }
        add("optionCompare") { $0.optionCompare }
        add("optionSplitOutput") { $0.optionSplitOutput }
        add("argumentScoreFiles") { $0.argumentScoreFiles }
        add("optionModel") { $0.optionModel }
        add("optionScoreField") { $0.optionScoreField }
        add("optionOnlyScores") { $0.optionOnlyScores }
        add("optionScoreGzip") { $0.optionScoreGzip }
        add("optionDiagnosedLabel") { $0.optionDiagnosedLabel }
        add("optionPredictions") { $0.optionPredictions }
        add("optionTestPredictions") { $0.optionTestPredictions }
        add("optionLabelledTest") { $0.optionLabelledTest }
        add("optionPriorWeights") { $0.optionPriorWeights }
        return all
    }
}

extension CatalogueCall {
    static let all: [CatalogueCall] = [
        ofForm(), ofReadBack(), ofWeighing(), ofParts(), ofRoads(), ofLabelled(), ofSources(),
        ofPhrase(), ofTrust(), ofVerdict(),
        ofExplanation(),
        ofDropped(), ofSummary(), ofPage(), ofPlot(), ofEstimate(), ofAudit(),
        ofSplit(), ofConformal(), ofDiagnosis(), ofGate(), ofNote(), ofReading(), ofModel(), ofFolderError(), ofUsage(),
        ofCommand(),
        ofOption(),
    ].flatMap { $0 }
}

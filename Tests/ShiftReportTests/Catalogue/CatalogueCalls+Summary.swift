import ShiftReport

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

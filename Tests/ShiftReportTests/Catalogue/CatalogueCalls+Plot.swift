import ShiftReport

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

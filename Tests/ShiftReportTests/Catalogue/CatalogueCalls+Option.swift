import ShiftReport

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

import ShiftPipeline

extension NoteCatalogue {
    /// A stage of the work.
    package func name(_ stage: AnalysisStage) -> String {
        switch stage {
        case .reading: stageReading
        case .featurizing: stageFeaturizing
        case .fitting: stageFitting
        case .weighing: stageWeighing
        case .diagnosing: stageDiagnosing
        case .explaining: stageExplaining
        case .checking: stageChecking
        case .scoring: stageScoring
        case .writing: stageWriting
        }
    }
}

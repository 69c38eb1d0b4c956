import ShiftReport

/// Every key of the catalogues with sample arguments, by the protocol that has it; `CatalogueTests` holds that none is missing.
struct CatalogueCall {
    let name: String
    /// What the arguments are as text; numbers as they are counted.
    let arguments: [String: String]
    let call: @Sendable (any Catalogue) -> String
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

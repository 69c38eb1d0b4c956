import ShiftPipeline

extension SummaryCatalogue {
    /// Why a field is used or left out.
    package func reason(_ reason: Field.Reason) -> String {
        switch reason {
        case .named: reasonNamed
        case .textLike: reasonTextLike
        case .notNamed: reasonNotNamed
        case .oneSideOnly: reasonOneSide
        case .reservedName: reasonReserved
        case .notText: reasonNotText
        case .ignored: reasonIgnored
        case .time: reasonTime
        case .classes: reasonClasses
        case .crossing: reasonCrossing
        case .tooShort: reasonTooShort
        case .identifier: reasonIdentifier
        case .repeated: reasonRepeated
        case .tooMany: reasonTooMany
        }
    }
}

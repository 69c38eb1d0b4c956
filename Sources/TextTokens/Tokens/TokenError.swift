/// What can keep text from being turned into tokens. Text itself never does: every byte sequence has tokens.
public enum TokenError: Error, Equatable, Sendable {
    /// A service of the ICU library.
    public enum Service: Equatable, Sendable {
        /// Word boundaries of the root locale.
        case wordBoundaries
        /// NFKC case folding.
        case caseFolding
    }

    /// ICU could not open a service, for example because its data is missing.
    ///
    /// - Parameters:
    ///   - service: What was to be opened.
    ///   - status: ICU's name for the error, such as `U_FILE_ACCESS_ERROR`.
    case unavailable(service: Service, status: String)
}

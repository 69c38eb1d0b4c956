/// What can go wrong in opening ICU; never the fault of a text.
public enum TokenError: Error, Sendable, Equatable {
    /// ICU could not open a service; `status` is ICU's name of its error code.
    case unavailable(service: String, status: String)
}

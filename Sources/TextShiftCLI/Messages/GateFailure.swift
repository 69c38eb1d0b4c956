/// Gates that an analysis did not pass: exit status 1.
struct GateFailure: Error {
    let reasons: [String]
}

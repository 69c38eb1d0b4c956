import ArgumentParser

extension ParsableArguments {
    /// A requirement that `validate()` checks.
    ///
    /// - Throws: `ValidationError` with `message`, a readable sentence, unless the condition holds.
    func check(_ holds: Bool, _ message: @autoclosure () -> String) throws {
        if !holds { throw ValidationError(message()) }
    }
}

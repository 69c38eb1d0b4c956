import ArgumentParser

extension ParsableArguments {
    /// What `validate()` asks of an option.
    ///
    /// - Throws: `ValidationError` with `message`, a sentence for people, unless the condition holds.
    func check(_ holds: Bool, _ message: @autoclosure () -> String) throws {
        if !holds { throw ValidationError(message()) }
    }
}

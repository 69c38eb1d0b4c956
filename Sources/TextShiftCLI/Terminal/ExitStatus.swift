/// What the program's exit status means.
enum ExitStatus: Int32 {
    /// Done, whatever was found.
    case done = 0
    /// A gate failed.
    case gateFailed = 1
    /// The command line or the data are wrong; nothing was written.
    case usageOrData = 2
}

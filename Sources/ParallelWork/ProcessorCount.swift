import Foundation

/// How many processors there are to work on.
public enum ProcessorCount {
    /// Processors that this process may use, at least 1.
    public static var active: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

import Foundation

/// How many processors are available.
package enum ProcessorCount {
    /// Processors that this process may use, at least 1.
    package static var active: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

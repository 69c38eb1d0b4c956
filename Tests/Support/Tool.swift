import Foundation

/// A program of the system, found by its name.
package enum Tool {
    /// What a run left behind.
    package struct Outcome: Sendable {
        /// The exit status.
        package let status: Int32
        /// Standard output.
        package let output: Data
        /// The number of the process, which is no more.
        package let process: Int32
    }

    /// Whether a program of that name can be started.
    package static func isThere(_ name: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: $0 + "/" + name)
        }
    }

    /// Runs a program with its arguments, and waits for its end.
    @discardableResult
    package static func run(_ command: [String]) throws -> Outcome {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: data, process: process.processIdentifier)
    }
}

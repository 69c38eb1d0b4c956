import Foundation
import Testing

/// The built executable, run as a process.
package enum Program {
    /// What a run left behind.
    package struct Outcome: Sendable {
        /// Exit status, or the signal's number and 128, as a shell has it.
        package var status: Int
        /// Standard output.
        package var output: String
        /// Standard error.
        package var errors: String
    }

    /// Whether `ulimit -v` can be tried: sanitizers need all the address space there is (`./dev sanitize` sets this).
    package static let canLimitMemory = ProcessInfo.processInfo.environment["TEXTSHIFT_SANITIZER"] == nil

    /// Whether `ulimit -f` can: the thread sanitizer writes files itself.
    package static let canLimitFiles = ProcessInfo.processInfo.environment["TEXTSHIFT_SANITIZER"] != "thread"

    /// `textshift`, which SwiftPM puts beside the test bundle.
    package static let executable: URL? = {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let candidates =
            bundles + [Bundle.main.bundleURL.appendingPathComponent("-"), URL(fileURLWithPath: CommandLine.arguments[0])]
        return candidates.map { $0.deletingLastPathComponent().appendingPathComponent("textshift") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }()

    /// Runs `textshift` with `arguments` in `folder`, in English unless variables of the environment ask for another language.
    package static func run(
        _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
    ) throws -> Outcome {
        try launch(#require(executable, "no textshift beside the test bundle"), arguments, environment, in: folder)
    }

    /// Runs a shell script in which `textshift` is `"$0"`.
    package static func shell(
        _ script: String, in folder: TemporaryFolder, environment: [String: String] = [:]
    ) throws -> Outcome {
        let program = try #require(executable, "no textshift beside the test bundle")
        return try launch(URL(fileURLWithPath: "/bin/sh"), ["-c", script, program.path], environment, in: folder)
    }

    private static func launch(
        _ program: URL, _ arguments: [String], _ variables: [String: String], in folder: TemporaryFolder
    ) throws -> Outcome {
        // Files, not pipes: nothing can fill up. They lie beside the folder, so that what is left in it can be counted.
        let streams = try TemporaryFolder()
        let files = try ["output", "errors"].map { name in
            try FileHandle(forWritingTo: URL(fileURLWithPath: streams.write("", to: name)))
        }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        var environment = ProcessInfo.processInfo.environment
        environment["COLUMNS"] = "80"
        // The language of whoever runs the tests does not matter.
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] { environment[name] = nil }
        environment["TEXTSHIFT_LANG"] = "en"
        environment.merge(variables) { $1 }
        environment["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = files[0]
        process.standardError = files[1]
        try process.run()
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Outcome(
            status: Int(process.terminationStatus) + (isSignal ? 128 : 0), output: try streams.read("output"),
            errors: try streams.read("errors"))
    }
}

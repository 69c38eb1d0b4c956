import Foundation
import ShiftReport
import Synchronization
import TextShift

/// What goes on, as JSON lines for the program that started this one: stages with how far they have got, notes, and an error
/// with its kind and place. docs/json.md has the members.
///
/// What cannot be written is dropped: nobody looks.
final class EventStream: Sendable {
    /// The least time between two reports of how far a stage has got.
    private static let pause = Duration.milliseconds(100)
    /// The last time that progress was reported.
    private let last = Mutex(ContinuousClock.now - .seconds(1))
    private let descriptor: Int32

    /// - Parameter descriptor: One that is open for writing.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// That of this process, by `--events`, wherever it stands on a command line that may be malformed; nil without one.
    static let current: EventStream? = {
        let arguments = CommandLine.arguments
        let typed = arguments.indices.compactMap { place -> String? in
            if arguments[place].hasPrefix("--events=") { return String(arguments[place].dropFirst(9)) }
            return arguments[place] == "--events" && place + 1 < arguments.count ? arguments[place + 1] : nil
        }.last
        return typed.flatMap { Int32($0) }.flatMap { isOpen($0) ? EventStream($0) : nil }
    }()

    /// Whether there is an open file of that number.
    static func isOpen(_ descriptor: Int32) -> Bool { descriptor >= 0 && fcntl(descriptor, F_GETFD) != -1 }

    private struct Event: Encodable {
        var event: String
        var stage: String?
        var name: String?
        var done: Int?
        var total: Int?
        var text: String?
        var kind: String?
        var file: String?
        var line: Int?
        var column: Int?
    }

    /// A stage begins, or has got on.
    func show(_ progress: AnalysisProgress) {
        if let (done, total) = progress.bytes {
            let now = ContinuousClock.now
            let isDue = last.withLock { last in
                guard now - last >= Self.pause || done == total else { return false }
                last = now
                return true
            }
            if isDue { write(Event(event: "progress", stage: progress.stage.rawValue, done: done, total: total)) }
        } else {
            write(Event(event: "stage", stage: progress.stage.rawValue, name: say.name(progress.stage)))
        }
    }

    /// A choice that was made for the user.
    func note(_ text: String) { write(Event(event: "note", text: text)) }

    /// A command line that is wrong.
    /// - Parameter message: What standard error has of it; its first line says what is wrong.
    func showUsage(message: String) {
        write(Event(event: "error", text: String(message.prefix { $0 != "\n" }), kind: "usage"))
    }

    /// An error that ends the program.
    /// - Parameter message: What standard error has of it.
    func show(_ error: any Error, message: String) {
        let facts = Mirror(reflecting: error)
        // A case with payloads is its own label, one without is described by its name.
        let label = facts.displayStyle == .enum ? facts.children.first?.label ?? "\(error)" : "\(type(of: error))"
        let place = Self.place(in: facts, depth: 0)
        write(
            Event(
                event: "error", text: message, kind: label, file: place?.path ?? Self.path(in: facts, depth: 0),
                line: place?.line, column: place?.column))
    }

    /// The first place among the payloads of an error.
    private static func place(in facts: Mirror, depth: Int) -> SourceLocation? {
        guard depth < 4 else { return nil }
        for child in facts.children {
            if let place = child.value as? SourceLocation { return place }
            if let place = place(in: Mirror(reflecting: child.value), depth: depth + 1) { return place }
        }
        return nil
    }

    /// The first path among the payloads of an error.
    private static func path(in facts: Mirror, depth: Int) -> String? {
        guard depth < 4 else { return nil }
        for child in facts.children {
            if child.label == "path", let path = child.value as? String { return path }
            if let path = path(in: Mirror(reflecting: child.value), depth: depth + 1) { return path }
        }
        return nil
    }

    private func write(_ event: Event) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var line = try? encoder.encode(event) else { return }
        line.append(UInt8(ascii: "\n"))
        line.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty, let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress {
                let written = Foundation.write(descriptor, base, rest.count)
                if written < 0, errno == EINTR { continue }
                if written <= 0 { return }
                rest = rest.dropFirst(written)
            }
        }
    }
}

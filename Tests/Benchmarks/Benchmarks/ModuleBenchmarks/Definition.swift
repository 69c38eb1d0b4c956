import Benchmark
import Foundation

/// A result that is not what a benchmark's definition says it must be.
struct Mismatch: Error, CustomStringConvertible {
    let description: String
}

/// - Throws: ``Mismatch`` unless both are equal.
func expect<Value: Equatable>(_ what: String, _ found: Value, _ expected: Value) throws {
    guard found != expected else { return }
    throw Mismatch(description: "\(what): found \(found), expected \(expected)")
}

/// - Throws: ``Mismatch`` unless both agree to five digits: sums of floating-point numbers may round otherwise elsewhere.
func expect(_ what: String, _ found: Double, near expected: Double) throws {
    guard !(abs(found - expected) <= 1e-5 * max(1, abs(expected))) else { return }
    throw Mismatch(description: "\(what): found \(found), expected \(expected)")
}

/// Bytes of input that were worked on in a second of wall-clock time.
private let speed = BenchmarkMetric.custom("Input (bytes/s)", polarity: .prefersLarger, useScalingFactor: false)

/// Defines a benchmark that carries its expected answer: work that does not give it fails before anything is measured.
///
/// - Parameters:
///   - name: What the benchmark is called.
///   - bytes: Size of the input, where speed in bytes means something.
///   - input: Makes the input, once.
///   - work: What is measured.
///   - check: Looks at what `work` gives, once, and throws a ``Mismatch`` if it is wrong.
func define<Input, Output>(
    _ name: String, bytes: ((Input) -> Int)? = nil, input: @escaping () throws -> Input,
    work: @escaping (Input) throws -> Output, check: @escaping (Input, Output) throws -> Void
) {
    Benchmark(
        name, configuration: .init(metrics: [.wallClock] + (bytes == nil ? [] : [speed]), maxDuration: .seconds(2))
    ) { benchmark, input in
        orStop(name) {
            let start = ContinuousClock.now
            let output = try work(input)
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            Benchmark.blackHole(output)
            if let bytes { benchmark.measurement(speed, Int(Double(bytes(input)) / seconds)) }
        }
    } setup: {
        orStop(name) {
            let input = try input()
            try check(input, work(input))
            return input
        }
    }
}

/// What `body` gives. If it throws, the process of this one benchmark ends with a message: the tool that runs the benchmarks
/// reports an error that is thrown, but exits 0 all the same.
private func orStop<Result>(_ name: String, _ body: () throws -> Result) -> Result {
    do {
        return try body()
    } catch {
        FileHandle.standardError.write(Data("error: benchmark \"\(name)\": \(error)\n".utf8))
        exit(1)
    }
}

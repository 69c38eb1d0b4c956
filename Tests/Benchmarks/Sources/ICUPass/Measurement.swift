import Foundation

/// The times of one pass over the same texts, run again and again.
struct Measurement {
    /// What the pass counted.
    var found: Int
    /// Wall-clock seconds of each run.
    var seconds: [Double] = []
    /// Seconds of processor time of each run, over all threads.
    var processorSeconds: [Double] = []

    enum Failure: Error {
        /// A pass that counts differently from run to run measures nothing.
        case unsteady(pass: String, first: Int, later: Int)
    }

    /// Times one run of `work`, which must find what the first one found.
    mutating func add(_ pass: Pass, _ work: () throws -> Int) throws {
        let processor = Self.processorTime()
        let start = ContinuousClock.now
        let later = try work()
        let elapsed = ContinuousClock.now - start
        guard later == found else { throw Failure.unsteady(pass: pass.rawValue, first: found, later: later) }
        seconds.append(elapsed / .seconds(1))
        processorSeconds.append(Self.processorTime() - processor)
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The middle value, or the mean of the two in the middle. There is at least one.
    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return 0.5 * (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2])
    }
}

/// One line of output.
struct Line: Encodable {
    var pass: String
    var texts: Int
    var bytes: Int
    /// Pieces between word boundaries; nil for the featurizer.
    var tokens: Int?
    /// Entries of the word and n-gram matrices; nil for ICU.
    var entries: Int?
    var threads: Int
    var repeats: Int
    /// Medians over the runs.
    var seconds: Double
    var processorSeconds: Double
    /// 10⁶ bytes a second: of wall-clock time, of that times the threads, and of processor time.
    var megabytesPerSecond: Double
    var megabytesPerSecondPerCore: Double
    var megabytesPerProcessorSecond: Double
    /// Median over the rounds of this pass's seconds by those of ICU's pass in the same round.
    var timesICU: Double

    init(_ pass: Pass, _ texts: FieldTexts, _ measured: Measurement, icu: Measurement, threads: Int) {
        let megabytes = Double(texts.byteCount) * 1e-6
        self.pass = pass.rawValue
        self.texts = texts.segmentCount
        bytes = texts.byteCount
        tokens = pass == .featurize ? nil : measured.found
        entries = pass == .featurize ? measured.found : nil
        self.threads = threads
        repeats = measured.seconds.count
        seconds = Self.rounded(Measurement.median(measured.seconds))
        processorSeconds = Self.rounded(Measurement.median(measured.processorSeconds))
        megabytesPerSecond = Self.rounded(megabytes / Measurement.median(measured.seconds))
        megabytesPerSecondPerCore = Self.rounded(megabytes / Measurement.median(measured.seconds) / Double(threads))
        megabytesPerProcessorSecond = Self.rounded(megabytes / Measurement.median(measured.processorSeconds))
        timesICU = Self.rounded(Measurement.median(zip(measured.seconds, icu.seconds).map { $0 / $1 }))
    }

    private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
}

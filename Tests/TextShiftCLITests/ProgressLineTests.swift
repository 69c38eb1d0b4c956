import Testing
import TextShift

@testable import TextShiftCLI

@Suite("The line of progress")
struct ProgressLineTests {
    @Test("Stages keep shares of the whole")
    func shares() {
        let sum = AnalysisStage.allCases.reduce(0) { $0 + ProgressLine.usualShare(of: $1) }
        #expect(abs(sum - 1) < 1e-9)
        for stage in AnalysisStage.allCases where stage != .scoring { #expect(ProgressLine.usualShare(of: stage) > 0) }
    }

    @Test("What is behind tells how long is left, and how fast")
    func estimate() {
        // Reading and featurizing are 42% of the whole, so it takes 10 s, of which 6 are over.
        #expect(
            ProgressLine.text(AnalysisProgress(stage: .fitting), stageStart: 4.2, elapsed: 6, bytes: 20_000_000)
                == "[3/8] fitting  6 s  2.0 MB/s  about 4 s left")
    }

    @Test("No estimate without a ground for one")
    func noEstimate() {
        #expect(
            ProgressLine.text(AnalysisProgress(stage: .reading), stageStart: 0, elapsed: 9, bytes: 1_000_000)
                == "[1/8] reading  9 s")
        #expect(
            ProgressLine.text(AnalysisProgress(stage: .featurizing), stageStart: 0.1, elapsed: 0.5, bytes: nil)
                == "[2/8] featurizing…")
        #expect(
            ProgressLine.text(AnalysisProgress(stage: .fitting), stageStart: 4.2, elapsed: 6, bytes: nil)
                == "[3/8] fitting  6 s")
    }

    @Test("A run that takes longer than it should promises nothing")
    func overdue() {
        #expect(
            ProgressLine.text(AnalysisProgress(stage: .fitting), stageStart: 5.3, elapsed: 60, bytes: 1_000_000)
                == "[3/8] fitting  60 s  0.1 MB/s")
    }

    @Test("A stage that counts its bytes is told by them")
    func counted() {
        #expect(
            ProgressLine.text(
                AnalysisProgress(stage: .scoring, bytes: (30_000_000, 120_000_000)), stageStart: 4, elapsed: 10, bytes: 9)
                == "scoring  10 s  5.0 MB/s  about 18 s left")
    }
}

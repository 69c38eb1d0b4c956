import Benchmark

/// All benchmarks of the modules, in the order of the pipeline.
let benchmarks: @Sendable () -> Void = {
    recordBenchmarks()
    tokenBenchmarks()
    featureBenchmarks()
    modelBenchmarks()
    analysisBenchmarks()
}

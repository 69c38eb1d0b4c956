// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that who builds or depends on textshift never fetches the benchmark library.
let package = Package(
    name: "textshift-benchmarks",
    products: [.executable(name: "icu-pass", targets: ["ICUPass"])],
    dependencies: [
        .package(name: "textshift", path: "../.."),
        // Without its traits: they replace malloc and the retain and release of Swift, which is not the program measured.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
    ],
    targets: [
        .target(name: "CBareICU", linkerSettings: [.linkedLibrary("icuuc")]),
        .target(name: "BareICU", dependencies: ["CBareICU"]),
        .executableTarget(
            name: "ICUPass",
            dependencies: [
                "BareICU", .product(name: "TextShiftModules", package: "textshift"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "ModuleBenchmarks",
            dependencies: [
                "BareICU", .product(name: "TextShiftModules", package: "textshift"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            // Where the plugin looks for benchmarks.
            path: "Benchmarks/ModuleBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ],
    swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.1
import PackageDescription

// For --version: what was built.
let commit = Context.gitInformation.map { $0.currentCommit.prefix(12) + ($0.hasUncommittedChanges ? "+" : "") } ?? ""

let package = Package(
    name: "textshift",
    products: [
        .library(name: "TextShift", targets: ["TextShift"]),
        .executable(name: "textshift", targets: ["TextShiftCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        // Libraries of the system.
        .systemLibrary(name: "CICULibrary", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .target(name: "CICU", dependencies: ["CICULibrary"]),
        // Releases of others, unchanged, with their licences; found by their folders' names.
        .target(
            name: "CSimdjson", exclude: ["simdjson/LICENSE", "simdjson/LICENSE-MIT"],
            cxxSettings: [.headerSearchPath("simdjson")]),
        .target(name: "CElementaryFunctions", exclude: ["musl"]),

        .target(name: "CPrefetch"),

        // From corpus to report; each target imports only those above it.
        .target(name: "ParallelWork"),
        .target(name: "ElementaryFunctions", dependencies: ["CElementaryFunctions"]),
        .target(name: "Statistics", dependencies: ["ElementaryFunctions"]),
        .target(name: "TextRecords", dependencies: ["CICU", "CSimdjson", "CXXHash", "CZlib", "CZstd", "ParallelWork"]),
        .target(name: "TextTokens", dependencies: ["CICU"]),
        .target(name: "SparseFeatures", dependencies: ["TextTokens", "ParallelWork", "ElementaryFunctions"]),
        .target(
            name: "ShiftModel",
            dependencies: ["SparseFeatures", "Statistics", "ElementaryFunctions", "ParallelWork", "CPrefetch", "CXXHash"]),
        .target(name: "ImportanceWeights", dependencies: ["Statistics", "ElementaryFunctions"]),
        .target(
            name: "ShiftEstimates",
            dependencies: [
                "Statistics", "ElementaryFunctions", "SparseFeatures", "ShiftModel", "ImportanceWeights", "ParallelWork",
            ]),
        // The only place that joins the stages.
        .target(
            name: "ShiftPipeline",
            dependencies: [
                "ParallelWork", "Statistics", "ElementaryFunctions", "TextRecords", "TextTokens", "SparseFeatures",
                "ShiftModel",
                "ImportanceWeights", "ShiftEstimates",
            ]),
        // The page's files are part of the binary, so that no bundle has to be next to it.
        .target(
            name: "ShiftReport",
            dependencies: [
                "ShiftPipeline", "ShiftModel", "Statistics", "ElementaryFunctions", "ImportanceWeights", "TextRecords",
                "TextTokens", .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Page/page.mustache"), .embedInCode("Page/row.mustache"), .embedInCode("Page/terms.mustache"),
                .embedInCode("Page/page.css"), .embedInCode("Page/page.js"),
            ]),
        .target(
            name: "AnalysisFolder",
            dependencies: [
                "ShiftReport", "ShiftPipeline", "ShiftModel", "Statistics", "ImportanceWeights", "TextRecords", "ParallelWork",
            ]),
        // What a library user imports.
        .target(
            name: "TextShift",
            dependencies: [
                "AnalysisFolder", "ShiftReport", "ShiftPipeline", "ShiftModel", "Statistics", "ImportanceWeights",
                "TextRecords",
                "TextTokens",
            ]),
        .target(name: "COutOfMemory"),
        .target(name: "CBuildCommit", cSettings: [.define("TEXTSHIFT_COMMIT", to: "\"\(commit)\"")]),
        .executableTarget(
            name: "TextShiftCLI",
            dependencies: [
                "CBuildCommit", "COutOfMemory", "ParallelWork", "TextShift",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "ParallelWorkTests", dependencies: ["ParallelWork"]),
        .testTarget(name: "TextRecordsTests", dependencies: ["TextRecords", "CZlib", "ParallelWork", "TestSupport"]),
        .testTarget(name: "TextTokensTests", dependencies: ["TextTokens", "CICU", "TestSupport"]),
        .testTarget(
            name: "SparseFeaturesTests", dependencies: ["SparseFeatures", "TextTokens", "ParallelWork", "TestSupport"]),
        .testTarget(name: "ShiftModelTests", dependencies: ["ShiftModel", "SparseFeatures", "ParallelWork", "TestSupport"]),
        .testTarget(name: "ElementaryFunctionsTests", dependencies: ["ElementaryFunctions", "TestSupport"]),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"]),
        .testTarget(name: "ImportanceWeightsTests", dependencies: ["ImportanceWeights", "Statistics", "TestSupport"]),
        .testTarget(
            name: "ShiftEstimatesTests",
            dependencies: [
                "ShiftEstimates", "ShiftModel", "SparseFeatures", "Statistics", "ImportanceWeights", "ParallelWork",
                "TestSupport",
            ]),
        .testTarget(
            name: "ShiftPipelineTests",
            dependencies: ["ShiftPipeline", "ShiftReport", "AnalysisFolder", "TestSupport", "ShiftEstimates"]),
        .testTarget(
            name: "ShiftReportTests", dependencies: ["ShiftReport", "ShiftPipeline", "ImportanceWeights", "TestSupport"],
            exclude: ["Snapshots"]),
        .testTarget(name: "AnalysisFolderTests", dependencies: ["AnalysisFolder", "ShiftEstimates", "TestSupport"]),
        .testTarget(name: "TextShiftTests", dependencies: ["TextShift", "TestSupport"]),
        .testTarget(
            name: "TextShiftCLITests",
            dependencies: [
                "TextShiftCLI", "TextShift", "AnalysisFolder", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Snapshots"]),
        // What the tests share, and its own tests.
        .target(name: "TestSupport", dependencies: ["Statistics"], path: "Tests/Support"),
        .testTarget(name: "SupportTests", dependencies: ["TestSupport"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// `./dev portable` prepares a folder of static parts, and sets this to it.
if let parts = Context.environment["TEXTSHIFT_PORTABLE"], let symbols = Context.environment["TEXTSHIFT_PORTABLE_SYMBOLS"] {
    let names = symbols.split(separator: " ")
    package.targets.append(
        .target(
            name: "CPortableData",
            cSettings: [
                .define("TEXTSHIFT_ICU_DATA", to: "\"\(parts)/icu.dat\""), .define("TEXTSHIFT_ICU_SYMBOL", to: "\(names[0])"),
                .define("TEXTSHIFT_FOUNDATION_SYMBOL", to: "\(names[1])"), .define("TEXTSHIFT_ICU_CHECKSUM", to: "\(names[2])"),
            ]))
    package.targets.first { $0.name == "TextShiftCLI" }?.dependencies.append("CPortableData")
}

// Needed only by some commands of `./dev`, and never fetched or built when textshift is built or used as a dependency. They are
// targets of this package, and not packages of their own, because they use its internals.

if Context.environment["TEXTSHIFT_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}

if Context.environment["TEXTSHIFT_FUZZ"] != nil {
    // Only what it calls: each execution looks at every counter that is linked.
    package.targets.append(
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                "ParallelWork", "TextRecords", "TextTokens", "ShiftModel", "ShiftPipeline", "ShiftReport", "ShiftEstimates",
                "AnalysisFolder",
                "CSimdjson",
            ],
            path: "Tests/Fuzz/Sources/Fuzz"))
}

if Context.environment["TEXTSHIFT_BENCHMARKS"] != nil {
    // Without its traits: they replace malloc and Swift's retain and release, which would not be the program to measure.
    package.dependencies.append(.package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
    package.products.append(.executable(name: "icu-pass", targets: ["ICUPass"]))
    package.targets += [
        .target(name: "CBareICU", path: "Tests/Benchmarks/Sources/CBareICU", linkerSettings: [.linkedLibrary("icuuc")]),
        .target(name: "BareICU", dependencies: ["CBareICU"], path: "Tests/Benchmarks/Sources/BareICU"),
        .executableTarget(
            name: "ICUPass",
            dependencies: [
                "BareICU", "ParallelWork", "SparseFeatures", "TextRecords", "TextTokens",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Tests/Benchmarks/Sources/ICUPass"),
        .executableTarget(
            name: "ModuleBenchmarks",
            dependencies: [
                "BareICU", "TextShift", "ParallelWork", "Statistics", "SparseFeatures", "ShiftModel", "ImportanceWeights",
                "TextRecords", "TextTokens", .product(name: "Benchmark", package: "benchmark"),
            ], path: "Tests/Benchmarks/Benchmarks/ModuleBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ]
}

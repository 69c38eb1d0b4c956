// swift-tools-version: 6.1
import PackageDescription

// For --version: what was built.
let commit = Context.gitInformation.map { $0.currentCommit.prefix(12) + ($0.hasUncommittedChanges ? "+" : "") } ?? ""

let package = Package(
    name: "textshift",
    products: [
        .library(name: "TextShift", targets: ["TextShift"]),
        // The stages one by one, for Tests/Benchmarks: another package can import only what is in a product.
        .library(
            name: "TextShiftModules",
            targets: [
                "ParallelWork", "TextRecords", "TextTokens", "SparseFeatures", "ShiftModel", "ImportanceWeights",
                "ShiftEstimates", "ShiftReport", "TextShift",
            ]),
        // For Tests/Fuzz, and no more than it calls: each execution looks at every counter that is linked.
        .library(name: "TextShiftFuzzed", targets: ["ParallelWork", "TextRecords", "TextTokens", "ShiftModel", "ShiftReport"]),
        .executable(name: "textshift", targets: ["TextShiftCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        // Libraries of the system.
        .systemLibrary(name: "CICULibrary", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        // No pkg-config here: simdjson.pc holds a -D flag that SwiftPM warns about at each build.
        .systemLibrary(name: "CSimdjsonLibrary", providers: [.apt(["libsimdjson-dev"])]),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CICU", dependencies: ["CICULibrary"]),
        .target(
            name: "CSimdjson", dependencies: ["CSimdjsonLibrary"], linkerSettings: [.linkedLibrary("simdjson")]),

        .target(name: "CPrefetch"),

        // Corpus to report; each target imports only what stands above it.
        .target(name: "ParallelWork"),
        .target(name: "TextRecords", dependencies: ["CICU", "CSimdjson", "CXXHash", "CZlib", "ParallelWork"]),
        .target(name: "TextTokens", dependencies: ["CICU"]),
        .target(name: "SparseFeatures", dependencies: ["TextTokens", "ParallelWork"]),
        .target(name: "ShiftModel", dependencies: ["SparseFeatures", "ParallelWork", "CPrefetch", "CXXHash"]),
        .target(name: "ImportanceWeights"),
        .target(
            name: "ShiftEstimates", dependencies: ["SparseFeatures", "ShiftModel", "ImportanceWeights", "ParallelWork"]),
        // The page's files are part of the binary: no bundle has to lie beside it.
        .target(
            name: "ShiftReport", dependencies: [.product(name: "Mustache", package: "swift-mustache")],
            resources: [
                .embedInCode("Page/page.mustache"), .embedInCode("Page/row.mustache"), .embedInCode("Page/terms.mustache"),
                .embedInCode("Page/page.css"), .embedInCode("Page/page.js"),
            ]),
        .target(
            name: "TextShift",
            dependencies: [
                "ParallelWork", "TextRecords", "TextTokens", "SparseFeatures", "ShiftModel", "ImportanceWeights",
                "ShiftEstimates", "ShiftReport",
            ]),
        .target(name: "COutOfMemory"),
        .target(name: "CBuildCommit", cSettings: [.define("TEXTSHIFT_COMMIT", to: "\"\(commit)\"")]),
        .executableTarget(
            name: "TextShiftCLI",
            dependencies: [
                "CBuildCommit", "COutOfMemory", "TextShift", "TextRecords", "ImportanceWeights", "ShiftModel", "ShiftEstimates",
                "ShiftReport",
                "TextTokens",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "ParallelWorkTests", dependencies: ["ParallelWork"]),
        .testTarget(name: "TextRecordsTests", dependencies: ["TextRecords", "CZlib", "ParallelWork"]),
        .testTarget(name: "TextTokensTests", dependencies: ["TextTokens", "CICU"]),
        .testTarget(name: "SparseFeaturesTests", dependencies: ["SparseFeatures", "TextTokens", "ParallelWork"]),
        .testTarget(name: "ShiftModelTests", dependencies: ["ShiftModel", "SparseFeatures", "ParallelWork"]),
        .testTarget(name: "ImportanceWeightsTests", dependencies: ["ImportanceWeights"]),
        .testTarget(
            name: "ShiftEstimatesTests",
            dependencies: ["ShiftEstimates", "ShiftModel", "SparseFeatures", "ImportanceWeights", "ParallelWork"]),
        .testTarget(name: "ShiftReportTests", dependencies: ["ShiftReport"], exclude: ["Snapshots"]),
        .testTarget(
            name: "TextShiftTests",
            dependencies: [
                "TextShift", "TextRecords", "ShiftReport", "ShiftEstimates", "ImportanceWeights", "SparseFeatures", "ParallelWork",
            ]),
        .testTarget(
            name: "TextShiftCLITests",
            dependencies: ["TextShiftCLI", "TextShift", "TextRecords", "ShiftReport", "ImportanceWeights"],
            exclude: ["Snapshots"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// `./dev docs` asks for the plugin; who builds or depends on textshift never fetches it.
if Context.environment["TEXTSHIFT_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}

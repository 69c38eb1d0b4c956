// swift-tools-version: 6.1
import PackageDescription

// A package of its own: its one program can only be linked with libFuzzer, which has the main function.
let package = Package(
    name: "textshift-fuzz",
    dependencies: [.package(name: "textshift", path: "../..")],
    targets: [
        .executableTarget(
            name: "Fuzz", dependencies: [.product(name: "TextShiftFuzzed", package: "textshift")])
    ],
    swiftLanguageModes: [.v6]
)

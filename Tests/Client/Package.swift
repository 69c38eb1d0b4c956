// swift-tools-version: 6.1
import PackageDescription

// Somebody else's package: it imports TextShift and nothing else of it. `./dev test` copies it out of the repository, builds it
// without a warning, and runs it.
let package = Package(
    name: "client",
    dependencies: [.package(name: "textshift", path: Context.environment["TEXTSHIFT"] ?? "../..")],
    targets: [
        .executableTarget(name: "Client", dependencies: [.product(name: "TextShift", package: "textshift")])
    ],
    swiftLanguageModes: [.v6]
)

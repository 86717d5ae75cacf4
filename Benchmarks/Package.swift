// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that who uses Hilum resolves none of what its measurements need.
let package = Package(
    name: "hilum-benchmarks",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "openi", targets: ["OpenIBenchmark"]),
        .executable(name: "throughput", targets: ["Throughput"]),
        .executable(name: "edits", targets: ["EditBenchmark"]),
        .executable(name: "findings", targets: ["FindingBenchmark"]),
    ],
    dependencies: [
        .package(name: "hilum", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    ],
    targets: [
        .executableTarget(
            name: "OpenIBenchmark",
            dependencies: [
                .product(name: "HilumOpenI", package: "hilum"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "Throughput",
            dependencies: [
                .product(name: "Hilum", package: "hilum"),
                .product(name: "HilumModel", package: "hilum"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // Knows nothing of Hilum: it must not read reports with what it tests.
        .target(name: "ReportEdits"),
        .executableTarget(
            name: "EditBenchmark",
            dependencies: [
                "ReportEdits",
                .product(name: "Hilum", package: "hilum"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "FindingBenchmark",
            dependencies: [
                .product(name: "Hilum", package: "hilum"),
                .product(name: "HilumGeneration", package: "hilum"),
                .product(name: "HilumModel", package: "hilum"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "ReportEditsTests", dependencies: ["ReportEdits"]),
    ],
    swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.1
import PackageDescription

// A build that is kept compiles a module anew when one of the modules that are named here has changed, not when it sees a change through
// another: what stands in the layers below is named in full.
let ontology: [Target.Dependency] = ["HilumOntology", "HilumText"]
let extraction = ["HilumExtraction"] + ontology
let scoring = ["HilumMetrics", "HilumScoring"] + extraction
let reports = ["HilumReports"] + scoring
let hilum = ["Hilum"] + reports

let package = Package(
    name: "hilum",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Hilum", targets: ["Hilum"]),
        .library(name: "HilumJudge", targets: ["HilumJudge"]),
        .library(name: "HilumGeneration", targets: ["HilumGeneration"]),
        .library(name: "HilumModel", targets: ["HilumModel"]),
        .library(name: "HilumOpenI", targets: ["HilumOpenI"]),
        // `make library` calls it libhilum, as which SwiftPM takes it for the command.
        .library(name: "HilumC", type: .dynamic, targets: ["HilumC"]),
        .executable(name: "hilum", targets: ["HilumCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

        // The compiled ontology, embedded as bytes; `make ontology` writes it.
        .target(name: "OntologyData", exclude: ["ontology.sqlite"]),
        // Bytes, words and numbers of a text; all other modules cut text by it.
        .target(name: "HilumText"),
        .target(name: "HilumOntology", dependencies: ["CSQLite", "HilumText", "OntologyData"]),
        .target(name: "HilumExtraction", dependencies: ontology),
        // The field's measures over plain values: texts, sets, labels, boxes, scores. It knows nothing of radiographs.
        .target(name: "HilumMetrics", exclude: ["README.md"]),
        .target(name: "HilumScoring", dependencies: ["HilumMetrics"] + extraction),
        // Style and script of the page of scores, embedded as bytes.
        .target(name: "PageAssets", exclude: ["page"]),
        .target(name: "HilumReports", dependencies: ["PageAssets"] + scoring),
        .target(name: "Hilum", dependencies: reports),
        // Asks a language model over HTTP; a product of its own, so that nobody else has a network client.
        .target(name: "HilumJudge", dependencies: ["CSQLite", "CurlShim"] + hilum, exclude: ["README.md"]),
        // Loads libcurl when it is first needed, and calls it.
        .target(name: "CurlShim", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        // The networks of the bundled model: images and tokens in, probabilities out. It knows nothing of reports.
        .target(name: "HilumModel", dependencies: ["BLASShim", "ImageShim"]),
        // Loads OpenBLAS when it is first needed, on one thread, and calls it.
        .target(name: "BLASShim", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        // Loads libpng and libturbojpeg when they are first needed, and calls them.
        .target(name: "ImageShim", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        // The bundled model's checkpoint, embedded as bytes; `make train` writes it.
        .target(name: "ModelData", exclude: ["model", "README.md"]),
        // Findings to reports, by the bundled model or another; a product of its own, so that nobody else carries the weights.
        .target(name: "HilumGeneration", dependencies: ["HilumModel", "ModelData"] + hilum, exclude: ["README.md"]),
        // The library for callers of C, and its header.
        .target(name: "HilumC", dependencies: hilum, exclude: ["include"]),
        .systemLibrary(name: "CHilum", path: "Sources/HilumC/include"),

        // Kept apart, so that only who reads Open-i links libxml2.
        .target(name: "HilumOpenI", dependencies: ["CLibXML2"]),
        .executableTarget(
            name: "HilumCommand",
            dependencies: ["HilumGeneration", "HilumJudge", "HilumModel"] + hilum + [
                .product(name: "ArgumentParser", package: "swift-argument-parser")
            ]),

        .target(name: "HilumTestSupport", dependencies: ["HilumMetrics"] + ontology, path: "Tests/HilumTestSupport"),
        .testTarget(name: "HilumTextTests", dependencies: ["HilumTestSupport", "HilumText"]),
        .testTarget(name: "HilumOntologyTests", dependencies: ontology),
        .testTarget(name: "HilumExtractionTests", dependencies: ["HilumTestSupport"] + extraction),
        .testTarget(name: "HilumMetricsTests", dependencies: ["HilumMetrics", "HilumTestSupport"]),
        .testTarget(name: "HilumScoringTests", dependencies: ["HilumTestSupport"] + scoring),
        .testTarget(name: "HilumReportsTests", dependencies: ["HilumTestSupport"] + reports),
        .testTarget(name: "HilumJudgeTests", dependencies: ["HilumJudge", "HilumTestSupport"] + hilum),
        .testTarget(name: "HilumModelTests", dependencies: ["HilumModel", "HilumTestSupport"]),
        .testTarget(name: "HilumGenerationTests", dependencies: ["HilumGeneration", "HilumModel", "HilumTestSupport"] + hilum),
        .testTarget(name: "HilumOpenITests", dependencies: ["HilumOpenI", "HilumTestSupport"]),
        .testTarget(name: "HilumTests", dependencies: ["HilumTestSupport"] + hilum),
        .testTarget(
            name: "HilumCTests", dependencies: ["CHilum", "HilumC", "HilumTestSupport"] + hilum, exclude: ["Programs"]),
        .testTarget(
            name: "HilumCommandTests",
            dependencies: ["CHilum", "HilumC", "HilumCommand", "HilumGeneration", "HilumJudge", "HilumModel", "HilumTestSupport"]
                + hilum),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x  // #embed
)

// swift-tools-version: 6.1
import PackageDescription

// The arrow of imports goes one way: BalanceModel <- ModelFiles, Wording, Simulation <- Explorer, Reports, Store;
// CellGrid <- Explorer, Reports, Terminal; fulcrum imports all. Each is a target, so the compiler holds the direction.
//
// FULCRUM_STRICT makes warnings of our own targets errors: for the tests, not for whoever builds with a newer compiler.
let isStrict = Context.environment["FULCRUM_STRICT"] != nil
let strict: [SwiftSetting] =
    [.swiftLanguageMode(.v6)] + (isStrict ? [.unsafeFlags(["-warnings-as-errors"])] : [])
let strictC: [CSetting] = isStrict ? [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])] : []

let package = Package(
    name: "fulcrum",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "fulcrum", targets: ["fulcrum"]),
        .library(name: "BalanceModel", targets: ["BalanceModel"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"),
    ],
    targets: [
        .systemLibrary(
            name: "NcursesLibrary", pkgConfig: "ncursesw",
            providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
        .target(name: "CursesShim", dependencies: ["NcursesLibrary"], cSettings: strictC),
        .target(name: "Assets", path: "Assets", exclude: ["man"], cSettings: strictC + [.unsafeFlags(["-std=c23"])]),
        .target(name: "BalanceModel", swiftSettings: strict),
        .target(name: "CellGrid", swiftSettings: strict),
        .target(
            name: "ModelFiles", dependencies: ["BalanceModel", "Assets", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "Wording", dependencies: ["BalanceModel"], swiftSettings: strict),
        .target(name: "SampleKernels"),
        .target(name: "Simulation", dependencies: ["BalanceModel", "SampleKernels"], swiftSettings: strict),
        .target(name: "Reports", dependencies: ["BalanceModel", "CellGrid", "Wording"], swiftSettings: strict),
        .target(
            name: "Explorer", dependencies: ["BalanceModel", "CellGrid", "Wording", "Simulation"],
            swiftSettings: strict),
        .target(name: "Store", dependencies: ["BalanceModel", "ModelFiles", "Wording"], swiftSettings: strict),
        .target(name: "Terminal", dependencies: ["CellGrid", "CursesShim"], swiftSettings: strict),
        .executableTarget(
            name: "fulcrum",
            dependencies: [
                "BalanceModel", "CellGrid", "ModelFiles", "Wording", "Simulation", "Reports", "Explorer", "Store",
                "Terminal", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "fulcrum-benchmark",
            dependencies: [
                "BalanceModel", "ModelFiles", "Simulation", "Reports", "Explorer", "CellGrid",
                .product(name: "Benchmark", package: "swift-benchmark"),
            ],
            swiftSettings: strict),

        .systemLibrary(
            name: "VtermLibrary", path: "Tests/VtermLibrary", pkgConfig: "vterm",
            providers: [.apt(["libvterm-dev"]), .brew(["libvterm"])]),
        .target(name: "PseudoTerminal", dependencies: ["VtermLibrary"], path: "Tests/PseudoTerminal"),
        .testTarget(name: "BalanceModelTests", dependencies: ["BalanceModel"], swiftSettings: strict),
        .testTarget(name: "CellGridTests", dependencies: ["CellGrid"], swiftSettings: strict),
        .testTarget(
            name: "ModelFilesTests", dependencies: ["ModelFiles", "Explorer", "CellGrid"], swiftSettings: strict),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "ModelFiles"], swiftSettings: strict),
        .testTarget(name: "SimulationTests", dependencies: ["Simulation", "ModelFiles"], swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "ModelFiles"], exclude: ["Expected"],
            swiftSettings: strict),
        .testTarget(
            name: "ExplorerTests", dependencies: ["Explorer", "ModelFiles"], exclude: ["Screens"],
            swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Explorer", "CellGrid", "Wording", "ModelFiles", "fulcrum"],
            swiftSettings: strict),
        .testTarget(name: "StoreTests", dependencies: ["Store", "ModelFiles"], swiftSettings: strict),
        .executableTarget(
            name: "terminal-probe", dependencies: ["Terminal", "CellGrid"], path: "Tests/TerminalProbe",
            swiftSettings: strict),
        .testTarget(
            name: "TerminalTests", dependencies: ["Terminal", "PseudoTerminal", "fulcrum", "terminal-probe"],
            swiftSettings: strict),
    ]
)

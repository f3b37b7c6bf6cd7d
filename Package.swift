// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ module: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource]? = nil
) -> Target {
  .testTarget(
    name: module + "Tests", dependencies: [.target(name: module)] + dependencies,
    exclude: exclude, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "ctsite",
  products: [
    .executable(name: "ctsite", targets: ["ctsite"]),
    // For Benchmarks/, which measures parts of a build alone.
    .library(
      name: "SiteModules",
      targets: [
        "SiteBuild", "SiteCache", "SiteConcurrency", "SiteContent", "SiteDiagnostics", "SiteDigest",
        "SiteFiles", "SiteHTML", "SiteMarkdown", "SiteModel", "SiteSearch", "SiteTemplate",
        "SiteText",
      ]),
    .library(name: "CCMarkGFM", targets: ["CCMarkGFM"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(
      name: "CPango", pkgConfig: "cairo-ft", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),

    library("SiteDiagnostics", ["SiteHTML"]),
    library("SiteHTML"),
    library("SiteConcurrency"),
    library("SiteFiles", ["SiteConcurrency", "SiteDiagnostics", "CLinux"]),
    library("SiteDigest", ["CCrypto", "CXXHash"]),
    library("SiteCache", ["SiteDigest", "SiteFiles"]),
    library("SiteText", ["SiteHTML"]),
    library("SiteCharts", ["SiteDiagnostics", "SiteHTML", "SiteText"]),
    library("SiteYAML", ["SiteDiagnostics", "CYAML"]),
    library("SiteModel", ["SiteCache", "SiteDiagnostics", "SiteHTML", "SiteText"]),
    library(
      "SiteContent",
      [
        "SiteCache", "SiteConcurrency", "SiteDiagnostics", "SiteDigest", "SiteFiles", "SiteText",
        "SiteYAML", "SiteModel",
      ]),
    library(
      "SiteMarkdown",
      ["SiteCache", "SiteDiagnostics", "SiteHTML", "SiteText", "SiteModel", "CCMarkGFM"]),
    library(
      "SiteTemplate",
      [
        "SiteCache", "SiteConcurrency", "SiteDiagnostics", "SiteDigest", "SiteHTML", "SiteText",
        "SiteYAML",
      ]),
    library(
      "SiteSearch",
      [
        "SiteCache", "SiteConcurrency", "SiteDiagnostics", "SiteDigest", "SiteHTML", "SiteText",
        "CDeflate",
      ]),
    library("SiteCards", ["SiteDigest", "CDeflate", "CPango"]),
    library(
      "SiteBuild",
      [
        "SiteCache", "SiteCards", "SiteCharts", "SiteConcurrency", "SiteDiagnostics", "SiteDigest",
        "SiteFiles", "SiteHTML", "SiteText", "SiteModel", "SiteContent", "SiteMarkdown",
        "SiteSearch", "SiteTemplate", "CLinux",
      ]),
    library(
      "SiteCommandLine",
      [
        "SiteBuild", "SiteConcurrency", "SiteDiagnostics", "SiteHTML", "SiteModel", "SiteSearch",
        "SiteText", "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "ctsite", dependencies: ["SiteCommandLine"], swiftSettings: strict,
      // Takes the place of the C library's allocator. Debug builds do without, for sanitizers.
      linkerSettings: [.linkedLibrary("mimalloc", .when(configuration: .release))]),

    .target(
      name: "SiteTestSupport", path: "Tests/SiteTestSupport", swiftSettings: strict),
    tests("SiteDiagnostics"),
    tests("SiteHTML"),
    tests("SiteConcurrency"),
    tests("SiteDigest"),
    tests("SiteCache", ["SiteDigest"]),
    tests("SiteText", ["SiteHTML"]),
    tests("SiteCards", ["CDeflate", "CPango", "SiteText"]),
    tests("SiteCharts", ["SiteDiagnostics", "SiteHTML", "SiteTestSupport", "SiteText"]),
    tests("SiteYAML", ["SiteDiagnostics"]),
    tests("SiteModel", ["SiteText"]),
    tests(
      "SiteContent",
      [
        "SiteCache", "SiteConcurrency", "SiteDiagnostics", "SiteDigest", "SiteModel",
        "SiteTestSupport", "SiteText", "SiteYAML",
      ]),
    tests(
      "SiteMarkdown", ["SiteDiagnostics", "SiteHTML", "SiteText", "SiteModel"],
      resources: [.copy("Fixtures")]),
    tests(
      "SiteTemplate",
      ["SiteDiagnostics", "SiteHTML", "SiteTestSupport", "SiteText", "SiteYAML"]),
    tests("SiteSearch", ["SiteCache", "SiteConcurrency", "SiteDiagnostics", "SiteDigest"]),
    tests(
      "SiteBuild",
      [
        "SiteCache", "SiteCards", "SiteConcurrency", "SiteContent", "SiteDiagnostics",
        "SiteDigest", "SiteFiles", "SiteModel", "SiteTemplate", "SiteTestSupport", "SiteText",
      ],
      exclude: ["Fixtures", "Snapshots"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["ctsite", "SiteTestSupport"], swiftSettings: strict),
  ]
)

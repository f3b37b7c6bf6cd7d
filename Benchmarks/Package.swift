// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ctsite", path: "..")],
  targets: [
    .target(
      name: "BenchmarkFloor", dependencies: [.product(name: "CCMarkGFM", package: "ctsite")],
      swiftSettings: strict),
    .executableTarget(
      name: "build-floor", dependencies: ["BenchmarkFloor"], swiftSettings: strict),
    // It imports what modules do not show: a release build needs -Xswiftc -enable-testing.
    .executableTarget(
      name: "ctsite-benchmark",
      dependencies: ["BenchmarkFloor", .product(name: "SiteModules", package: "ctsite")],
      swiftSettings: strict),
  ]
)

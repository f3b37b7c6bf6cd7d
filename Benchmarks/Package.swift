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
    .executableTarget(
      name: "ctsite-benchmark", dependencies: [.product(name: "SiteSearch", package: "ctsite")],
      swiftSettings: strict)
  ]
)

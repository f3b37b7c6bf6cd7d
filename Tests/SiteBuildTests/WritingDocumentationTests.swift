import Foundation
import Testing

/// The guides for editors list every rule that content can break.
struct WritingDocumentationTests {
  private static let root = URL(filePath: Fixtures.folder + "/../..")
  /// Whose messages are about content; the theme's are for designers.
  private static let modules = [
    "SiteDiagnostics", "SiteYAML", "SiteContent", "SiteCharts", "SiteMarkdown", "SiteBuild",
  ]
  private static let themeMessages = "ThemeDiagnostics.swift"

  @Test(arguments: [
    ("Writing.md", "## When something is wrong"), ("Writing.ar.md", "## حين يقع خطأ"),
  ])
  func theTablesListTheRulesOfTheSources(guide: String, heading: String) throws {
    let page = try text(of: "Documentation/" + guide)
    let section = try #require(page.firstRange(of: heading))
    let listed = page[section.upperBound...].split(separator: "\n")
      .filter { $0.hasPrefix("| ") }
      .flatMap { row in
        row.dropFirst(2).prefix { $0 != "|" }.matches(of: /`([^`]+)`/).map { String($0.output.1) }
      }
    let known = try Self.modules.reduce(into: Set<String>()) {
      $0.formUnion(try self.rules(of: $1))
    }
    #expect(known.count > 100)
    #expect(Set(listed).symmetricDifference(known).sorted() == [])
    #expect(listed.count == Set(listed).count, "a rule is listed twice")
  }

  /// The ids with which a module makes diagnostics.
  private func rules(of module: String) throws -> Set<String> {
    let folder = Self.root.appending(path: "Sources/" + module)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    var rules: Set<String> = []
    for file in files where file.hasSuffix(".swift") && !file.hasSuffix(Self.themeMessages) {
      let source = try text(of: "Sources/\(module)/\(file)")
      let id =
        /(?:Diagnostic\(|vocabulary\(|rule: |rule: String = |Rule = )\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"/
      rules.formUnion(source.matches(of: id).map { String($0.output.1) })
    }
    return rules
  }

  private func text(of path: String) throws -> String {
    let data = try Data(contentsOf: Self.root.appending(path: path))
    return String(decoding: data, as: UTF8.self)
  }
}

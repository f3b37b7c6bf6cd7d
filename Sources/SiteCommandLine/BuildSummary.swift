import SiteBuild
import SiteDiagnostics

/// What a build prints when it is done.
struct BuildSummary {
  private let report: BuildReport
  private let output: String
  private let language: Wording.Language

  init(_ report: BuildReport, output: String, in language: Wording.Language) {
    self.report = report
    self.output = output
    self.language = language
  }

  func text(withStages: Bool) -> String {
    var lines = report.isPublished ? published : [failed]
    if withStages { lines += stages }
    return lines.map { $0 + "\n" }.joined()
  }

  private var published: [String] {
    let rows = report.languages.map { count in
      Wording(
        en:
          "  \(count.language)  \(counted(count.pages, "page")), \(counted(count.articles, "article"))",
        ar: "  \(count.language)  الصفحات: \(count.pages)، المقالات: \(count.articles)")
    }
    let total = Wording(
      en: "\(counted(report.fileCount, "file")) written to \(output)\(kept.english)",
      ar: "عدد الملفات المكتوبة: \(report.fileCount)، في \(output)\(kept.arabic)")
    return (rows + [total]).map { $0[language] } + warnings
  }

  private var kept: Wording {
    guard report.keptCount > 0 else { return Wording(en: "", ar: "") }
    return Wording(
      en: "; \(counted(report.keptCount, "other file")) left alone",
      ar: "؛ وملفات أخرى تُركت كما هي: \(report.keptCount)")
  }

  private var warnings: [String] {
    let count = report.diagnostics.count { $0.severity == .warning }
    guard count > 0 else { return [] }
    return [Wording(en: counted(count, "warning"), ar: "التحذيرات: \(count)")[language]]
  }

  private var failed: String {
    let count = report.diagnostics.count { $0.severity == .error }
    return Wording(
      en: "nothing was published: \(counted(count, "error"))",
      ar: "لم يُنشر شيء. عدد الأخطاء: \(count)")[language]
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private var stages: [String] {
    report.stages.map { stage in
      let seconds = stage.duration / .milliseconds(1)
      return "  \(stage.name): \(Int(seconds.rounded())) ms"
    }
  }
}

import SiteBuild
import SiteDiagnostics
import SiteText

/// What a build prints when it is done.
struct BuildSummary {
  private let report: BuildReport
  private let output: String

  init(_ report: BuildReport, output: String) {
    self.report = report
    self.output = output
  }

  /// - Parameter isVerbose: whether the report's notes are printed beside the summary, which then
  ///   has the times of the stages too.
  func lines(isVerbose: Bool) -> [Wording] {
    var lines = report.isPublished ? published(isVerbose: isVerbose) : [failed]
    if isVerbose { lines += stages }
    return lines
  }

  private func published(isVerbose: Bool) -> [Wording] {
    let rows = report.languages.map { count in
      Wording(
        en:
          "  \(count.language)  \(counted(count.pages, "page")), \(counted(count.articles, "article"))",
        ar: "  \(count.language)  الصفحات: \(count.pages)، المقالات: \(count.articles)")
    }
    let total = Wording(
      en: "\(counted(report.fileCount, "file")) written to \(output)\(kept.english)",
      ar: "عدد الملفات المكتوبة: \(report.fileCount)، في \(output)\(kept.arabic)")
    return rows + [total] + held(isVerbose: isVerbose) + warnings
  }

  /// Files that ctsite did not make, the first three by name.
  private var kept: Wording {
    guard !report.keptFiles.isEmpty else { return Wording(en: "", ar: "") }
    let names = report.keptFiles.prefix(3).map(\.withControlsShown)
    let rest = report.keptFiles.count > names.count ? ["…"] : []
    return Wording(
      en: "; \(counted(report.keptFiles.count, "other file")) left alone: "
        + (names + rest).joined(separator: ", "),
      ar: "؛ وملفات أخرى تُركت كما هي (\(report.keptFiles.count)): "
        + (names + rest).joined(separator: "، "))
  }

  /// What readers do not get, why, and how to see it.
  private func held(isVerbose: Bool) -> [Wording] {
    guard let held = report.held else { return [] }
    let now = held.clock.time == nil ? held.clock.isoDate : held.clock.rfc3339
    let reasons: [(count: Int, wording: Wording)] = [
      (
        held.drafts,
        Wording(
          en: "still in draft or under review (published with ‘--drafts’)",
          ar: "مسودات أو قيد المراجعة (لنشرها: --drafts)")
      ),
      (
        held.scheduled,
        Wording(
          en: "dated after \(now), which counts as now (published with ‘--future’, "
            + "or by another day with ‘--clock’)",
          ar: "مؤرخة بعد \(now)، وهو الوقت المعتمد (لنشرها: --future، ولتغيير الوقت: --clock)")
      ),
      (
        held.expired,
        Wording(
          en: "expired by \(now), which counts as now (another day with ‘--clock’)",
          ar: "انتهت مدتها قبل \(now)، وهو الوقت المعتمد (لتغييره: --clock)")
      ),
    ]
    let lines = reasons.filter { $0.count > 0 }.map { count, wording in
      Wording(
        en: "  \(counted(count, "work")) \(wording.english)",
        ar: "  \(wording.arabic): \(count)")
    }
    let heading =
      isVerbose
      ? Wording(en: "not published:", ar: "لم يُنشر:")
      : Wording(en: "not published (‘--verbose’ names them):", ar: "لم يُنشر (للأسماء: --verbose):")
    return [heading] + lines
  }

  private var warnings: [Wording] {
    let count = report.diagnostics.count { $0.severity == .warning }
    guard count > 0 else { return [] }
    return [Wording(en: counted(count, "warning"), ar: "التحذيرات: \(count)")]
  }

  private var failed: Wording {
    let count = report.diagnostics.count { $0.severity == .error }
    return Wording(
      en: "nothing was published: \(counted(count, "error"))",
      ar: "لم يُنشر شيء. عدد الأخطاء: \(count)")
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private var stages: [Wording] {
    report.stages.map { stage in
      let seconds = stage.duration / .milliseconds(1)
      let line = "  \(stage.name): \(Int(seconds.rounded())) ms"
      return Wording(en: line, ar: line)
    }
  }
}

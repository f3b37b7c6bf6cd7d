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

  /// - Parameters:
  ///   - isVerbose: whether the report's notes are printed beside the summary.
  ///   - showsTimings: whether the times of the stages are wanted.
  func lines(isVerbose: Bool, showsTimings: Bool) -> [Wording] {
    var lines = report.isPublished ? published(isVerbose: isVerbose) : [failed]
    if let explanation = report.explanation {
      lines.append(explanation.verdict)
      lines += explanation.changes.map {
        Wording(en: "  \($0.english)", ar: "  \($0.arabic)")
      }
    }
    if showsTimings { lines += timings }
    return lines
  }

  private func published(isVerbose: Bool) -> [Wording] {
    let rows = report.languages.map { count in
      Wording(
        en:
          "  \(count.language)  \(counted(count.pages, "page")), \(counted(count.articles, "article"))",
        ar: "  \(count.language)  الصفحات: \(count.pages)، المقالات: \(count.articles)")
    }
    return rows + [total] + held(isVerbose: isVerbose) + advice(isVerbose: isVerbose) + warnings
  }

  /// A note that matters to readers is said even where notes are not printed.
  private func advice(isVerbose: Bool) -> [Wording] {
    guard !isVerbose, let note = report.advice else { return [] }
    return [note.message]
      + (note.fix.map { [Wording(en: "  fix: \($0.english)", ar: "  العلاج: \($0.arabic)")] } ?? [])
  }

  private var total: Wording {
    let count = report.fileCount
    if report.isUnchanged {
      return Wording(
        en: "nothing changed since the last build: \(counted(count, "file")) in \(output)",
        ar: "لم يتغير شيء منذ البناء السابق. عدد الملفات: \(count)، في \(output)")
    }
    guard report.writtenCount < count else {
      return Wording(
        en: "\(counted(count, "file")) written to \(output)\(kept.english)",
        ar: "عدد الملفات المكتوبة: \(count)، في \(output)\(kept.arabic)")
    }
    return Wording(
      en: "\(report.writtenCount) of \(counted(count, "file")) written to \(output), "
        + "the rest unchanged\(kept.english)",
      ar: "عدد الملفات المكتوبة: \(report.writtenCount) من \(count)، في \(output)، "
        + "والباقي لم يتغير\(kept.arabic)")
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

  /// A table of the stages: by the clock, by the processors, and how many things were worked on.
  private var timings: [Wording] {
    let rows = report.stages.map { stage in
      [
        stage.stage.rawValue, seconds(stage.duration), seconds(stage.processorTime),
        stage.itemCount.map(String.init) ?? "",
      ]
    }
    let total = [
      "total", seconds(report.stages.reduce(.zero) { $0 + $1.duration }),
      seconds(report.stages.reduce(.zero) { $0 + $1.processorTime }), "",
    ]
    return table([["stage", "wall s", "CPU s", "items"]] + rows + [total]).map {
      Wording(en: $0, ar: $0)
    }
  }

  private func seconds(_ duration: Duration) -> String {
    let milliseconds = Int((duration / .milliseconds(1)).rounded())
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  /// Lines of columns, the first aligned to the left and the others to the right.
  private func table(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + padding : padding + cell.0
      }
      return "  " + cells.joined(separator: "  ")
    }
  }
}

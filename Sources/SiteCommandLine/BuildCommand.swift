import ArgumentParser
import SiteBuild
import SiteDiagnostics

/// `ctsite build`
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site into ‘public’.",
    discussion: """
      Errors in the content or the templates are all reported in one run, and leave the earlier \
      site as it was.

      Exit codes: 0 the site was built; 1 errors in content or templates; 2 wrong usage; \
      3 a failure of the machine, such as a full disk; 130 or 143 ended by a signal.
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var report: ReportOptions

  @Flag(help: "Print how long each stage took.")
  var timings = false

  @Option(
    help: ArgumentHelp(
      "Tell why a page was made anew, or was not: its address, its file, or its text in ‘content’.",
      valueName: "path"))
  var explain: String?

  func run() async throws {
    let interruption = Interruption()
    Signals.end(through: interruption)
    var options = try site.buildOptions()
    options.explainedPath = explain.map { path(of: $0, in: options.outputFolder) }
    let progress = report.quiet || report.format != .text ? nil : Progress(in: report.language)
    do throws(EnvironmentFailure) {
      try await BuildPipeline(
        options, interruption: interruption, whenWaiting: report.printWait,
        whenBegun: { progress?.begin($0) }
      ).run {
        progress?.end()
        end($0, output: options.outputFolder)
      }
    } catch {
      progress?.end()
      report.print(error)
      throw ExitStatus.environmentFailure
    }
  }

  /// Says what was found and built, and ends the process.
  private func end(_ result: BuildReport, output: String) -> Never {
    report.print(result.diagnostics)
    if report.format == .text, !report.quiet {
      let summary = BuildSummary(result, output: output)
      for line in summary.lines(isVerbose: report.verbose, showsTimings: timings) {
        Console.write(line, in: report.language, to: .output)
      }
    }
    (result.isPublished ? ExitStatus.success : .errorsFound).endProcess()
  }

  /// A file may be named as it lies in the output folder.
  private func path(of argument: String, in outputFolder: String) -> String {
    let absolute = SiteOptions.absolutePath(argument)
    return absolute.hasPrefix(outputFolder + "/")
      ? String(absolute.dropFirst(outputFolder.count + 1)) : argument
  }
}

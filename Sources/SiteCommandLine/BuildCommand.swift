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

  func run() async throws {
    let interruption = Interruption()
    Signals.end(through: interruption)
    let options = try site.buildOptions()
    let result = try await build(options, interruption)
    report.print(result.diagnostics)
    if report.format == .text, !report.quiet {
      let summary = BuildSummary(result, output: options.outputFolder)
      for line in summary.lines(isVerbose: report.verbose) {
        Console.write(line, in: report.language, to: .output)
      }
    }
    if !result.isPublished { throw ExitStatus.errorsFound }
  }

  private func build(
    _ options: BuildOptions, _ interruption: Interruption
  ) async throws -> BuildReport {
    do throws(EnvironmentFailure) {
      return try await BuildPipeline(
        options, interruption: interruption, whenWaiting: report.printWait
      ).run()
    } catch {
      report.print(error)
      throw ExitStatus.environmentFailure
    }
  }
}

import ArgumentParser
import SiteBuild
import SiteDiagnostics

/// `ctsite clean`
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Removes what builds keep for the next one.",
    discussion: """
      The cache lies in ‘.ctsite’ in the site's folder; the next build makes it anew. With \
      --output, the published site goes too: of that folder, the files that ctsite made and no \
      others.

      Exit codes: 0 done; 2 wrong usage; 3 a failure of the machine.
      """)

  @Option(help: ArgumentHelp("The site's folder, which holds ‘content’.", valueName: "folder"))
  var site = "."

  @Option(help: ArgumentHelp("Remove the site published in this folder too.", valueName: "folder"))
  var output: String?

  @OptionGroup var report: ReportOptions

  func run() async throws {
    let interruption = Interruption()
    Signals.end(through: interruption)
    let siteFolder = SiteOptions.absolutePath(site)
    guard SiteOptions.isFolder(siteFolder) else {
      throw ValidationError("‘--site \(site)’: there is no such folder.")
    }
    let cleaning = SiteCleaning(
      siteFolder: siteFolder, outputFolder: output.map(SiteOptions.absolutePath),
      jobs: SiteOptions.processors, interruption: interruption, whenWaiting: report.printWait)
    do throws(EnvironmentFailure) {
      let removed = try await cleaning.run()
      if !report.quiet { Console.write(summary(of: removed) + "\n", to: .output) }
    } catch {
      report.print(error)
      throw ExitStatus.environmentFailure
    }
  }

  private func summary(of removed: SiteCleaning.Report) -> String {
    let cache =
      removed.removedCache
      ? Wording(en: "cache removed", ar: "حُذف المخبأ")
      : Wording(en: "there was no cache", ar: "لم يكن هناك مخبأ")
    guard let count = removed.fileCount else { return cache[report.language] }
    let files = Wording(
      en: "; \(count) \(count == 1 ? "file" : "files") of the site removed",
      ar: "؛ وعدد ملفات الموقع المحذوفة: \(count)")
    return cache[report.language] + files[report.language]
  }
}

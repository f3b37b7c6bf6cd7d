import ArgumentParser
import Glibc
import SiteBuild
import SiteConcurrency
import SiteDiagnostics
import SiteText

/// Options that every command which reads a site has.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The site's folder, which holds ‘content’.", valueName: "folder"))
  var site = "."

  @Option(
    help: ArgumentHelp(
      "Where the site is written (default: ‘public’ in the site's folder).", valueName: "folder"))
  var output: String?

  @Flag(help: "Publish drafts too.")
  var drafts = false

  @Flag(help: "Publish works dated later than the clock too.")
  var future = false

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("The site's address, in place of that of site.yaml.", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "The moment that counts as now, in UTC unless it states an offset (default: the newest date in the content).",
      valueName: "date"))
  var clock: String?

  @Option(
    help: ArgumentHelp("How many workers to use (default: the number of cores).", valueName: "n"))
  var jobs: Int?

  /// The options as a build takes them.
  func buildOptions() throws -> BuildOptions {
    let siteFolder = absolutePath(site)
    var options = BuildOptions(
      siteFolder: siteFolder, outputFolder: output.map(absolutePath) ?? siteFolder + "/public",
      themeFolder: DefaultTheme.folder, jobs: try Jobs(jobCount()))
    options.includesDrafts = drafts
    options.includesFuture = future
    options.baseURL = try baseURL.map(checkedURL)
    options.clock = try clock.map(checkedDate)
    return options
  }

  private func jobCount() throws -> Int {
    guard let jobs else { return Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
    guard 1...256 ~= jobs else {
      throw ValidationError("‘--jobs \(jobs)’: give a number from 1 to 256.")
    }
    return jobs
  }

  private func checkedURL(_ url: String) throws -> String {
    guard url.hasPrefix("https://") || url.hasPrefix("http://"), !url.contains(where: "?#".contains)
    else {
      throw ValidationError(
        "‘--base-url \(url)’: give an address such as https://example.org/portal/.")
    }
    return url.hasSuffix("/") ? url : url + "/"
  }

  private func checkedDate(_ date: String) throws -> Timestamp {
    guard let timestamp = try? Timestamp(date, in: .utc) else {
      throw ValidationError(
        "‘--clock \(date)’: give a date such as 2025-05-25 or 2025-05-25T09:30:00+03:00.")
    }
    return timestamp
  }

  private func absolutePath(_ path: String) -> String {
    let expanded = path.hasPrefix("/") ? path : currentFolder() + "/" + path
    var parts: [Substring] = []
    for part in expanded.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}

/// The theme that comes with the tool.
enum DefaultTheme {
  /// Found beside the program: in `share/ctsite/templates` of where it is installed, or in the
  /// checkout that it was built in.
  static var folder: String? {
    guard let executable = executablePath else { return nil }
    var parts = executable.split(separator: "/").dropLast()
    while !parts.isEmpty {
      let folder = "/" + parts.joined(separator: "/")
      for candidate in ["\(folder)/share/ctsite/templates", "\(folder)/templates"]
      where access(candidate + "/base.html", R_OK) == 0 {
        return candidate
      }
      parts = parts.dropLast()
    }
    return nil
  }

  private static var executablePath: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}

import ArgumentParser
import Glibc
import SiteBuild
import SiteConcurrency
import SiteDiagnostics
import SiteModel
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
      "The day or the moment that counts as now: a day to its end in the site's time zone, a time in UTC unless it states an offset (default: the newest date in the content).",
      valueName: "date"))
  var clock: String?

  @Option(
    help: ArgumentHelp("How many workers to use (default: the number of cores).", valueName: "n"))
  var jobs: Int?

  func validate() throws { _ = try buildOptions() }

  /// The options as a build takes them.
  func buildOptions() throws -> BuildOptions {
    let siteFolder = Self.absolutePath(site)
    guard Self.isFolder(siteFolder) else {
      throw ValidationError("‘--site \(site)’: there is no such folder.")
    }
    let outputFolder = output.map(Self.absolutePath) ?? siteFolder + "/public"
    try checkOutput(outputFolder, siteFolder: siteFolder)
    var options = BuildOptions(
      siteFolder: siteFolder, outputFolder: outputFolder,
      themeFolder: DefaultTheme.folder, jobs: try Jobs(jobCount()))
    options.includesDrafts = drafts
    options.includesFuture = future
    options.baseURL = try baseURL.map(checkedURL)
    options.clock = try clock.map(checkedDate)
    return options
  }

  /// A build puts a new folder in the place of the output folder, which must therefore hold nothing
  /// that the site is made from, nor lie among it.
  private func checkOutput(_ output: String, siteFolder: String) throws {
    let folder = resolved(output)
    let sources = ["content", "templates"].map { resolved(siteFolder + "/" + $0) }
    guard !contains(folder, resolved(siteFolder)),
      !sources.contains(where: { contains($0, folder) })
    else {
      throw ValidationError(
        "‘--output \(self.output ?? output)’: give a folder that neither holds the site nor lies in its ‘content’ or ‘templates’."
      )
    }
  }

  /// Whether a folder is another one or lies above it.
  private func contains(_ folder: String, _ other: String) -> Bool {
    (other + "/").hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// A path without symbolic links, as far as it exists.
  private func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard let slash = path.lastIndex(of: "/"), path != "/" else { return path }
    let parent = resolved(slash == path.startIndex ? "/" : String(path[..<slash]))
    return (parent == "/" ? "" : parent) + path[slash...]
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A worker for each core.
  static var processors: Jobs { Jobs(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private func jobCount() throws -> Int {
    guard let jobs else { return Self.processors.count }
    guard 1...256 ~= jobs else {
      throw ValidationError("‘--jobs \(jobs)’: give a number from 1 to 256.")
    }
    return jobs
  }

  private func checkedURL(_ url: String) throws -> String {
    guard let address = url.siteAddress else {
      throw ValidationError(
        "‘--base-url \(url)’: give an address such as https://example.org/portal/.")
    }
    return address
  }

  private func checkedDate(_ date: String) throws -> Timestamp {
    guard let timestamp = try? Timestamp(date, in: .utc) else {
      throw ValidationError(
        "‘--clock \(date)’: give a date such as 2025-05-25 or 2025-05-25T09:30:00+03:00.")
    }
    return timestamp
  }

  /// A path from the root of the file system, without ‘.’ and ‘..’.
  static func absolutePath(_ path: String) -> String {
    let expanded = path.hasPrefix("/") ? path : currentFolder() + "/" + path
    var parts: [Substring] = []
    for part in expanded.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func currentFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }
}

/// The theme that comes with the tool.
enum DefaultTheme {
  /// Where ctsite is installed, `share/ctsite/templates` beside the program's folder `bin`; else
  /// `templates` of the package that the program was built in.
  static var folder: String? {
    guard let program = executablePath else { return nil }
    let prefix = parent(of: parent(of: program))
    return [
      prefix + "/share/ctsite/templates", packageFolder(above: program).map { $0 + "/templates" },
    ]
    .compactMap(\.self).first { isReadable($0 + "/base.html") }
  }

  /// The nearest folder above the program that holds a `Package.swift`.
  private static func packageFolder(above program: String) -> String? {
    var folder = parent(of: program)
    while !folder.isEmpty {
      if isReadable(folder + "/Package.swift") { return folder }
      folder = parent(of: folder)
    }
    return nil
  }

  private static func parent(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  private static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  private static var executablePath: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}

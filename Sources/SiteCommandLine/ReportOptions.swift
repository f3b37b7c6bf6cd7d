import ArgumentParser
import Glibc
import SiteDiagnostics

extension DiagnosticFormat: ExpressibleByArgument {}

extension Wording.Language: ExpressibleByArgument {
  /// Arabic where the environment asks for it.
  static var ofEnvironment: Self {
    let names: [String] = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let setting = names.lazy.compactMap { name in getenv(name).map { String(cString: $0) } }
      .first { !$0.isEmpty }
    return setting?.hasPrefix("ar") == true ? .arabic : .english
  }
}

/// Options about what a command prints.
struct ReportOptions: ParsableArguments {
  @Option(help: "The form of findings.")
  var format: DiagnosticFormat = .text

  @Option(help: "The language of messages: en or ar (default: that of LANG).")
  var messages: Wording.Language?

  @Flag(help: "Print findings only.")
  var quiet = false

  @Flag(help: "Print notes too.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("‘--quiet’ and ‘--verbose’ exclude each other.") }
  }

  var language: Wording.Language { messages ?? .ofEnvironment }

  /// Prints findings to standard error.
  func print(_ diagnostics: [Diagnostic]) {
    let shown = verbose ? diagnostics : diagnostics.filter { $0.severity != .note }
    let formatter = format.formatter(
      language: language, usesColour: Console.Stream.error.showsColour,
      isForTerminal: Console.Stream.error.isTerminal, version: Ctsite.configuration.version)
    Console.write(formatter.format(shown), to: .error)
  }

  /// Prints that another build is under way.
  @Sendable func printWait() {
    let wait = Wording(
      en: "waiting for another build of the same output folder to end",
      ar: "في انتظار انتهاء عملية بناء أخرى لمجلد المخرجات نفسه")
    Console.write(wait, after: "ctsite: ", in: language, to: .error)
  }

  /// Prints why the machine failed the command.
  func print(_ failure: EnvironmentFailure) {
    Console.writeFailure(failure.message, fix: failure.fix, in: language)
  }
}

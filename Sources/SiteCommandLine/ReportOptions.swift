import ArgumentParser
import Glibc
import SiteDiagnostics

/// The forms in which findings are printed.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case github
  case sarif
}

/// The languages in which messages are written.
enum MessageLanguage: String, CaseIterable, ExpressibleByArgument {
  case english = "en"
  case arabic = "ar"

  var wording: Wording.Language {
    switch self {
    case .english: .english
    case .arabic: .arabic
    }
  }
}

/// Options about what a command prints.
struct ReportOptions: ParsableArguments {
  @Option(help: "The form of findings.")
  var format: ReportFormat = .text

  @Option(help: "The language of messages (default: that of LANG).")
  var messages: MessageLanguage?

  @Flag(help: "Print findings only.")
  var quiet = false

  @Flag(help: "Print notes too, and how long each stage took.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("‘--quiet’ and ‘--verbose’ exclude each other.") }
  }

  var language: Wording.Language {
    if let messages { return messages.wording }
    let setting = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { name -> String? in
      getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }.first
    return setting?.hasPrefix("ar") == true ? .arabic : .english
  }

  /// Prints findings to standard error.
  func print(_ diagnostics: [Diagnostic]) {
    let shown = verbose ? diagnostics : diagnostics.filter { $0.severity != .note }
    let formatter = DiagnosticFormatter(
      format, language: language, showsColor: Console.Stream.error.showsColor)
    Console.write(formatter.string(shown), to: .error)
  }

  /// Prints why the machine failed the command.
  func print(_ failure: EnvironmentFailure) {
    let (error, fix) =
      switch language {
      case .english: ("error", "fix")
      case .arabic: ("خطأ", "الحل")
      }
    Console.write(
      "ctsite: \(error): \(failure.message[language])\n    \(fix): \(failure.fix[language])\n",
      to: .error)
  }
}

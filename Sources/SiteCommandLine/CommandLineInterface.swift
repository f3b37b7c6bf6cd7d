import ArgumentParser
import Glibc
import SiteDiagnostics

/// The command `ctsite`.
public enum CommandLineInterface {
  /// Runs the command that the process was started with, and ends the process with its exit code.
  public static func run() async -> Never {
    do {
      try Ctsite.checkName(of: CommandLine.arguments.dropFirst().first)
      var command = try Ctsite.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      ExitStatus.success.endProcess()
    } catch let status as ExitStatus {
      status.endProcess()
    } catch {
      let message = Ctsite.fullMessage(for: error)
      let isHelp = Ctsite.exitCode(for: error).isSuccess
      Console.write(message + "\n", to: isHelp ? .output : .error)
      (isHelp ? ExitStatus.success : .wrongUsage).endProcess()
    }
  }
}

/// How a command ended.
enum ExitStatus: Int32, Error {
  case success = 0
  /// Errors in content or templates.
  case errorsFound = 1
  case wrongUsage = 2
  /// A disk, a permission.
  case environmentFailure = 3

  func endProcess() -> Never { exit(rawValue) }
}

struct Ctsite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ctsite",
    abstract: "Builds bilingual research portals from Markdown.",
    version: "0.1.0",
    subcommands: [BuildCommand.self, SearchCommand.self, CleanCommand.self])

  /// Reports a misspelt command, which the argument parser would call an unexpected argument.
  static func checkName(of command: String?) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let command, !command.hasPrefix("-"), !(names + ["help"]).contains(command) else {
      return
    }
    let fix =
      Wording.didYouMean(command, among: names)?.english
      ?? "the commands are " + names.map { "‘\($0)’" }.joined(separator: ", ")
    throw ValidationError("‘\(command)’ is no command: \(fix)")
  }
}

import ArgumentParser
import Glibc
import SiteBuild
import SiteDiagnostics

/// The command `ctsite`.
public enum CommandLineInterface {
  /// What ends the command that runs.
  @TaskLocal static var interruption = Interruption()

  /// Lets SIGINT and SIGTERM end the process with the exit codes 130 and 143.
  ///
  /// To be called before there is a second thread.
  public static func watchSignals() -> Interruption {
    let interruption = Interruption()
    Signals.end(through: interruption)
    return interruption
  }

  /// Runs the command that the process was started with, and ends the process with its exit code.
  public static func run(interruptedBy interruption: Interruption) async -> Never {
    exit(await $interruption.withValue(interruption) { await runCommand().rawValue })
  }

  private static func runCommand() async -> ExitStatus {
    do {
      try Ctsite.checkName(of: CommandLine.arguments.dropFirst().first)
      var command = try Ctsite.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .success
    } catch let status as ExitStatus {
      return status
    } catch {
      let message = Ctsite.fullMessage(for: error)
      let isHelp = Ctsite.exitCode(for: error).isSuccess
      Console.write(message + "\n", to: isHelp ? .output : .error)
      return isHelp ? .success : .wrongUsage
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

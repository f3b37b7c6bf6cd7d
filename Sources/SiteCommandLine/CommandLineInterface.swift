import ArgumentParser
import Glibc

/// The command `ctsite`.
public enum CommandLineInterface {
  /// Runs the command that the process was started with, and ends the process with its exit code.
  public static func run() async -> Never {
    do {
      var command = try Ctsite.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      exit(ExitStatus.success.rawValue)
    } catch let status as ExitStatus {
      exit(status.rawValue)
    } catch {
      let message = Ctsite.fullMessage(for: error)
      let isHelp = Ctsite.exitCode(for: error).isSuccess
      Console.write(message + "\n", to: isHelp ? .output : .error)
      exit((isHelp ? ExitStatus.success : .wrongUsage).rawValue)
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
    subcommands: [BuildCommand.self, SearchCommand.self])
}

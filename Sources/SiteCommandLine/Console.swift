import Glibc
import SiteDiagnostics

/// The process's output streams.
enum Console {
  enum Stream {
    case output
    case error

    fileprivate var descriptor: Int32 {
      switch self {
      case .output: STDOUT_FILENO
      case .error: STDERR_FILENO
      }
    }

    /// Whether the stream is a terminal that may show colours: `NO_COLOR` (no-color.org) is unset.
    var showsColour: Bool {
      let noColour = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
      return !noColour && isTerminal
    }

    var isTerminal: Bool { isatty(descriptor) == 1 }
  }

  /// Writes a line: a sentence after what is no part of it.
  static func write(
    _ sentence: Wording, after start: String = "", in language: Wording.Language, to stream: Stream
  ) {
    let text = sentence[language]
    let isIsolated = language == .arabic && stream.isTerminal
    write(start + (isIsolated ? text.isolatedArabic : text) + "\n", to: stream)
  }

  /// Writes why a command failed and what to do about it.
  static func writeFailure(_ message: Wording, fix: Wording, in language: Wording.Language) {
    write(
      Wording(en: "error: \(message.english)", ar: "خطأ: \(message.arabic)"), after: "ctsite: ",
      in: language, to: .error)
    write(
      Wording(en: "fix: \(fix.english)", ar: "الإصلاح: \(fix.arabic)"), after: "    ",
      in: language, to: .error)
  }

  /// Writes the whole text, without a line break of its own.
  static func write(_ text: String, to stream: Stream) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(stream.descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

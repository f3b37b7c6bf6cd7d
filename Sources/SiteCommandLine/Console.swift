import Glibc

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
      return !noColour && isatty(descriptor) == 1
    }
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

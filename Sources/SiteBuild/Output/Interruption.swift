import Glibc
import Synchronization

/// Lets a signal end the process at any moment but amid the change of the output folder, which is
/// a matter of milliseconds.
public final class Interruption: Sendable {
  private enum State {
    case free
    case changing
    /// The exit code with which the process ends after the change.
    case requested(Int32)
  }

  private let state = Mutex(State.free)

  public init() {}

  /// Ends the process, as soon as no output folder is being changed.
  ///
  /// - Parameter code: the exit code.
  public func end(code: Int32) {
    state.withLock { state in
      if case .free = state { _exit(code) }
      state = .requested(code)
    }
  }

  /// Makes a change that is not to be interrupted.
  func holdOff<Failure: Error>(
    during change: () async throws(Failure) -> Void
  ) async throws(Failure) {
    state.withLock { $0 = .changing }
    defer {
      state.withLock { state in
        if case .requested(let code) = state { _exit(code) }
        state = .free
      }
    }
    try await change()
  }
}

import Glibc
import SiteBuild

/// The signals by which a person or a system ends a command.
enum Signals {
  /// Lets SIGINT and SIGTERM end the process with 130 and 143, as shells report them, through an
  /// interruption. A signal that the process was started to ignore stays ignored.
  ///
  /// The signals are blocked and waited for on a thread of their own: a handler could not take the
  /// interruption's lock. To be called before there are other threads, which inherit what is
  /// blocked.
  static func end(through interruption: Interruption) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM] where !isIgnored(signal) { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Watch(signals, interruption)).toOpaque()
    let result = pthread_create(&thread, nil, { watch($0) }, context)
    if result == 0 {
      pthread_detach(thread)
    } else {
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

private final class Watch: Sendable {
  let signals: sigset_t
  let interruption: Interruption

  init(_ signals: sigset_t, _ interruption: Interruption) {
    self.signals = signals
    self.interruption = interruption
  }
}

private func watch(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let watch = Unmanaged<Watch>.fromOpaque(context).takeRetainedValue()
  var signals = watch.signals
  while true {
    var signal: Int32 = 0
    if sigwait(&signals, &signal) == 0 { watch.interruption.end(code: 128 + signal) }
  }
}

import CLinux
import Glibc
import SiteBuild

/// The signals by which a person or a system ends a command.
enum Signals {
  /// Lets SIGINT and SIGTERM end the process with 130 and 143, as shells report them, through an
  /// interruption. A signal that the process was started to ignore stays ignored.
  ///
  /// They are read on a thread of their own: a handler could not take the interruption's lock, and
  /// blocked signals would not stay so, since the main thread of a Swift program waits in
  /// `sigsuspend` with none blocked.
  static func end(through interruption: Interruption) {
    let pipe = ctsite_catch_signals()
    guard pipe >= 0 else { return }
    var thread = pthread_t()
    let watch = Unmanaged.passRetained(Watch(pipe: pipe, interruption: interruption))
    if pthread_create(&thread, nil, { run($0) }, watch.toOpaque()) == 0 { pthread_detach(thread) }
  }
}

private final class Watch: Sendable {
  let pipe: Int32
  let interruption: Interruption

  init(pipe: Int32, interruption: Interruption) {
    self.pipe = pipe
    self.interruption = interruption
  }
}

private func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let watch = Unmanaged<Watch>.fromOpaque(context).takeRetainedValue()
  var signal: UInt8 = 0
  while read(watch.pipe, &signal, 1) == 1 {
    watch.interruption.end(code: 128 + Int32(signal))
  }
  return nil
}

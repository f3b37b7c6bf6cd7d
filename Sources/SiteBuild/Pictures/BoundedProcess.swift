import CLinux
import Glibc

/// A program that is run with bounds on its time, its memory and its output.
struct BoundedProcess: Sendable {
  /// How a run ended.
  enum Ending: Sendable {
    /// What it wrote to its standard output, when it ended with success.
    case output([UInt8])
    /// It said itself that it failed.
    case failed
    /// It took too long, wrote too much or was killed, or could not be started.
    case stopped
  }

  let arguments: [String]
  let limits: Limits

  /// What a run may take.
  struct Limits: Sendable {
    /// By the clock, and of processor time.
    var seconds: Int
    /// Of its address space.
    var memoryBytes: Int
    /// Of its standard output.
    var outputBytes: Int
  }

  /// Gives itself limits before it becomes the program, since those of a shell are everywhere the
  /// same and nothing can happen before them. Where util-linux is there, the program also ends with
  /// ctsite, however that ends.
  private static let script = """
    ulimit -v "$1" && ulimit -t "$2" && shift 2 && exec 2>/dev/null || exit
    if setpriv --pdeathsig KILL true; then exec setpriv --pdeathsig KILL "$@"; fi
    exec "$@"
    """

  /// - Parameter arguments: the path of the program, and what it is given.
  init(_ arguments: [String], limits: Limits) {
    self.arguments = arguments
    self.limits = limits
  }

  /// Runs the program and waits for it, and ends whatever it started.
  func run() -> Ending {
    var pipe: [Int32] = [-1, -1]
    guard ctsite_pipe(&pipe) == 0 else { return .stopped }
    defer { close(pipe[0]) }
    let deadline = Self.now + limits.seconds * 1000
    let child = start(writingTo: pipe[1])
    close(pipe[1])
    guard let child else { return .stopped }
    let output = read(from: pipe[0], until: deadline)
    let ended = output != nil && waits(for: child, until: deadline)
    // Its group has its number until it is waited for.
    kill(-child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // The lowest seven bits are the signal that ended it, the next eight bits its exit status.
    guard ended, let output, status & 0x7F == 0 else { return .stopped }
    return status >> 8 & 0xFF == 0 ? .output(output) : .failed
  }

  /// Whether a program ends in time; it stays to be waited for. Who closed its output ends at once
  /// but for rare cases, so that it is asked again and again.
  private func waits(for child: pid_t, until deadline: Int) -> Bool {
    while true {
      var ending = siginfo_t()
      let result = waitid(P_PID, id_t(child), &ending, WEXITED | WNOHANG | WNOWAIT)
      if result == 0, ending.si_signo == SIGCHLD { return true }
      guard result == 0 || errno == EINTR, Self.now < deadline else { return false }
      usleep(500)
    }
  }

  private func start(writingTo output: Int32) -> pid_t? {
    let words =
      [
        "sh", "-c", Self.script, "sh", String(limits.memoryBytes / 1024), String(limits.seconds),
      ] + arguments
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, with all that it starts.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    let failure = posix_spawn(
      &child, "/bin/sh", &actions, &attributes, &pointers, ctsite_environment())
    return failure == 0 ? child : nil
  }

  /// - Returns: nil where the output did not end within the limits.
  private func read(from pipe: Int32, until deadline: Int) -> [UInt8]? {
    var output: [UInt8] = []
    while true {
      var state = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      let ready = poll(&state, 1, Int32(clamping: deadline - Self.now))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0, deadline > Self.now else { return nil }
      let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        count = max(0, Glibc.read(pipe, buffer.baseAddress, buffer.count))
      }
      if piece.isEmpty { return output }
      output += piece
      guard output.count <= limits.outputBytes else { return nil }
    }
  }

  /// Milliseconds of a clock that nobody sets.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

import Synchronization

/// What a piece of work read, as it reads it: a number for each thing.
///
/// One worker writes a page's; what pages share may be noted by several at once.
public final class ReadLog: Sendable {
  private let notes = Mutex<[UInt64]>([])

  /// Begins without notes.
  public init() {}

  /// Notes that a thing was read.
  public func note(_ key: UInt64) { notes.withLock { $0.append(key) } }

  /// Notes what another piece of work read, whose result is used.
  public func note(_ keys: [UInt64]) { notes.withLock { $0 += keys } }

  /// How many notes there are: the place from which a part of the work begins.
  public var count: Int { notes.withLock { $0.count } }

  /// What was read since a place, each thing once, in the order of the numbers.
  public func keys(from start: Int = 0) -> [UInt64] {
    Array(notes.withLock { Set($0[start...]) }).sorted()
  }

  /// What was read so far, as `keys` gives it. The log then holds each thing once, so that one which
  /// many pages share does not grow with their number.
  public func keysOnce() -> [UInt64] {
    notes.withLock { notes in
      notes = Set(notes).sorted()
      return notes
    }
  }

  /// Forgets everything.
  public func removeAll() { notes.withLock { $0 = [] } }
}

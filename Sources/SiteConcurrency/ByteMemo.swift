import Synchronization

/// Bytes that are made once and used many times, by a number, up to a limit of memory.
///
/// Workers share it. What two of them make for one number must be the same, so that it does not
/// matter which is kept.
public final class ByteMemo: Sendable {
  /// How much memory several memos may take together.
  public final class Budget: Sendable {
    /// About what the dictionary and the arrays around an entry take.
    private static let overhead = 96

    private let limit: Int
    private let taken = Atomic(0)

    /// - Parameter limit: in bytes.
    public init(limit: Int) {
      self.limit = limit
    }

    fileprivate func take(_ bytes: Int) -> Bool {
      let amount = bytes + Self.overhead
      return taken.add(amount, ordering: .relaxed).newValue <= limit
    }
  }

  private struct Entry {
    let bytes: [UInt8]
    /// What was read to make them.
    let reads: [UInt64]
  }

  private let kept = Mutex<[Int: Entry]>([:])
  private let budget: Budget

  /// Keeps nothing yet.
  public init(within budget: Budget) {
    self.budget = budget
  }

  /// What is kept for a number, or is made and kept now as long as there is room.
  ///
  /// - Parameters:
  ///   - log: learns what the bytes were made from; `make` notes what it reads there.
  public func bytes(for number: Int, noting log: ReadLog?, make: () -> [UInt8]) -> [UInt8] {
    if let entry = kept.withLock({ $0[number] }) {
      log?.note(entry.reads)
      return entry.bytes
    }
    let start = log?.count ?? 0
    let bytes = make()
    let reads = log?.keys(from: start) ?? []
    if budget.take(bytes.count + 8 * reads.count) {
      kept.withLock { $0[number] = Entry(bytes: bytes, reads: reads) }
    }
    return bytes
  }
}

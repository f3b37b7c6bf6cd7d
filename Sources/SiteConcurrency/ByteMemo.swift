import Synchronization

/// Bytes that are made once and used many times, by a number, up to a limit of memory.
///
/// Workers share it. What two of them make for one number must be the same, so that it does not
/// matter which is kept.
public final class ByteMemo: Sendable {
  /// How much memory several memos may take together.
  public final class Budget: Sendable {
    /// About what the dictionary and the array around an entry take.
    private static let overhead = 64

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

  private let kept = Mutex<[Int: [UInt8]]>([:])
  private let budget: Budget

  public init(within budget: Budget) {
    self.budget = budget
  }

  /// What is kept for a number.
  public func bytes(for number: Int) -> [UInt8]? { kept.withLock { $0[number] } }

  /// What is kept for a number, or is made and kept now.
  public func bytes(for number: Int, make: () -> [UInt8]) -> [UInt8] {
    if let bytes = bytes(for: number) { return bytes }
    let bytes = make()
    keep(bytes, for: number)
    return bytes
  }

  /// Keeps bytes for a number, as long as there is room.
  public func keep(_ bytes: [UInt8], for number: Int) {
    guard budget.take(bytes.count) else { return }
    kept.withLock { $0[number] = bytes }
  }
}

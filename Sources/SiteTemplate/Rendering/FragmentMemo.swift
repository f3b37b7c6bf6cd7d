import Synchronization

/// What fragments printed, so that a card which hundreds of pages show is rendered once.
///
/// Shared by the workers that render the pages of one language. What two of them print for one
/// record is the same, so that it does not matter which is kept.
final class FragmentMemo: Sendable {
  private let printed = Mutex<[Int: [UInt8]]>([:])
  private let budget: FragmentBudget

  init(budget: FragmentBudget) {
    self.budget = budget
  }

  /// Appends what was kept for a record; false where nothing was.
  func append(_ entity: Int, to page: inout [UInt8]) -> Bool {
    guard let bytes = printed.withLock({ $0[entity] }) else { return false }
    page.append(contentsOf: bytes)
    return true
  }

  /// Keeps what was printed for a record, as long as there is room.
  func keep(_ bytes: ArraySlice<UInt8>, for entity: Int) {
    guard budget.take(bytes.count) else { return }
    printed.withLock { $0[entity] = Array(bytes) }
  }
}

/// How much memory the fragments of all languages may take together.
final class FragmentBudget: Sendable {
  /// In bytes: 24 MiB hold the cards of some 13,000 works in two sizes.
  private static let limit = 24 << 20
  /// About what the dictionary and the array around an entry take.
  private static let overhead = 64

  private let taken = Atomic(0)

  /// Takes room for an entry; false where there is none left.
  func take(_ bytes: Int) -> Bool {
    let amount = bytes + Self.overhead
    return taken.add(amount, ordering: .relaxed).newValue <= Self.limit
  }
}

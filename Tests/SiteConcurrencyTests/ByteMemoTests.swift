import SiteConcurrency
import Testing

struct ByteMemoTests {
  @Test func whatIsKeptIsNotMadeAgain() {
    let memo = ByteMemo(within: ByteMemo.Budget(limit: 1000))
    #expect(memo.bytes(for: 3, noting: nil) { [1, 2] } == [1, 2])
    #expect(memo.bytes(for: 3, noting: nil) { [9] } == [1, 2])
    #expect(memo.bytes(for: 4, noting: nil) { [9] } == [9])
  }

  /// An entry counts with 96 bytes for what is around it.
  @Test func memosThatShareABudgetKeepNoMoreThanItAllows() {
    let budget = ByteMemo.Budget(limit: 300)
    let memos = [ByteMemo(within: budget), ByteMemo(within: budget)]
    let large = [UInt8](repeating: 0, count: 110)
    for memo in memos { #expect(memo.bytes(for: 0, noting: nil) { large } == large) }
    #expect(memos[0].bytes(for: 0, noting: nil) { [7] } == large)
    #expect(memos[1].bytes(for: 0, noting: nil) { [7] } == [7])
  }

  @Test func whoeverUsesWhatIsKeptHasReadWhatItWasMadeFrom() {
    let memo = ByteMemo(within: ByteMemo.Budget(limit: 1000))
    let first = ReadLog()
    first.note(1)
    _ = memo.bytes(for: 0, noting: first) {
      first.note(3)
      first.note(2)
      first.note(3)
      return []
    }
    first.note(4)
    #expect(first.keys() == [1, 2, 3, 4])
    let second = ReadLog()
    second.note(5)
    _ = memo.bytes(for: 0, noting: second) { [9] }
    #expect(second.keys() == [2, 3, 5])
    #expect(second.keys(from: 1) == [2, 3])
    second.removeAll()
    #expect(second.keys().isEmpty)
  }
}

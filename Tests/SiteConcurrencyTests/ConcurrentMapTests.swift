import SiteConcurrency
import Testing

@Suite struct ConcurrentMapTests {
  @Test(arguments: [0, 1, 2, 31, 32, 33, 1_000], [1, 2, 3, 8])
  func resultsKeepTheOrderOfTheElements(count: Int, jobs: Int) async {
    let squares = await Array(0..<count).concurrentMap(jobs: Jobs(jobs)) { $0 * $0 }
    #expect(squares == (0..<count).map { $0 * $0 })
  }

  @Test(arguments: [0, 1, 9, 10, 19, 20, 1_000], [1, 2, 7, 256])
  func sharesCoverAllAndAreWorthAWorkerEach(length: Int, jobs: Int) {
    let shares = Jobs(jobs).shares(of: length, atLeast: 10)
    #expect(shares.flatMap { Array($0) } == Array(0..<length))
    #expect(shares.count == max(1, min(jobs, length / 10)))
    #expect(shares.count == 1 || shares.allSatisfy { $0.count >= 10 })
  }

  @Test func lessThanOneJobCountsAsOne() {
    #expect(Jobs(0).count == 1)
    #expect(Jobs(-3).count == 1)
  }
}

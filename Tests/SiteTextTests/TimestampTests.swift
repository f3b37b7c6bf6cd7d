import Testing

@testable import SiteText

@Suite("Dates in files")
struct TimestampTests {
  let baghdad: SiteTimeZone

  init() throws {
    baghdad = try #require(SiteTimeZone("Asia/Baghdad"))
  }

  @Test(arguments: [
    ("2025-05-25", "2025-05-25", 1_748_120_400),
    ("2025-05-25T09:30", "2025-05-25T09:30:00+03:00", 1_748_154_600),
    ("2025-05-25 09:30:15", "2025-05-25T09:30:15+03:00", 1_748_154_615),
    ("2025-05-25T09:30:00Z", "2025-05-25T09:30:00Z", 1_748_165_400),
    ("2025-05-25T09:30:00.250+05:30", "2025-05-25T09:30:00+05:30", 1_748_145_600),
    ("2025-05-25 09:30 -0430", "2025-05-25T09:30:00-04:30", 1_748_181_600),
    ("  2024-02-29 ", "2024-02-29", 1_709_154_000),
  ])
  func acceptedForms(text: String, description: String, instant: Int) throws {
    let timestamp = try Timestamp(text, in: baghdad)
    #expect(timestamp.description == description)
    #expect(timestamp.instant == instant)
  }

  @Test(
    arguments: [
      ("2021-29-11", .noSuchMonth(29), ["2021-11-29"]),
      ("2021-13-32", .noSuchMonth(13), []),
      ("2023-02-29", .noSuchDay(29, daysInMonth: 28), []),
      ("2025-04-31", .noSuchDay(31, daysInMonth: 30), []),
      ("2025-00-10", .noSuchMonth(0), []),
      ("2021-1-5", .notISO, ["2021-01-05"]),
      ("2021-1-5 10:00", .notISO, ["2021-01-05"]),
      ("2025/05/25", .notISO, ["2025-05-25"]),
      ("25/05/2025", .notISO, ["2025-05-25"]),
      ("05/25/2025", .notISO, ["2025-05-25"]),
      ("25.5.2025", .notISO, ["2025-05-25"]),
      ("04/05/2025", .notISO, ["2025-05-04", "2025-04-05"]),
      ("05/05/2025", .notISO, ["2025-05-05"]),
      ("21-11-2026", .notISO, ["2026-11-21"]),
      ("21 November 2026", .notISO, ["2026-11-21"]),
      ("Nov. 21st, 2026", .notISO, ["2026-11-21"]),
      ("2026 Sept 3", .notISO, ["2026-09-03"]),
      ("21 تشرين الثاني 2026", .notISO, ["2026-11-21"]),
      ("21 تشرين الثاني/نوفمبر 2026", .notISO, ["2026-11-21"]),
      ("3 ايار، ٢٠٢٦", .notISO, ["2026-05-03"]),
      ("14 أغسطس 2026", .notISO, ["2026-08-14"]),
      ("14 غشت 2026", .notISO, ["2026-08-14"]),
      ("31 نيسان 2026", .unreadable, []),
      ("2 May or June 2026", .unreadable, []),
      ("May 2026", .unreadable, []),
      ("٢٠٢٥-٠٥-٢٥", .otherDigits, ["2025-05-25"]),
      ("۲۵/۰۵/۲۰۲۵", .otherDigits, ["2025-05-25"]),
      ("2025-05-25T25:00", .noSuchTime, []),
      ("2025-05-25T09:60", .noSuchTime, []),
      ("2025-05-25T9:30", .noSuchTime, ["2025-05-25T09:30"]),
      ("2025-05-25 9.30", .noSuchTime, ["2025-05-25T09:30"]),
      ("2025-05-25 ٩:٣٠", .noSuchTime, ["2025-05-25T09:30"]),
      ("2025-05-25, 9:30:05", .noSuchTime, ["2025-05-25T09:30:05"]),
      ("2025-05-25 9:60", .noSuchTime, []),
      ("2025–05–25", .notISO, ["2025-05-25"]),
      ("2025−05‑25 09:30", .notISO, ["2025-05-25 09:30"]),
      ("2025–02–30", .noSuchDay(30, daysInMonth: 28), []),
      ("2025-05-25 noon", .noSuchTime, []),
      ("2025-05-25x", .noSuchTime, []),
      ("2025-05-25T09:30+3", .noSuchOffset, []),
      ("2025-05-25T09:30 Baghdad", .noSuchOffset, []),
      ("مايو 25, 2025", .notISO, ["2025-05-25"]),
      ("2025", .unreadable, []),
      ("0000-01-01", .unreadable, []),
      ("", .empty, []),
      (" \n", .empty, []),
    ] as [(String, Timestamp.ParsingError.Reason, [String])])
  func refusedForms(
    text: String, reason: Timestamp.ParsingError.Reason, suggestions: [String]
  ) {
    let error = #expect(throws: Timestamp.ParsingError.self) {
      try Timestamp(text, in: baghdad)
    }
    #expect(error == Timestamp.ParsingError(reason: reason, suggestions: suggestions))
  }

  @Test func orderIsByInstantWhateverTheOffset() throws {
    let texts = [
      "2025-05-24T22:00:00Z", "2025-05-25", "2025-05-25T00:00", "2025-05-25T01:00+04:00",
      "2025-05-25T00:30",
    ]
    let sorted = try texts.map { try Timestamp($0, in: baghdad) }.sorted().map(\.description)
    #expect(
      sorted == [
        "2025-05-25", "2025-05-25T00:00:00+03:00", "2025-05-25T01:00:00+04:00",
        "2025-05-25T00:30:00+03:00", "2025-05-24T22:00:00Z",
      ])
  }

  @Test func everyDayOfFourCenturiesComesBackFromItsNumber() {
    var expected = CivilDate(year: 1799, month: 12, day: 31)!.daysSince1970
    for year in 1800...2200 {
      for month in 1...12 {
        for day in 1...CivilDate.days(inMonth: month, of: year) {
          let date = CivilDate(year: year, month: month, day: day)!
          expected += 1
          if date.daysSince1970 != expected || CivilDate(daysSince1970: expected) != date {
            Issue.record("\(date) is not day \(expected)")
          }
        }
      }
    }
    #expect(expected == 84_370)
  }

  @Test func anInstantBecomesTheClockReadingOfItsOffset() {
    #expect(Timestamp(instant: 0).description == "1970-01-01T00:00:00Z")
    #expect(
      Timestamp(instant: -1, offset: 10_800).description == "1970-01-01T02:59:59+03:00")
  }

  @Test func clocksThatChange() throws {
    let berlin = SiteTimeZone("Europe/Berlin")!
    let winter = try Timestamp("2025-03-30", in: berlin)
    let summer = try Timestamp("2025-03-31", in: berlin)
    #expect(winter.offset == 3600)
    #expect(summer.offset == 7200)
    #expect(summer.instant - winter.instant == 23 * 3600)
    #expect(try Timestamp("2025-03-30T02:30", in: berlin).offset == 3600)
    #expect(try Timestamp("2025-10-26T02:30", in: berlin).offset == 7200)
  }

  @Test func zones() {
    #expect(SiteTimeZone("+03:00") != nil)
    #expect(SiteTimeZone("UTC") == .utc)
    #expect(SiteTimeZone("Asia/Bagdad") == nil)
    #expect(SiteTimeZone("+25:00") == nil)
    #expect(SiteTimeZone.knownIdentifiers.contains("Asia/Baghdad"))
  }

  @Test func formsForMachines() throws {
    let date = try Timestamp("0999-01-02", in: baghdad)
    #expect(date.rfc3339.hasPrefix("0999-01-02T00:00:00+"))
    let known = try Timestamp("2025-10-28T09:30:00Z", in: baghdad)
    #expect(known.rfc3339 == "2025-10-28T09:30:00Z")
    var machine: [UInt8] = []
    #expect(known.appendForMachines(.machine, to: &machine))
    #expect(String(decoding: machine, as: UTF8.self) == "2025-10-28T09:30:00Z")
    #expect(try Timestamp("2025-10-28", in: baghdad).rfc3339 == "2025-10-28T00:00:00+03:00")
  }
}

import SiteDigest
import SiteFiles

/// What was kept from earlier builds: values by name, in one file that only grows.
///
/// A build appends what changed and ends with a mark; what follows the last mark was written by a
/// build that did not finish, and is left out. Every record carries a hash, so that a damaged file
/// is noticed. When more than half of the file is out of date it is written anew, beside itself, and
/// renamed.
///
/// Measured against SQLite on 44 MB in 26,000 values (C, CPU time): a sixth of the time to write all
/// of them, between a half and two thirds to read them back, and no library.
public struct CacheLog: Sendable {
  /// What values are of, each with names of its own.
  public struct Kind: RawRepresentable, Sendable, Hashable {
    /// What stands for it in the file.
    public let rawValue: UInt8

    /// - Parameter rawValue: from 1 to 255.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
  }

  /// What was found when the cache was opened.
  public enum Condition: Sendable, Hashable {
    /// Nothing was kept.
    case empty
    case restored
    /// Another version of the program or another kind of file: all of it is left out.
    case foreign
    /// The bytes are not what was written: all of it is left out.
    case damaged
  }

  /// A value that is kept, or a name that no longer has one.
  public struct Change: Sendable {
    let kind: Kind
    let name: String
    let value: [UInt8]?

    /// A value that takes the place of any earlier one of its name.
    public static func keep(_ kind: Kind, _ name: String, _ value: [UInt8]) -> Change {
      Change(kind: kind, name: name, value: value)
    }

    /// The removal of a value.
    public static func forget(_ kind: Kind, _ name: String) -> Change {
      Change(kind: kind, name: name, value: nil)
    }
  }

  /// What was found in the file.
  public private(set) var condition: Condition
  private let header: [UInt8]
  private var bytes: LogBytes
  private var tables: [Kind: CacheTable] = [:]
  /// Where the last finished build ends.
  private var end = 0
  /// How many bytes the values take that are in use.
  private var liveCount = 0

  private static let magic = Array("ctsite cache 1\n".utf8)
  private static let endOfBuild = Kind(rawValue: 0)

  /// - Parameters:
  ///   - bytes: the file; empty where there is none.
  ///   - writer: what wrote it and on what its values depend as a whole.
  public init(_ bytes: [UInt8], writer: Fingerprint) {
    self.init(.memory(bytes), writer: writer)
  }

  /// - Parameters:
  ///   - file: to which a build may append while the log is in use.
  ///   - writer: what wrote it and on what its values depend as a whole.
  public init(_ file: MappedFile, writer: Fingerprint) {
    self.init(.file(file), writer: writer)
  }

  private init(_ bytes: LogBytes, writer: Fingerprint) {
    let header = Self.magic + writer.cached
    self.header = header
    self.bytes = bytes
    condition = .restored
    if bytes.count == 0 {
      condition = .empty
    } else if !bytes.withUnsafeBytes({ $0.starts(with: header) }) {
      condition = .foreign
    } else {
      end = header.count
      readBuilds()
    }
    if condition != .restored { clear() }
  }

  /// The value of a name.
  public func value(_ kind: Kind, _ name: String) -> ArraySlice<UInt8>? {
    guard let table = tables[kind], let number = number(of: name, in: table) else { return nil }
    return table.values[number].map { bytes[$0] }
  }

  /// How many bytes the file has up to the end of the last finished build.
  public var byteCount: Int { end }

  /// The names that have a value, in the order in which they came.
  public func names(_ kind: Kind) -> [String] { values(kind).map(\.name) }

  /// The removal of all values of a kind but those of some names.
  public func removals(_ kind: Kind, except names: some Sequence<String>) -> [Change] {
    guard let table = tables[kind] else { return [] }
    var isKept = table.values.map { $0 == nil }
    for name in names {
      if let number = number(of: name, in: table) { isKept[number] = true }
    }
    return isKept.indices.filter { !isKept[$0] }.map {
      .forget(kind, String(decoding: bytes[table.names.places[$0]], as: UTF8.self))
    }
  }

  private func number(of name: String, in table: CacheTable) -> Int? {
    var name = name
    return name.withUTF8 { name in
      bytes.withUnsafeBytes { table.names.known(UnsafeRawBufferPointer(name), in: $0) }
    }
  }

  private func values(_ kind: Kind) -> [(name: String, value: Range<Int>)] {
    guard let table = tables[kind] else { return [] }
    return zip(table.names.places, table.values).compactMap { place, value in
      value.map { (String(decoding: bytes[place], as: UTF8.self), $0) }
    }
  }

  /// How the file takes changes.
  public enum Target: Sendable, Equatable {
    /// They are written into the file from a place on, and end it.
    case append(at: Int)
    /// The file is written anew.
    case replacement
  }

  /// How the file is best told of changes: as long as less than half of it would be out of use, they
  /// are added to it.
  public func target(of changes: [Change]) -> Target {
    guard end > 0 else { return .replacement }
    var (added, live) = (0, liveCount)
    for change in changes {
      added += change.value?.count ?? 0
      live += (change.value?.count ?? 0) - (value(change.kind, change.name)?.count ?? 0)
    }
    return end + added > 2 * live + 1_000_000 ? .replacement : .append(at: end)
  }

  /// Gives what is to be written for changes, some of it at a time.
  ///
  /// A build that did not write all of it has written nothing: what counts is the end of a build.
  public func write<Failure: Error>(
    _ changes: [Change], to target: Target, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var piece = CacheWriter()
    if target == .replacement {
      piece.bytes = header
      let changed = Dictionary(grouping: changes, by: \.kind).mapValues { Set($0.map(\.name)) }
      for kind in tables.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        for (name, value) in values(kind) where changed[kind]?.contains(name) != true {
          CacheRecord.write(.keep(kind, name, Array(bytes[value])), to: &piece)
          try Self.pass(&piece, body)
        }
      }
    }
    for change in changes {
      CacheRecord.write(change, to: &piece)
      try Self.pass(&piece, body)
    }
    CacheRecord.write(.keep(Self.endOfBuild, "", []), to: &piece)
    try body(piece.bytes)
  }

  private static func pass<Failure: Error>(
    _ piece: inout CacheWriter, _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard piece.bytes.count > pieceLength else { return }
    try body(piece.bytes)
    piece.bytes.removeAll(keepingCapacity: true)
  }

  private static let pieceLength = 1 << 20

  private mutating func clear() {
    bytes = .memory([])
    tables = [:]
    end = 0
    liveCount = 0
  }

  /// Reads on from the end of the last finished build.
  private mutating func readBuilds() {
    let bytes = bytes
    bytes.withUnsafeBytes { bytes in
      var position = end
      var pending: [CacheRecord] = []
      while position < bytes.count {
        do throws(CacheRecord.Failure) {
          let record = try CacheRecord(at: position, of: bytes)
          position = record.next
          guard record.kind == Self.endOfBuild else {
            pending.append(record)
            continue
          }
          take(pending, in: bytes)
          pending.removeAll(keepingCapacity: true)
          end = position
        } catch {
          if error == .damaged { condition = .damaged }
          return
        }
      }
    }
  }

  private mutating func take(_ records: [CacheRecord], in bytes: UnsafeRawBufferPointer) {
    for record in records {
      let old = tables[record.kind, default: CacheTable()].set(record.name, record.value, in: bytes)
      liveCount += (record.value?.count ?? 0) - (old?.count ?? 0)
    }
  }
}

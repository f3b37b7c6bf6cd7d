import SiteDigest

/// The names of a kind, and where their values stand; nil for those that have none any more.
struct CacheTable {
  private(set) var names = NameTable()
  private(set) var values: [Range<Int>?] = []

  /// - Returns: the value that the name had.
  mutating func set(
    _ name: Range<Int>, _ value: Range<Int>?, in bytes: UnsafeRawBufferPointer
  ) -> Range<Int>? {
    let (number, isNew) = names.number(of: name, in: bytes)
    if isNew { values.append(nil) }
    defer { values[number] = value }
    return values[number]
  }
}

/// A record of the log: its length, a hash of the rest, the kind, whether there is a value, the
/// length of the name, the name, the value.
struct CacheRecord {
  let kind: CacheLog.Kind
  let name: Range<Int>
  let value: Range<Int>?
  /// Where the next one begins.
  let next: Int

  /// The record's length and hash.
  private static let frame = 16
  /// What stands between them and the name.
  private static let head = 6

  /// Why there is no record.
  enum Failure: Error {
    /// The file ends before.
    case cut
    case damaged
  }

  /// Reads the record at a place.
  init(at position: Int, of bytes: UnsafeRawBufferPointer) throws(Failure) {
    let start = position + Self.frame
    guard start <= bytes.count else { throw .cut }
    let length = Self.number(UInt64.self, at: position, of: bytes)
    let hash = Self.number(UInt64.self, at: position + 8, of: bytes)
    guard length <= UInt64(bytes.count - start), length >= Self.head else { throw .cut }
    next = start + Int(length)
    guard Fingerprint(of: UnsafeRawBufferPointer(rebasing: bytes[start..<next])).low == hash else {
      throw .damaged
    }
    let nameStart = start + Self.head
    let nameLength = Int(Self.number(UInt32.self, at: start + 2, of: bytes))
    guard nameLength <= next - nameStart else { throw .damaged }
    kind = CacheLog.Kind(rawValue: bytes[start])
    name = nameStart..<nameStart + nameLength
    value = bytes[start + 1] != 0 ? name.upperBound..<next : nil
  }

  private static func number<Number: FixedWidthInteger>(
    _: Number.Type, at position: Int, of bytes: UnsafeRawBufferPointer
  ) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self))
  }

  /// Appends the record of a change.
  static func write(_ change: CacheLog.Change, to batch: inout CacheWriter) {
    var record: [UInt8] = [change.kind.rawValue, change.value == nil ? 0 : 1]
    record.reserveCapacity(head + change.name.utf8.count + (change.value?.count ?? 0))
    withUnsafeBytes(of: UInt32(change.name.utf8.count).littleEndian) { record += $0 }
    record += change.name.utf8
    record += change.value ?? []
    batch.write(fixed: UInt64(record.count))
    batch.write(fixed: Fingerprint(of: record).low)
    batch.bytes += record
  }
}

/// Numbers distinct names that stand in one buffer of bytes, in the order in which they come.
///
/// A hash table with open addressing that holds only where names stand: tens of thousands cost no
/// object and no copy each.
public struct NameTable: Sendable {
  /// Where each name stands, by its number.
  public private(set) var places: [Range<Int>] = []
  private var hashes: [UInt32] = []
  /// Numbers plus one; 0 where there is none.
  private var slots: [UInt32]

  /// - Parameter capacity: how many names are expected.
  public init(capacity: Int = 0) {
    var count = 64
    while count < capacity * 2 { count *= 2 }
    slots = [UInt32](repeating: 0, count: count)
    places.reserveCapacity(capacity)
    hashes.reserveCapacity(capacity)
  }

  /// The number of a name, given to it now if it is new.
  ///
  /// - Parameter bytes: the same in each call.
  public mutating func number(
    of place: Range<Int>, in bytes: UnsafeRawBufferPointer
  ) -> (number: Int, isNew: Bool) {
    let name = UnsafeRawBufferPointer(rebasing: bytes[place])
    let hash = Self.hash(name)
    let slot = slot(of: name, hash, in: bytes)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    places.append(place)
    hashes.append(hash)
    slots[slot] = UInt32(places.count)
    if places.count * 2 > slots.count { grow() }
    return (places.count - 1, true)
  }

  /// The number of a name that has one.
  ///
  /// - Parameter bytes: those in which the others stand.
  public func known(_ name: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer) -> Int? {
    let found = slots[slot(of: name, Self.hash(name), in: bytes)]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The slot that a name has, or would have.
  private func slot(
    of name: UnsafeRawBufferPointer, _ hash: UInt32, in bytes: UnsafeRawBufferPointer
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isEqual(bytes[places[number]], name) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(
    _ known: Slice<UnsafeRawBufferPointer>, _ name: UnsafeRawBufferPointer
  ) -> Bool {
    known.count == name.count && known.elementsEqual(name)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  private static func hash(_ name: UnsafeRawBufferPointer) -> UInt32 {
    let hash = Fingerprint(of: name).low
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

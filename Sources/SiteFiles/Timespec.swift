import Glibc

extension timespec {
  /// Since the clock's beginning; that of files is 1970.
  public var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}

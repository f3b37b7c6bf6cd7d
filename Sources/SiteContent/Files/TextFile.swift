import Glibc
import SiteDiagnostics

/// Reads files that must be text.
enum TextFile {
  /// The largest text file that is read, in bytes: ten thousand printed pages of Arabic.
  static let maximumBytes = 10_000_000

  /// The file, or nil and what is wrong with it: too large, not UTF-8, holding NUL bytes.
  ///
  /// A byte order mark is kept in the bytes and warned of; lines may end in CR LF.
  static func read(_ path: String, in folder: SiteFolder) throws(EnvironmentFailure)
    -> (file: SourceFile?, diagnostics: [Diagnostic])
  {
    guard let bytes = try folder.bytes(of: path, limit: maximumBytes) else {
      let size = try folder.byteCount(of: path)
      return (nil, [.fileTooLarge(path, bytes: size, limit: maximumBytes)])
    }
    let file = SourceFile(path: path, bytes: bytes)
    if let encoding = ForeignEncoding(byteOrderMarkOf: bytes) {
      return (nil, [.notUTF8(at: SourceLocation(path: path, line: 1, column: 1), encoding)])
    }
    if let bad = bytes.firstInvalidUTF8 {
      return (nil, [.notUTF8(at: file.location(atByte: bad), ForeignEncoding(guessedFrom: bytes))])
    }
    if let zero = bytes.firstZero {
      return (nil, [.zeroByte(at: file.location(atByte: zero))])
    }
    return (file, [])
  }
}

/// An encoding that a file is probably in, since it is not UTF-8.
enum ForeignEncoding {
  case utf16
  case windows1256
  case unknown

  init?(byteOrderMarkOf bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    self = .utf16
  }

  /// Arabic in Windows-1256 is a run of bytes from C0 up, parted by spaces; every second byte of
  /// UTF-16 in Arabic is 06.
  init(guessedFrom bytes: [UInt8]) {
    let sample = bytes.prefix(4096)
    let high = sample.count { $0 >= 0xC0 }
    let arabicPages = sample.count { $0 == 0x06 || $0 == 0 }
    if arabicPages * 4 > sample.count {
      self = .utf16
    } else if high > 0, sample.count(where: { 0x80..<0xC0 ~= $0 }) * 4 < high {
      self = .windows1256
    } else {
      self = .unknown
    }
  }
}

extension [UInt8] {
  /// The offset of the first byte that is no part of valid UTF-8.
  fileprivate var firstInvalidUTF8: Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  fileprivate var firstZero: Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      return memchr(base, 0, bytes.count).map { UnsafeRawPointer($0) - base }
    }
  }
}

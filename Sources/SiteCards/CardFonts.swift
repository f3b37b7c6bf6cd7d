import CPango
import Glibc
import SiteDigest

/// Fonts that cards are drawn with, and no others: what is installed on the machine plays no part.
///
/// Pango reads fonts from files by name and only as plain OpenType, so those of a theme, which are
/// WOFF2, are written out. FreeType unpacks them on the way.
public final class CardFonts: Sendable {
  // Fontconfig's configuration, which only this class makes and frees: this is the door to it. It is
  // not changed once it is made, and reading it is safe from several threads (fontconfig 2.10.92
  // and later).
  nonisolated(unsafe) let configuration: OpaquePointer
  /// The names of the families, in the order of the fonts, with commas between them.
  let families: String

  /// Why fonts cannot be drawn with.
  public enum Problem: Error, Sendable, Hashable {
    /// A file is no font; its place among the files.
    case noFont(Int)
    /// An unpacked font cannot be written; the value of `errno` says why.
    case notWritten(path: String, reason: Int32)
  }

  /// - Parameters:
  ///   - files: fonts in the formats WOFF2, WOFF, OpenType or TrueType. Of several families, the
  ///     first that has a letter draws it.
  ///   - folder: an absolute path, where the unpacked fonts are written under names of their
  ///     content. They must stay there while cards are drawn.
  public init(_ files: [[UInt8]], unpackedIn folder: String) throws(Problem) {
    var paths: [String] = []
    for (index, file) in files.enumerated() {
      guard let font = Self.unpacked(file) else { throw .noFont(index) }
      paths.append(try Self.write(font, in: folder))
    }
    guard let configuration = FcConfigCreate() else { preconditionFailure("out of memory") }
    self.configuration = configuration
    let refused = paths.firstIndex { FcConfigAppFontAddFile(configuration, $0) != FcTrue }
    // Else Pango has fontconfig read the machine's fonts, in a thread of its own and for nothing.
    FcConfigSetCurrent(configuration)
    families = Self.families(in: configuration).joined(separator: ",")
    if let refused { throw .noFont(refused) }
  }

  deinit { FcConfigDestroy(configuration) }

  /// The letters of a text that none of the fonts has, each once, in their order.
  public func missingLetters(in texts: [String]) -> [Unicode.Scalar] {
    var missing: [Unicode.Scalar] = []
    for scalar in texts.joined().unicodeScalars where !missing.contains(scalar) {
      let properties = scalar.properties
      guard !properties.isWhitespace, !properties.isDefaultIgnorableCodePoint,
        properties.generalCategory != .control, properties.generalCategory != .format,
        !has(scalar)
      else { continue }
      missing.append(scalar)
    }
    return missing
  }

  private func has(_ scalar: Unicode.Scalar) -> Bool {
    Self.patterns(in: configuration).contains { pattern in
      var letters: OpaquePointer?
      return FcPatternGetCharSet(pattern, FC_CHARSET, 0, &letters) == FcResultMatch
        && FcCharSetHasChar(letters, scalar.value) == FcTrue
    }
  }

  private static func patterns(in configuration: OpaquePointer) -> [OpaquePointer?] {
    guard let set = FcConfigGetFonts(configuration, FcSetApplication) else { return [] }
    return (0..<Int(set.pointee.nfont)).map { set.pointee.fonts[$0] }
  }

  private static func families(in configuration: OpaquePointer) -> [String] {
    var families: [String] = []
    for pattern in patterns(in: configuration) {
      var name: UnsafeMutablePointer<FcChar8>?
      guard FcPatternGetString(pattern, FC_FAMILY, 0, &name) == FcResultMatch, let name else {
        continue
      }
      let family = String(cString: name)
      if !families.contains(family) { families.append(family) }
    }
    return families
  }

  /// The whole file as OpenType: the table of no name stands for it
  /// (FreeType, `FT_Load_Sfnt_Table`).
  private static func unpacked(_ file: [UInt8]) -> [UInt8]? {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0 else { return nil }
    defer { FT_Done_FreeType(library) }
    return file.withUnsafeBufferPointer { bytes in
      var face: FT_Face?
      guard FT_New_Memory_Face(library, bytes.baseAddress, FT_Long(bytes.count), 0, &face) == 0
      else { return nil }
      defer { FT_Done_Face(face) }
      var count: FT_ULong = 0
      guard FT_Load_Sfnt_Table(face, 0, 0, nil, &count) == 0 else { return nil }
      var font = [UInt8](repeating: 0, count: Int(count))
      return FT_Load_Sfnt_Table(face, 0, 0, &font, &count) == 0 ? font : nil
    }
  }

  /// Cairo keeps fonts by the names of their files, for all threads: the same name must always stand
  /// for the same font. It is written each time, since what is old may be cleared away.
  ///
  /// - Returns: the path of the file.
  private static func write(_ font: [UInt8], in folder: String) throws(Problem) -> String {
    let path = "\(folder)/\(Digest(of: font).hexadecimal).otf"
    // A name that no other thread or process writes to.
    var new = Array("\(path)-XXXXXX".utf8CString)
    let descriptor = mkstemp(&new)
    guard descriptor >= 0, let file = fdopen(descriptor, "w") else {
      throw .notWritten(path: path, reason: errno)
    }
    let written = fwrite(font, 1, font.count, file)
    guard fclose(file) == 0, written == font.count, rename(new, path) == 0 else {
      let reason = errno
      unlink(new)
      throw .notWritten(path: path, reason: reason)
    }
    return path
  }
}

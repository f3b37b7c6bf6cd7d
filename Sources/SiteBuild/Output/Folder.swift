import CLinux
import Glibc
import SiteDiagnostics

/// The operations on files and folders that writing a site needs, over POSIX.
enum Folder {
  /// A file or folder found by `contents(of:)`.
  struct Item: Sendable, Hashable {
    enum Kind: Sendable {
      case file
      case folder
      case symbolicLink
    }

    /// Relative to the folder that was listed.
    let path: String
    let kind: Kind
  }

  /// Makes a folder and those above it; one that exists is fine.
  static func make(_ path: String) throws(EnvironmentFailure) {
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try make(String(path[..<slash]))
      if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    }
    throw .cannot(.makeFolder, path, errno)
  }

  /// Writes a new file, making the folders above it; fails where a symbolic link has its name.
  static func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    var file = open(path, flags, 0o666)
    if file < 0, errno == ENOENT, let slash = path.lastIndex(of: "/") {
      try make(String(path[..<slash]))
      file = open(path, flags, 0o666)
    }
    guard file >= 0 else { throw .cannot(.write, path, errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = errno
        close(file)
        throw .cannot(.write, path, reason)
      }
      written += count
    }
    guard close(file) == 0 else { throw .cannot(.write, path, errno) }
  }

  /// A file's bytes.
  static func read(_ path: String) throws(EnvironmentFailure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .cannot(.read, path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .cannot(.read, path, errno) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { return }
        count += got
      }
    }
    guard failure == 0 else { throw .cannot(.read, path, failure) }
    return bytes
  }

  /// The folder that a path means: where it is a symbolic link, the one that it leads to.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Fails when the path is no folder or may not be written to.
  static func checkWritable(_ path: String) throws(EnvironmentFailure) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .cannot(.write, path, ENOTDIR)
    }
    guard access(path, W_OK) == 0 else { throw .cannot(.write, path, errno) }
  }

  /// Everything below a folder, folders before what they hold, sorted by name; nothing when there
  /// is no such folder.
  static func contents(of root: String) throws(EnvironmentFailure) -> [Item] {
    var items: [Item] = []
    var pending = [""]
    while let folder = pending.popLast() {
      let path = folder.isEmpty ? root : "\(root)/\(folder)"
      guard let stream = opendir(path) else {
        if errno == ENOENT, folder.isEmpty { return [] }
        throw .cannot(.read, path, errno)
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
          String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard name != ".", name != ".." else { continue }
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        let kind = kind(of: "\(root)/\(relative)")
        items.append(Item(path: relative, kind: kind))
        if kind == .folder { pending.append(relative) }
      }
    }
    return items.sorted { $0.path < $1.path }
  }

  /// The folders that hold nothing.
  static func empty(among items: [Item]) -> [String] {
    let parents = Set(items.compactMap { $0.path.lastIndex(of: "/").map($0.path.prefix(upTo:)) })
    return items.filter { $0.kind == .folder && !parents.contains($0.path[...]) }.map(\.path)
  }

  private static func kind(of path: String) -> Item.Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .file }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFLNK: .symbolicLink
    default: .file
    }
  }

  /// Removes a folder with everything in it; one that does not exist is fine. Of a symbolic link
  /// only the link goes.
  static func remove(_ root: String) throws(EnvironmentFailure) {
    guard exists(root) else { return }
    if kind(of: root) != .folder {
      guard unlink(root) == 0 else { throw .cannot(.remove, root, errno) }
      return
    }
    for item in try contents(of: root).reversed() {
      let path = "\(root)/\(item.path)"
      guard (item.kind == .folder ? rmdir(path) : unlink(path)) == 0 else {
        throw .cannot(.remove, path, errno)
      }
    }
    guard rmdir(root) == 0 else { throw .cannot(.remove, root, errno) }
  }

  /// Gives a file a second name, in a folder that is made if need be. A symbolic link stays one.
  static func link(_ path: String, as other: String) throws(EnvironmentFailure) {
    if linkat(AT_FDCWD, path, AT_FDCWD, other, 0) == 0 { return }
    if errno == ENOENT, let slash = other.lastIndex(of: "/") {
      try make(String(other[..<slash]))
      if linkat(AT_FDCWD, path, AT_FDCWD, other, 0) == 0 { return }
    }
    throw .cannot(.write, other, errno)
  }

  /// Puts a folder in the place of another in one step; the other gets the first one's name.
  /// Where there is no other, the folder is renamed.
  static func exchange(_ path: String, with other: String) throws(EnvironmentFailure) {
    let result = exists(other) ? ctsite_exchange(path, other) : rename(path, other)
    guard result == 0 else {
      throw .cannot(.replace, other, errno)
    }
  }
}

extension EnvironmentFailure {
  /// What was being done to a file when it failed.
  enum Action {
    case makeFolder
    case write
    case read
    case remove
    case replace
  }

  /// - Parameter reason: a value of `errno`.
  static func cannot(_ action: Action, _ path: String, _ reason: Int32) -> EnvironmentFailure {
    let why = String(cString: strerror(reason))
    let (english, arabic) =
      switch action {
      case .makeFolder: ("make the folder", "إنشاء المجلد")
      case .write: ("write", "كتابة الملف")
      case .read: ("read", "قراءة")
      case .remove: ("remove", "حذف")
      case .replace: ("replace", "استبدال")
      }
    return EnvironmentFailure(
      path: path,
      message: Wording(
        en: "cannot \(english) ‘\(path)’: \(why)", ar: "تعذّر \(arabic) «\(path)»: \(why)"),
      fix: remedy(for: reason))
  }

  private static func remedy(for reason: Int32) -> Wording {
    switch reason {
    case EACCES, EPERM, EROFS:
      Wording(
        en: "give yourself the right to write there, or choose another folder with --output",
        ar: "امنح نفسك صلاحية الكتابة هناك، أو اختر مجلدًا آخر بالخيار --output")
    case ENOSPC, EDQUOT:
      Wording(en: "free some disk space", ar: "وفّر مساحة على القرص")
    case ENOTDIR, EEXIST, ELOOP:
      Wording(
        en: "move the file of that name away, or choose another folder with --output",
        ar: "انقل الملف الذي يحمل هذا الاسم، أو اختر مجلدًا آخر بالخيار --output")
    default:
      Wording(en: "check the disk and the file system", ar: "افحص القرص ونظام الملفات")
    }
  }
}

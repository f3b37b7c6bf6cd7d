import CLinux
import Glibc

/// What stands at a name in a folder.
public enum FileKind: Sendable, Hashable {
  case file
  case folder
  case symbolicLink
  /// A device, a socket, a pipe.
  case other

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symbolicLink
    default: self = .other
    }
  }

  /// From `d_type`; nil where the file system does not fill it.
  init?(type: UInt8) {
    switch Int32(type) {
    case Int32(DT_REG): self = .file
    case Int32(DT_DIR): self = .folder
    case Int32(DT_LNK): self = .symbolicLink
    case Int32(DT_UNKNOWN): return nil
    default: self = .other
    }
  }
}

extension RawPath {
  /// What stands at the path; nil when nothing does.
  public func kind(followsLink: Bool = false) -> FileKind? {
    var status = stat()
    let result = followsLink ? stat(terminated, &status) : lstat(terminated, &status)
    return result == 0 ? FileKind(mode: status.st_mode) : nil
  }

  /// The path without symbolic links; itself where it leads nowhere.
  public var resolved: RawPath {
    guard let resolved = realpath(terminated, nil) else { return self }
    defer { free(resolved) }
    return RawPath(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }
}

/// The machine, not the content, is at fault: a disk, a permission, a missing folder.
///
/// Ends the command with exit code 3.
public struct EnvironmentFailure: Error, Sendable, Hashable {
  /// The file or folder, as it was asked for.
  public let path: String
  /// What could not be done and why.
  public let message: Wording
  /// What to do about it.
  public let fix: Wording

  /// A failure with its file, its reason and its remedy.
  public init(path: String, message: Wording, fix: Wording) {
    self.path = path
    self.message = message
    self.fix = fix
  }
}

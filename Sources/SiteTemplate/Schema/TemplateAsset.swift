/// A file of the theme as pages refer to it.
public struct TemplateAsset: Sendable, Hashable {
  /// Its content-hashed address.
  public let url: String
  /// Its Subresource Integrity value (W3C SRI): `sha384-…`.
  public let integrity: String

  /// A file by its address and digest.
  public init(url: String, integrity: String) {
    self.url = url
    self.integrity = integrity
  }
}

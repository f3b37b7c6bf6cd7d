/// A value of a YAML file and the bytes it was written with.
public struct YAMLNode: Sendable, Hashable {
  /// What a value is, before a schema says how its text is to be read.
  public enum Content: Sendable, Hashable {
    /// Nothing after the colon, or an unquoted `~` or `null`.
    case null
    /// Text, or what will be read as a number, a date or a choice. It is plain when it was written
    /// without quotes and not as a block.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  /// The value itself.
  public let content: Content
  /// Offsets from the start of the file; quotes and brackets are included.
  public let bytes: Range<Int>

  /// Makes a value that was written with these bytes.
  public init(_ content: Content, bytes: Range<Int>) {
    self.content = content
    self.bytes = bytes
  }
}

/// A key of a mapping with its value.
public struct YAMLEntry: Sendable, Hashable {
  /// The key's text, without quotes.
  public let key: String
  /// Offsets of the key from the start of the file.
  public let keyBytes: Range<Int>
  /// What stands behind the colon.
  public let value: YAMLNode

  /// Makes an entry of its key and its value.
  public init(key: String, keyBytes: Range<Int>, value: YAMLNode) {
    self.key = key
    self.keyBytes = keyBytes
    self.value = value
  }

  /// Makes an entry of a word in braces that has no colon, which was reported.
  init(withoutColon word: String, bytes: Range<Int>) {
    self.init(key: word, keyBytes: bytes, value: YAMLNode(.null, bytes: bytes))
  }

  /// Whether the entry is a word in braces without a colon, `{src: map.png, alt}`. There is an
  /// error about it, so that nothing need be said of its value or of an unknown key.
  public var lacksColon: Bool { value.bytes == keyBytes }
}

/// A value and the bytes of the file that state it.
public struct Located<Value: Sendable>: Sendable {
  /// The value as the schema reads it.
  public let value: Value
  /// Offsets from the start of the file.
  public let bytes: Range<Int>

  /// Makes a value that these bytes state.
  public init(_ value: Value, bytes: Range<Int>) {
    self.value = value
    self.bytes = bytes
  }
}

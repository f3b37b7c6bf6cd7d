import SiteDiagnostics
import SiteYAML

extension LoadedContent {
  /// Where the front matter of a file states a key, read again for the sake of a message.
  ///
  /// - Parameters:
  ///   - path: the file of an edition.
  ///   - isMeant: tells the item of a list that is looked for.
  public func place(
    of key: String, inFile path: String, where isMeant: (String) -> Bool = { _ in true }
  ) -> SourceLocation {
    sources[path]?.place(of: key, where: isMeant) ?? SourceLocation(path: path)
  }

  /// Where `tags.yaml` has a tag, read again for the sake of a message.
  public func place(ofTag key: String) -> SourceLocation {
    let path = "content/tags.yaml"
    guard let file = try? TextFile.read(path, in: folder).file,
      case .mapping(let entries)? = YAMLReader.read(file).root?.content,
      let entry = entries.first(where: { $0.key == key })
    else { return SourceLocation(path: path) }
    return file.location(atByte: entry.keyBytes.lowerBound)
  }
}

extension EditionSource {
  /// Where the front matter states a key, read again for the sake of a message; the file as a whole
  /// where it does not.
  func place(
    of key: String, where isMeant: (String) -> Bool = { _ in true }
  ) -> SourceLocation {
    let file = self.file.inMemory
    guard let bounds = try? FrontMatterBounds(of: file),
      case .mapping(let entries)? = YAMLReader.read(file, bytes: bounds.frontMatter).root?.content,
      let value = entries.first(where: { $0.key == key })?.value
    else { return file.location }
    guard case .sequence(let items) = value.content else {
      return file.location(atByte: value.bytes.lowerBound)
    }
    let item = items.first { item in
      guard case .scalar(let text, _) = item.content else { return false }
      return isMeant(text)
    }
    return file.location(atByte: (item ?? value).bytes.lowerBound)
  }
}

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
    guard let file = sources[path]?.file.inMemory, let bounds = try? FrontMatterBounds(of: file),
      case .mapping(let entries)? = YAMLReader.read(file, bytes: bounds.frontMatter).root?.content,
      let value = entries.first(where: { $0.key == key })?.value
    else { return SourceLocation(path: path) }
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

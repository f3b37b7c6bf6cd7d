import SiteDiagnostics

extension Compiler {
  /// Compiles `asset("css/site.css")` and `integrity("css/site.css")`, which are known when the
  /// template is.
  mutating func compileAsset(
    _ name: Name, _ arguments: [Expression], _ named: [NamedArgument]
  ) -> Value? {
    guard arguments.count == 1, named.isEmpty, let first = arguments.first,
      case .text(let path) = first.kind
    else {
      report(.assetPathIsNoText(name.text, at: location(name.offset)))
      return nil
    }
    guard let asset = assets[path] else {
      report(.unknownAsset(path, known: assets.keys.sorted(), at: location(first.offset)))
      return nil
    }
    return name.text == "asset"
      ? Value(id: add(.address(addConstant(asset.url))), type: .url)
      : Value(id: add(.constant(addConstant(asset.integrity))), type: .text)
  }
}

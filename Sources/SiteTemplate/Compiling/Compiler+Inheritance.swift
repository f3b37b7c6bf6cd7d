import SiteDiagnostics

extension Compiler {
  /// Follows `extends` to the template at the root and gathers the blocks on the way, those of the
  /// template that was asked for first.
  mutating func collectBlocks(from path: String) -> ParsedTemplate? {
    guard var template = templates[path] else {
      report(.missingEntryPoint(path, in: folder))
      return nil
    }
    var chain = [path]
    usedFiles.insert(path)
    while let parent = template.parent {
      file = template.file
      collectOverrides(of: template)
      chain.append(parent.text)
      guard let next = templates[parent.text] else {
        report(.missingTemplate(parent.text, known: templates.keys, at: location(parent.offset)))
        return nil
      }
      guard usedFiles.insert(parent.text).inserted else {
        report(.recursion(chain, at: location(parent.offset)))
        return nil
      }
      checkOverrides(of: template, against: next)
      template = next
    }
    return template
  }

  private mutating func collectOverrides(of template: ParsedTemplate) {
    for node in template.nodes {
      switch node.kind {
      case .block(let name, let body):
        let source = BlockSource(file: file, body: body, offset: node.offset)
        if blocks[name.text]?.contains(where: { $0.file.path == file.path }) == true {
          report(.blockTwice(name.text, at: location(name.offset)))
        } else {
          blocks[name.text, default: []].append(source)
        }
      case .text(let range) where file.bytes[range].allSatisfy(isSpace): break
      case .text(let range):
        let start = range.first { !isSpace(file.bytes[$0]) } ?? range.lowerBound
        report(.outsideBlocks(at: location(start)))
      default: report(.outsideBlocks(at: location(node.offset)))
      }
    }
  }

  /// Every block of a template must stand in the one that it extends, or further up.
  private mutating func checkOverrides(of template: ParsedTemplate, against parent: ParsedTemplate)
  {
    let known = blockNames(above: template)
    for node in template.nodes {
      if case .block(let name, _) = node.kind, !known.contains(name.text) {
        report(
          .unknownBlock(
            name.text, parent: parent.name, known: known, at: location(name.offset)))
      }
    }
  }

  private func blockNames(above template: ParsedTemplate) -> [String] {
    var names: Set<String> = []
    var seen: Set<String> = [template.file.path]
    var next = template.parent
    while let path = next?.text, let parent = templates[path], seen.insert(path).inserted {
      names.formUnion(parent.nodes.blockNames)
      next = parent.parent
    }
    return names.sorted()
  }

  mutating func compileBlock(_ name: Name, _ own: BlockSource) {
    if includes.count > 1 {
      return report(.blockInPartial(name.text, at: location(name.offset)))
    }
    if blocks[name.text]?.contains(where: { $0.file.path == file.path }) == true {
      return report(.blockTwice(name.text, at: location(name.offset)))
    }
    blocks[name.text, default: []].append(own)
    compileBlock(named: name.text, level: 0)
  }

  /// Compiles a block's body: that of the template itself at level 0, its parent's at 1.
  private mutating func compileBlock(named name: String, level: Int) {
    guard let sources = blocks[name], level < sources.count else { return }
    let source = sources[level]
    let outer = (file, currentBlock, place)
    file = source.file
    currentBlock = (name, level)
    scoped { compiler in
      compiler.closing(.block(name)) { $0.compile(source.body) }
    }
    if Place.joined(outer.2.settled(), place.settled()) == nil {
      checksElements = false
      report(
        .unbalancedPart(
          outer.2.description, place.description, last: tagStart.location,
          at: location(source.offset)))
    }
    (file, currentBlock) = (outer.0, outer.1)
  }

  mutating func compileSuper(_ arguments: Bool, at offset: Int) {
    guard let block = currentBlock, !arguments else {
      return report(.strayBlockSuper(at: location(offset)))
    }
    guard block.level + 1 < blocks[block.name, default: []].count else {
      return report(.noParentBlock(block.name, at: location(offset)))
    }
    compileBlock(named: block.name, level: block.level + 1)
  }
}

extension [Node] {
  /// The names of all blocks, those inside others too.
  fileprivate var blockNames: [String] {
    flatMap { node -> [String] in
      switch node.kind {
      case .block(let name, let body): [name.text] + body.blockNames
      case .conditional(let branches, let otherwise):
        branches.flatMap(\.body.blockNames) + (otherwise ?? []).blockNames
      case .loop(let loop): loop.body.blockNames + (loop.otherwise ?? []).blockNames
      default: []
      }
    }
  }
}

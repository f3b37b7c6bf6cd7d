import SiteConcurrency
import SiteDiagnostics
import SiteFiles

/// Does what a journal says. What was done before is passed over, so that a run which was
/// interrupted anywhere can be repeated.
struct JournalRun: Sendable {
  let journal: Journal
  let output: Folder
  let staging: Folder
  let jobs: Jobs

  /// The inode of the list of files in a folder; 0 where there is none.
  static func tree(in folder: Folder) -> UInt64 {
    folder.inode(of: Manifest.name) ?? 0
  }

  /// Ends what an interrupted run began, if the output folder is still the one it was begun on.
  static func completeInterrupted(
    at place: OutputPlace, jobs: Jobs
  ) async throws(EnvironmentFailure) {
    guard let staging = try place.stagingParent.folder(place.stagingName),
      staging.kind(of: Journal.name) == .file,
      let bytes = try staging.read(Journal.name, followsLink: false),
      let journal = Journal(bytes), let output = try place.folder(),
      journal.trees.contains(tree(in: output))
    else { return }
    try await JournalRun(journal: journal, output: output, staging: staging, jobs: jobs).run()
  }

  /// Each file is replaced in one step, and the list of files last of all.
  ///
  /// What is replaced is first given a name in the staging folder: freeing its blocks would take
  /// 2 ms a file, while readers see some files of the old site and some of the new.
  func run() async throws(EnvironmentFailure) {
    let staged = try staging.makeFolder(Staging.files)
    let old = try staging.makeFolder(Staging.old)
    if journal.removesFirst { try await removeFiles(into: old) }
    _ = try await journal.files.concurrentMap(jobs: jobs) { file throws(EnvironmentFailure) in
      try put(file, from: staged, old)
    }
    if !journal.removesFirst { try await removeFiles(into: old) }
    if let manifest = journal.manifest { try put(manifest, from: staged, old) }
    try staging.removeFile(Journal.name)
  }

  private func put(
    _ file: Staging.File, from staged: Folder, _ old: Folder
  ) throws(EnvironmentFailure) {
    guard staged.kind(of: file.name) == .file else { return }
    let folder = try output.makeFolder(file.path.parent ?? RawPath(""))
    // A file system may have no hard links; the old file is then freed at once.
    try? folder.link(file.path.name, to: old, as: file.name)
    try staged.move(file.name, to: folder, as: file.path.name)
  }

  private func removeFiles(into old: Folder) async throws(EnvironmentFailure) {
    let numbered = journal.removed.enumerated().map { (number: $0.offset, path: $0.element) }
    _ = try await numbered.concurrentMap(jobs: jobs) { item throws(EnvironmentFailure) in
      try remove(item.path, to: RawPath("removed-\(item.number)"), in: old)
    }
    _ = try await Set(journal.removed.compactMap(\.parent)).sorted()
      .concurrentMap(jobs: jobs) { path throws(EnvironmentFailure) in
        try removeIfEmpty(path)
      }
  }

  private func remove(
    _ path: RawPath, to name: RawPath, in old: Folder
  ) throws(EnvironmentFailure) {
    guard let folder = try output.folder(path.parent ?? RawPath("")),
      let kind = folder.kind(of: path.name), kind != .folder
    else { return }
    try folder.move(path.name, to: old, as: name)
  }

  /// Removes a folder that holds nothing, and those above it that then hold nothing.
  private func removeIfEmpty(_ path: RawPath) throws(EnvironmentFailure) {
    var next: RawPath? = path
    while let path = next {
      if let above = try output.folder(path.parent ?? RawPath("")),
        try !above.removeEmptyFolder(path.name)
      {
        return
      }
      next = path.parent
    }
  }
}

import SiteConcurrency
import SiteDiagnostics
import SiteFiles

/// What of an output folder stays when another site is published in it.
struct Survey: Sendable {
  /// What is to be carried over from one folder.
  struct Kept: Sendable {
    /// From the output folder.
    let folder: RawPath
    let names: [RawPath]
  }

  /// Files of the new site that have not changed, and files that ctsite did not make. Folders that
  /// are empty have no names.
  private(set) var kept: [Kept] = []
  /// The kept files that ctsite did not make.
  private(set) var foreign: [RawPath] = []
  /// What ctsite did not make and would have to replace, as a file or as a folder above one.
  private(set) var obstacles: [RawPath] = []
  /// Files of the new site that were not written and are not there.
  private(set) var missing: [RawPath] = []

  /// - Parameters:
  ///   - folder: the output folder, nil where there is none.
  ///   - old: the files that ctsite made.
  ///   - new: the files of the new site.
  ///   - written: those of them that are new or changed.
  init(
    of folder: Folder?, from old: Manifest, to new: Manifest, written: Set<RawPath>, jobs: Jobs
  ) async throws(EnvironmentFailure) {
    let sorting = Sorting(old: Set(old.paths), new: Set(new.paths), written: written)
    var found: Set<RawPath> = []
    var level = [Visit(path: RawPath(""), isBelowFile: false)]
    while let folder, !level.isEmpty {
      let results = try await level.concurrentMap(jobs: jobs) { visit throws(EnvironmentFailure) in
        try sorting.sort(visit, in: folder)
      }
      for result in results {
        kept += result.kept.map { [$0] } ?? []
        foreign += result.foreign
        obstacles += result.obstacles
        found.formUnion(result.unchanged)
      }
      level = results.flatMap(\.below)
    }
    foreign.sort()
    obstacles.sort()
    missing = sorting.new.subtracting(written).subtracting(found).sorted()
  }

  private struct Visit: Sendable {
    let path: RawPath
    /// Whether the new site has a file where this folder or one above it is.
    let isBelowFile: Bool
  }

  private struct Result: Sendable {
    var kept: Kept?
    var foreign: [RawPath] = []
    var obstacles: [RawPath] = []
    var unchanged: [RawPath] = []
    var below: [Visit] = []
  }

  private struct Sorting: Sendable {
    let old: Set<RawPath>
    let new: Set<RawPath>
    let written: Set<RawPath>
    /// The folders of the new site.
    let folders: Set<RawPath>

    init(old: Set<RawPath>, new: Set<RawPath>, written: Set<RawPath>) {
      self.old = old
      self.new = new
      self.written = written
      var folders: Set<RawPath> = []
      for path in new {
        var folder = path.parent
        while let next = folder, folders.insert(next).inserted { folder = next.parent }
      }
      self.folders = folders
    }

    func sort(_ visit: Visit, in root: Folder) throws(EnvironmentFailure) -> Result {
      var result = Result()
      guard let folder = try root.folder(visit.path) else { return result }
      let entries = try folder.entries()
      var names: [RawPath] = []
      for entry in entries where !isOwnRecord(entry.name, in: visit.path) {
        let path = visit.path / entry.name
        if entry.kind == .folder {
          let isBelowFile = visit.isBelowFile || new.contains(path)
          result.below.append(Visit(path: path, isBelowFile: isBelowFile))
        } else if old.contains(path) {
          guard entry.kind == .file, new.contains(path), !written.contains(path) else { continue }
          result.unchanged.append(path)
          names.append(entry.name)
        } else if visit.isBelowFile || new.contains(path) || folders.contains(path) {
          result.obstacles.append(path)
        } else {
          result.foreign.append(path)
          names.append(entry.name)
        }
      }
      if entries.isEmpty, visit.isBelowFile { result.obstacles.append(visit.path) }
      if entries.isEmpty || !names.isEmpty {
        result.kept = Kept(folder: visit.path, names: names)
      }
      return result
    }

    private func isOwnRecord(_ name: RawPath, in folder: RawPath) -> Bool {
      folder.isEmpty && (name == Manifest.name || name == OutputPlace.innerStagingName)
    }
  }
}

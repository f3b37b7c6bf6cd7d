"""Keeps what is in the way until everything is measured."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path


class Aside:
    """A folder for what would have to be deleted, on the same file system.

    ext4 avoids inodes that were deleted in the last minutes (`recently_deleted` in
    fs/ext4/ialloc.c) and goes through all of them for each file that it makes: a build after 70,000
    files were deleted took up to half as much CPU time again.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def take(self, path: Path) -> None:
        """Moves a file or folder here, if it is there."""
        if path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            path.rename(Path(tempfile.mkdtemp(dir=self.folder), path.name))

    def delete(self) -> None:
        """Deletes what was taken, also by a run before this one that was interrupted."""
        shutil.rmtree(self.folder, ignore_errors=True)

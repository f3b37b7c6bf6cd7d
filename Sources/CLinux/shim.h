#ifndef CTSITE_CLINUX_SHIM_H
#define CTSITE_CLINUX_SHIM_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

// Glibc declares renameat2 only under _GNU_SOURCE, which Swift's Glibc module does not set.
// 2 is RENAME_EXCHANGE (linux/fs.h).
static inline int ctsite_exchange(const char *path, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, other, 2);
}

// Glibc declares O_TMPFILE only under _GNU_SOURCE; its value is that of fcntl.h for x86 and arm.
// A file system without it gets a file that loses its name at once.
static inline int ctsite_unnamed_file(const char *folder) {
  int unnamed = 020000000 | O_DIRECTORY;
  int file = open(folder, unnamed | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  char path[4096];
  if (snprintf(path, sizeof path, "%s/.texts-XXXXXX", folder) >= (int)sizeof path) return -1;
  file = mkstemp(path);
  if (file >= 0) unlink(path);
  return file;
}

#endif

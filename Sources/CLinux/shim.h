#ifndef CTSITE_CLINUX_SHIM_H
#define CTSITE_CLINUX_SHIM_H

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Glibc declares renameat2 only under _GNU_SOURCE, which Swift's Glibc module does not set.
// 2 is RENAME_EXCHANGE (linux/fs.h).
static inline int ctsite_exchange(const char *path, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, other, 2);
}

#endif

#ifndef CTSITE_CLINUX_SHIM_H
#define CTSITE_CLINUX_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

// Glibc declares renameat2 only under _GNU_SOURCE, which Swift's Glibc module does not set.
// 2 is RENAME_EXCHANGE (linux/fs.h).
static inline int ctsite_exchange(int folder, const char *path, int other_folder, const char *other) {
  return (int)syscall(SYS_renameat2, folder, path, other_folder, other, 2);
}

// syncfs is declared only under _GNU_SOURCE too.
static inline int ctsite_flush(int folder) { return (int)syscall(SYS_syncfs, folder); }

// So is statx, which fills 256 bytes, the second eight of them attributes. 0x1000 is AT_EMPTY_PATH
// (fcntl.h), 0x2000 STATX_ATTR_MOUNT_ROOT (linux/stat.h).
static inline int ctsite_is_mount_point(int folder) {
  unsigned long long status[32];
  if (syscall(SYS_statx, folder, "", 0x1000, 0, status) != 0) return 0;
  return (status[1] & 0x2000) != 0;
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

// So is pipe2: no other program that is started meanwhile may get the pipe's ends.
static inline int ctsite_pipe(int ends[2]) { return (int)syscall(SYS_pipe2, ends, O_CLOEXEC); }

// The environment as programs that are started get it. It is a variable, which Swift cannot share
// between threads; nothing in ctsite changes it.
extern char **environ;
static inline char *const *ctsite_environment(void) { return environ; }

// A handler may do little more than write(2), and what it writes to must be a variable of C. Returns
// the end of a pipe from which the numbers of the signals are read, a byte each; a signal that the
// process was started to ignore stays ignored.
static int ctsite_signal_pipe[2] = {-1, -1};

static void ctsite_note_signal(int signal) {
  int reason = errno;
  char number = (char)signal;
  if (write(ctsite_signal_pipe[1], &number, 1) < 0) _exit(128 + signal);
  errno = reason;
}

static inline int ctsite_catch_signals(void) {
  int signals[2] = {SIGINT, SIGTERM};
  if (ctsite_signal_pipe[0] >= 0) return ctsite_signal_pipe[0];
  if (pipe(ctsite_signal_pipe) != 0) return -1;
  for (int index = 0; index < 2; index++) {
    struct sigaction action;
    fcntl(ctsite_signal_pipe[index], F_SETFD, FD_CLOEXEC);
    if (sigaction(signals[index], NULL, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action.sa_handler = ctsite_note_signal;
    action.sa_flags = SA_RESTART;
    sigaction(signals[index], &action, NULL);
  }
  return ctsite_signal_pipe[0];
}

#endif

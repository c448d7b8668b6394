/* Preloaded into Python: counts the calls that change files below one folder, and makes one of them go wrong.

   fault_arm(root, log, at, kind, error): calls count from 1; `log` gets a line for each. Kinds, for the call number `at`:
     0 nothing goes wrong     1 it fails with `error`
     2 a write takes half; from then on the disk is full (writes, new files and folders fail with ENOSPC)
     3 SIGKILL before it      4 SIGKILL in the middle of a write, after any other call */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, FAIL, FULL, BEFORE, MIDDLE };
enum { PASS, REFUSE, HALF, LAST };

static char root[PATH_MAX];
static int armed, at, kind, error, log_fd = -1, count;

void fault_arm(const char *folder, int log, int number, int what, int code) {
    snprintf(root, sizeof root, "%s/", folder);
    log_fd = log; at = number; kind = what; error = code; count = 0; armed = 1;
}

static void die(void) { kill(getpid(), SIGKILL); pause(); }

/* What is to become of a call: PASS, REFUSE with errno set, HALF of a write, or the LAST thing that the process does. */
static int fate(const char *call, const char *path, int grows) {
    if (!armed || strncmp(path, root, strlen(root))) return PASS;
    count++;
    if (log_fd >= 0) dprintf(log_fd, "%s %s\n", call, path + strlen(root));
    if (kind == FULL && count > at && grows) { errno = ENOSPC; return REFUSE; }
    if (count != at) return PASS;
    if (kind == FAIL) { errno = error; return REFUSE; }
    if (kind == FULL && grows) { errno = ENOSPC; return grows == 2 ? HALF : REFUSE; }
    if (kind == BEFORE) die();
    return kind == MIDDLE ? LAST : PASS;
}

static const char *place_at(int folder, const char *path, char *place) {
    char name[64];
    ssize_t size;
    if (path && path[0] == '/') return path;
    snprintf(name, sizeof name, folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", folder);
    size = readlink(name, place, PATH_MAX - 1);
    place[size < 0 ? 0 : size] = 0;
    if (path) {
        strncat(place, "/", PATH_MAX - strlen(place) - 1);
        strncat(place, path, PATH_MAX - strlen(place) - 1);
    }
    return place;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define SIMPLE(call, folder, path, grows, run) \
    char place[PATH_MAX]; \
    int what = fate(call, place_at(folder, path, place), grows); \
    if (what == REFUSE || what == HALF) return -1; \
    int result = run; \
    if (what == LAST) die(); \
    return result

#define WRITES(given) \
    char place[PATH_MAX]; \
    int what = fate("write", place_at(fd, NULL, place), 2); \
    if (what == REFUSE) return -1; \
    ssize_t result = real(fd, data, what == PASS ? size : (size + 1) / 2 given); \
    if (what == LAST) die(); \
    return result

ssize_t write(int fd, const void *data, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    WRITES();
}
#define COMMA_OFFSET , offset
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    WRITES(COMMA_OFFSET);
}
int fsync(int fd) {
    REAL(int, fsync, int);
    SIMPLE("fsync", fd, NULL, 0, real(fd));
}
int fdatasync(int fd) {
    REAL(int, fdatasync, int);
    SIMPLE("fsync", fd, NULL, 0, real(fd));
}
int ftruncate64(int fd, off64_t size) {
    REAL(int, ftruncate64, int, off64_t);
    SIMPLE("truncate", fd, NULL, 0, real(fd, size));
}
int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    SIMPLE("rename", AT_FDCWD, to, 0, real(from, to));
}
int unlink(const char *path) {
    REAL(int, unlink, const char *);
    SIMPLE("unlink", AT_FDCWD, path, 0, real(path));
}
int mkdir(const char *path, mode_t mode) {
    REAL(int, mkdir, const char *, mode_t);
    SIMPLE("mkdir", AT_FDCWD, path, 1, real(path, mode));
}
int chmod(const char *path, mode_t mode) {
    REAL(int, chmod, const char *, mode_t);
    SIMPLE("chmod", AT_FDCWD, path, 0, real(path, mode));
}
/* Only opening for writing counts: reading changes nothing. */
#define OPENS(path_) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } \
    if (!(flags & (O_WRONLY | O_RDWR | O_CREAT))) return real(path_, flags, mode); \
    SIMPLE("open", AT_FDCWD, path_, flags & O_CREAT ? 1 : 0, real(path_, flags, mode))

int open(const char *path, int flags, ...) {
    REAL(int, open, const char *, int, ...);
    OPENS(path);
}
int open64(const char *path, int flags, ...) {
    REAL(int, open64, const char *, int, ...);
    OPENS(path);
}

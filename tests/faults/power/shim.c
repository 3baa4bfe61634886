/* Loaded before libc (LD_PRELOAD): writes down all that a process does to the files under
 * POWER_ROOT and that a power cut could undo, in POWER_LOG, in the order in which it was done.
 * POWER_EIO=n: the n-th fsync of a file fails with EIO. Layout of a record: see struct head and oplog.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(result, name, ...) result (*real)(__VA_ARGS__) = dlsym(RTLD_NEXT, name)

struct __attribute__((packed)) head {
    char what;
    uint64_t inode, at;
    uint32_t length;
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *root;
static int out = -1, fails_in = 0;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("POWER_LOG"), *eio = getenv("POWER_EIO");
    root = getenv("POWER_ROOT");
    if (eio) fails_in = atoi(eio);
    if (path && root) out = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static int under(const char *path) {
    size_t n = root ? strlen(root) : 0;
    return out >= 0 && !strncmp(path, root, n) && path[n] == '/';
}

/* Whether the descriptor is of a file of ours, or of the root or a folder in it. */
static int ours(int fd) {
    char link[64], path[PATH_MAX];
    if (out < 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return under(path) || !strcmp(path, root);
}

static void note(char what, uint64_t inode, uint64_t at, const void *bytes, size_t length) {
    struct head head = {what, inode, at, (uint32_t)length};
    struct iovec parts[2] = {{&head, sizeof head}, {(void *)bytes, length}};
    int kept = errno;
    if (writev(out, parts, 2) != (ssize_t)(sizeof head + length)) abort();
    errno = kept;
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : found.st_ino;
}

static int is_folder(int fd) {
    struct stat found;
    return !fstat(fd, &found) && S_ISDIR(found.st_mode);
}

static uint64_t inode_at(const char *path) {
    struct stat found;
    return lstat(path, &found) ? 0 : found.st_ino;
}

static void names(char what, uint64_t inode, const char *one, const char *other) {
    char both[2 * PATH_MAX];
    int n = snprintf(both, sizeof both, "%s%c%s", one, 0, other);
    note(what, inode, 0, both, n);
}

static int opened(const char *name, const char *path, int flags, mode_t mode) {
    REAL(int, name, const char *, int, ...);
    if (!under(path)) return real(path, flags, mode);
    pthread_mutex_lock(&turn);
    int is_new = (flags & O_CREAT) && !inode_at(path);
    int fd = real(path, flags, mode);
    if (fd >= 0 && is_new) names('C', inode_of(fd), path, "");
    if (fd >= 0 && !is_new && (flags & O_TRUNC)) note('T', inode_of(fd), 0, "", 0);
    pthread_mutex_unlock(&turn);
    return fd;
}

#define OPEN(name)                                         \
    int name(const char *path, int flags, ...) {           \
        va_list rest;                                      \
        va_start(rest, flags);                             \
        mode_t mode = va_arg(rest, int);                   \
        va_end(rest);                                      \
        return opened(#name, path, flags, mode);           \
    }
OPEN(open)
OPEN(open64)

#define PWRITE(name)                                                         \
    ssize_t name(int fd, const void *bytes, size_t n, off_t at) {            \
        REAL(ssize_t, #name, int, const void *, size_t, off_t);              \
        if (!ours(fd)) return real(fd, bytes, n, at);                        \
        pthread_mutex_lock(&turn);                                           \
        ssize_t done = real(fd, bytes, n, at);                               \
        if (done > 0) note('W', inode_of(fd), at, bytes, done);              \
        pthread_mutex_unlock(&turn);                                         \
        return done;                                                         \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int fd, const void *bytes, size_t n) {
    REAL(ssize_t, "write", int, const void *, size_t);
    if (!ours(fd)) return real(fd, bytes, n);
    pthread_mutex_lock(&turn);
    ssize_t done = real(fd, bytes, n);
    if (done > 0) note('W', inode_of(fd), lseek(fd, 0, SEEK_CUR) - done, bytes, done);
    pthread_mutex_unlock(&turn);
    return done;
}

#define TRUNCATE(name)                                     \
    int name(int fd, off_t size) {                         \
        REAL(int, #name, int, off_t);                      \
        if (!ours(fd)) return real(fd, size);              \
        pthread_mutex_lock(&turn);                         \
        int failed = real(fd, size);                       \
        if (!failed) note('T', inode_of(fd), size, "", 0); \
        pthread_mutex_unlock(&turn);                       \
        return failed;                                     \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define SYNC(name)                                          \
    int name(int fd) {                                      \
        REAL(int, #name, int);                              \
        if (!ours(fd)) return real(fd);                     \
        pthread_mutex_lock(&turn);                          \
        int fails = fails_in && !is_folder(fd) && !--fails_in; \
        int failed = fails ? -1 : real(fd);                 \
        note(failed ? 'E' : 'S', inode_of(fd), 0, "", 0);   \
        if (fails) errno = EIO;                             \
        pthread_mutex_unlock(&turn);                        \
        return failed;                                      \
    }
SYNC(fsync)
SYNC(fdatasync)

#define ON_TWO(name, what)                                  \
    int name(const char *one, const char *other) {          \
        REAL(int, #name, const char *, const char *);       \
        if (!under(one) && !under(other)) return real(one, other); \
        pthread_mutex_lock(&turn);                          \
        int failed = real(one, other);                      \
        if (!failed) names(what, inode_at(other), one, other); \
        pthread_mutex_unlock(&turn);                        \
        return failed;                                      \
    }
ON_TWO(rename, 'R')
ON_TWO(link, 'L')

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    if (!under(path)) return real(path);
    pthread_mutex_lock(&turn);
    int failed = real(path);
    if (!failed) names('U', 0, path, "");
    pthread_mutex_unlock(&turn);
    return failed;
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    if (!under(path)) return real(path, mode);
    pthread_mutex_lock(&turn);
    int failed = real(path, mode);
    if (!failed) names('M', inode_at(path), path, "");
    pthread_mutex_unlock(&turn);
    return failed;
}

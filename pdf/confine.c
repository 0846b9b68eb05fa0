/* confine.c - give up files (Landlock, Linux 5.13) and network and programs (seccomp), without a library. */
#include "config.h"

#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif
#endif

#if defined(__NR_landlock_create_ruleset) && defined(LANDLOCK_ACCESS_FS_EXECUTE)

/* Where fonts, poppler's character maps and libraries lie. */
static const char *const readable[] = {"/usr", "/lib", "/lib64", "/etc/fonts", "/var/cache/fontconfig"};

static void allow(int rules, const char *path)
{
    struct landlock_path_beneath_attr attr = {.allowed_access =
                                                  LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR};
    attr.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (attr.parent_fd < 0)
        return;
    syscall(__NR_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &attr, 0);
    close(attr.parent_fd);
}

/* All that the first version of Landlock knows. */
static int give_up_files(void)
{
    struct landlock_ruleset_attr attr = {.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    long rules = syscall(__NR_landlock_create_ruleset, &attr, sizeof attr, 0);
    if (rules < 0)
        return 0;
    for (size_t i = 0; i < sizeof readable / sizeof *readable; i++)
        allow((int)rules, readable[i]);
    long failed = syscall(__NR_landlock_restrict_self, (int)rules, 0);
    close((int)rules);
    return failed ? 0 : CONFINED_FILES;
}

#else

static int give_up_files(void)
{
    return 0;
}

#endif

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#if defined(__linux__) && defined(ARCHITECTURE)

/* Of io_uring, which opens and connects without any of these calls; the same on all machines. */
#define IO_URING_SETUP 425
#define SECOND_SET 0x40000000

#define DENY(number)                                                                                         \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

static int give_up_network(void)
{
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        /* x86-64 has a second set of numbers for the same calls (x32). */
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, SECOND_SET, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        DENY(__NR_socket),
        DENY(__NR_socketpair),
        DENY(__NR_connect),
        DENY(__NR_bind),
        DENY(__NR_execve),
        DENY(__NR_execveat),
        DENY(__NR_ptrace),
        DENY(__NR_process_vm_readv),
        DENY(__NR_process_vm_writev),
        DENY(__NR_kill),
        DENY(IO_URING_SETUP),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof code / sizeof *code, code};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) ? 0 : CONFINED_NETWORK;
}

int confine(void)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        return 0;
    int files = give_up_files();
    return files | give_up_network();
}

#else

int confine(void)
{
    return 0;
}

#endif

/* confine.c - what nianbao-pdf gives up is gone: files, sockets, other programs. 77: the kernel takes nothing
 * away. */
#include "../pdf/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static int check(int holds, const char *what)
{
    if (!holds)
        printf("still there: %s\n", what);
    return !holds;
}

int main(int argc, char **argv)
{
    (void)argc;
    char *none[] = {NULL};
    int given_up = confine(), failed = 0;
    printf("given up: files %d, network and programs %d\n", !!(given_up & CONFINED_FILES),
           !!(given_up & CONFINED_NETWORK));
    if (given_up & CONFINED_FILES) {
        failed |= check(open("/etc/passwd", O_RDONLY) < 0 && errno == EACCES, "reading /etc/passwd");
        failed |=
            check(open("confine.tmp", O_WRONLY | O_CREAT, 0600) < 0 && errno == EACCES, "making a file");
    }
    if (given_up & CONFINED_NETWORK) {
        failed |= check(socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM, "sockets");
        failed |= check(execv(argv[0], none) < 0 && errno == EPERM, "other programs");
        failed |= check(kill(getppid(), 0) < 0 && errno == EPERM, "signals");
        failed |= check(syscall(425, 1, NULL) < 0 && errno == EPERM, "io_uring");
        failed |= check(syscall(0x40000000 | SYS_socket, AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM,
                        "sockets by other numbers");
    }
    failed |= check(access("/usr/share", R_OK) == 0, "no fonts: /usr/share is gone");
    return failed ? 1 : given_up ? 0 : 77;
}

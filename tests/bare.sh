#!/bin/sh
# bare.sh - installs as the README says, as root and with no DESTDIR, and starts the program and the consumer example from there. It does so
# in a namespace of its own, on a copy of the system that is forgotten: nothing is installed here. Usage: bare.sh BUILD-FOLDER
set -eu
build=$(cd "$1" && pwd) sources=$(cd "$(dirname "$0")/.." && pwd)
if [ "${2-}" != inside ]; then
    unshare -m true 2> /dev/null || { echo 'SKIP: no namespaces may be made here'; exit 0; }
    exec unshare -m "$0" "$build" inside
fi
top=$(mktemp -d)
mount -t tmpfs none "$top"
mkdir "$top/upper" "$top/work" "$top/root"
mount -t overlay none -o "lowerdir=/,upperdir=$top/upper,workdir=$top/work" "$top/root" ||
    { echo 'SKIP: no overlay may be mounted here'; exit 0; }
for folder in /proc /dev "$build" "$sources"; do
    mount --rbind "$folder" "$top/root$folder"
done
cat > "$top/root/tmp/bare" << EOF
set -eu
make -s -C '$build' install > /tmp/log 2>&1 || { tail /tmp/log; exit 1; }
cd /tmp
nianbao --version
nianbao convert -t csv '$sources/examples/zhuyu-2024.txt' 2> /dev/null | head -n 2 || :
cp '$sources/tests/consumer.c' .
cc -o consumer consumer.c \$(PKG_CONFIG_PATH=/usr/local/lib/pkgconfig pkg-config --cflags --libs libnianbao)
./consumer '$sources/examples/liuchuan-2019.txt'
EOF
chroot "$top/root" env -u LD_LIBRARY_PATH PATH=/usr/local/bin:/usr/bin:/bin sh /tmp/bare | tee "$top/said"
grep -q '^nianbao [0-9]' "$top/said"
grep -q '^柳川县 2019: 41 (given)$' "$top/said"

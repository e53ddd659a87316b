#!/bin/sh
# Becomes a Debian of its own: this machine's root filesystem with a layer of its own above it, its own processes and network, and an
# SSH server. Runs in a mount namespace of its own, so that nothing stays when it ends.
# $1 folder, $2 name, $3 address, $4 gateway, $5 public key of the account "deploy"
set -eu
folder=$1 name=$2 address=$3 gateway=$4 key=$5
mkdir -p "$folder/layers"
mount -t tmpfs -o mode=755 crewyard-host "$folder/layers"
mkdir "$folder/layers/upper" "$folder/layers/work" "$folder/layers/root"
root=$folder/layers/root
mount -t overlay overlay -o "lowerdir=/,upperdir=$folder/layers/upper,workdir=$folder/layers/work" "$root"

printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
if ! [ -x "$root/usr/sbin/sshd" ] || ! [ -x "$root/usr/bin/sudo" ]; then
  export DEBIAN_FRONTEND=noninteractive
  chroot "$root" apt-get update -q
  chroot "$root" apt-get install -y -q --no-install-recommends openssh-server sudo
fi
rm "$root/usr/sbin/policy-rc.d"
rm -f "$root"/etc/ssh/ssh_host_*
chroot "$root" ssh-keygen -q -A
chroot "$root" ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub > "$folder/key"

echo "$name" > "$root/etc/hostname"
printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$name" > "$root/etc/hosts"
rm -f "$root/etc/machine-id" "$root/var/lib/dbus/machine-id"
tr -d - < /proc/sys/kernel/random/uuid > "$root/etc/machine-id"

chroot "$root" useradd -m -s /bin/sh deploy
echo 'deploy ALL=(ALL) NOPASSWD: ALL' > "$root/etc/sudoers.d/deploy"
install -d -m 700 "$root/home/deploy/.ssh"
echo "$key" > "$root/home/deploy/.ssh/authorized_keys"
chroot "$root" chown -R deploy:deploy /home/deploy/.ssh

# Nothing of this machine's own services, and no time for what a container has no use of.
rm -rf "$root"/etc/systemd/system/*.wants
for unit in systemd-networkd systemd-resolved systemd-udevd systemd-logind systemd-timesyncd systemd-pstore; do
  ln -sf /dev/null "$root/etc/systemd/system/$unit.service"
done
cat > "$root/etc/systemd/system/host-network.service" <<END
[Unit]
DefaultDependencies=no
Before=systemd-user-sessions.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/bin/sh -c 'for group in /sys/fs/cgroup/*/; do mount -o remount,rw,bind \$group; done'
ExecStart=/usr/sbin/ip address add $address/30 dev host0
ExecStart=/usr/sbin/ip link set host0 up
ExecStart=/usr/sbin/ip route add default via $gateway
END
mkdir "$root/etc/systemd/system/ssh.service.d"
printf '[Unit]\nAfter=systemd-user-sessions.service\n' > "$root/etc/systemd/system/ssh.service.d/tests.conf"
cat > "$root/etc/systemd/system/host.target" <<END
[Unit]
Requires=basic.target
Wants=host-network.service systemd-user-sessions.service ssh.service
After=basic.target
AllowIsolate=yes
END

# As a container engine within a container needs it.
mkdir -p "$root/etc/containers" "$root/etc/systemd/system/crewyard-engine.service.d"
rm -rf "$root/var/lib/cni" "$root/etc/cni/net.d"
cat > "$root/etc/containers/containers.conf" <<END
[containers]
default_ulimits = ["nofile=20000:20000", "nproc=30000:30000"]
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
END
printf '[Service]\nEnvironment=BUILDAH_ISOLATION=chroot\n' > "$root/etc/systemd/system/crewyard-engine.service.d/tests.conf"

export SYSTEMD_SECCOMP=0 SYSTEMD_NSPAWN_API_VFS_WRITABLE=1 SYSTEMD_NSPAWN_USE_CGNS=1
exec systemd-nspawn --quiet --directory="$root" --machine="$name" --boot --network-veth --register=no --keep-unit --capability=all \
  --console=pipe --resolv-conf=copy-host --tmpfs=/var/lib/containers --link-journal=no --kill-signal=SIGRTMIN+3 \
  -- --unit=host.target

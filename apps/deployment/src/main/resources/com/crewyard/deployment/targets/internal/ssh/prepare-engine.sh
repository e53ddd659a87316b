#!/bin/sh
# Makes a container host of a bare Debian or Ubuntu. Each step runs as root, stops at the first failure, and may be repeated.
# $1 is the account that logs in, $2 its group, $3 the port of the SSH server.

#: look at the system: Debian 12 or Ubuntu 24.04 and later
. /etc/os-release
case "$ID" in
  debian) least=12 ;;
  ubuntu) least=24 ;;
  *) least=none ;;
esac
if [ "$least" = none ] || [ "${VERSION_ID%%.*}" -lt "$least" ]; then
  echo "this is $PRETTY_NAME; take Debian 12, Ubuntu 24.04 or a later one"
  exit 1
fi

#: apt-get install podman netavark catatonit nftables unattended-upgrades ca-certificates
missing=
for package in podman netavark catatonit nftables unattended-upgrades ca-certificates; do
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
done
if [ -n "$missing" ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q -o DPkg::Lock::Timeout=300 update
  apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 $missing
fi

#: make /var/lib/crewyard for the account
install -d -m 755 -o "$1" -g "$2" /var/lib/crewyard /var/lib/crewyard/sockets
install -d -m 755 /etc/crewyard /etc/crewyard/ports

#: have podman serve /run/crewyard/engine.sock to the account, and containers come back with the machine
install -d /etc/containers/containers.conf.d
cat > /etc/containers/containers.conf.d/60-crewyard.conf <<END
[containers]
log_driver = "k8s-file"
log_size_max = 104857600
[network]
network_backend = "netavark"
END
cat > /etc/systemd/system/crewyard-engine.socket <<END
[Unit]
Description=Container engine for Crewyard

[Socket]
ListenStream=/run/crewyard/engine.sock
SocketMode=0660
SocketGroup=$2
DirectoryMode=0755

[Install]
WantedBy=sockets.target
END
cat > /etc/systemd/system/crewyard-engine.service <<END
[Unit]
Description=Container engine for Crewyard
Requires=crewyard-engine.socket
After=crewyard-engine.socket

[Service]
Type=exec
KillMode=process
ExecStart=/usr/bin/podman system service --time=0
END
cat > /etc/systemd/system/crewyard-containers.service <<END
[Unit]
Description=Containers of Crewyard, started again with the machine
After=network-online.target
Wants=network-online.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/podman start --all --filter restart-policy=unless-stopped --filter label=com.crewyard.application

[Install]
WantedBy=multi-user.target
END
printf 'net.ipv4.ip_unprivileged_port_start = 80\n' > /etc/sysctl.d/60-crewyard.conf
sysctl -q -p /etc/sysctl.d/60-crewyard.conf
systemctl daemon-reload
systemctl enable -q crewyard-containers.service
systemctl enable -q --now crewyard-engine.socket

#: close all ports but SSH, 80, 443 and published ones with nftables
printf '%s\n' "$3" 80 443 > /etc/crewyard/ports/always
cat > /etc/crewyard/firewall.sh <<'END'
#!/bin/sh
# Takes every port that a file in /etc/crewyard/ports names, and no other; replaces the rules in one go.
set -e
ports=$(cat /etc/crewyard/ports/* | grep . | sort -nu | paste -sd,)
nft -f - <<RULES
table inet crewyard
delete table inet crewyard
table inet crewyard {
  chain input {
    type filter hook input priority filter; policy drop;
    ct state established,related accept
    ct state invalid drop
    iif lo accept
    iifname "podman*" accept
    meta l4proto { icmp, ipv6-icmp } accept
    udp dport { 68, 546 } accept
    tcp dport { $ports } accept
  }
}
RULES
# The kernel remembers a connection that is over for two minutes. At 2,000 requests a second its table were full by then, and it
# would drop packets.
sysctl -q -e -w net.netfilter.nf_conntrack_tcp_timeout_time_wait=10 || true
END
chmod 755 /etc/crewyard/firewall.sh
cat > /etc/systemd/system/crewyard-firewall.service <<END
[Unit]
Description=Firewall of Crewyard
After=nftables.service
Before=network-pre.target
Wants=network-pre.target

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/etc/crewyard/firewall.sh
ExecReload=/etc/crewyard/firewall.sh
ExecStop=/usr/sbin/nft delete table inet crewyard

[Install]
WantedBy=multi-user.target
END
systemctl daemon-reload
systemctl enable -q crewyard-firewall.service
systemctl restart crewyard-firewall.service

#: turn on unattended upgrades
cat > /etc/apt/apt.conf.d/60crewyard <<END
APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
END

#!/bin/sh
# Puts Caddy before the routers of a container host, to end TLS. Each step runs as root, stops at the first failure, and may be repeated.

#: apt-get install caddy
if [ "$(dpkg-query -W -f '${db:Status-Status}' caddy 2>/dev/null)" != installed ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q -o DPkg::Lock::Timeout=300 update
  apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 caddy
fi

#: have Caddy answer on 80 and 443 as crewyard-tls.service, in the place of its own service
if systemctl is-enabled -q caddy.service 2>/dev/null || systemctl is-active -q caddy.service; then
  systemctl disable -q --now caddy.service
fi
install -d -m 755 /etc/crewyard/tls /etc/crewyard/tls/sites
[ -e /etc/crewyard/tls/options ] || echo '# Options of Caddy for all sites, such as acme_ca; yours to write.' > /etc/crewyard/tls/options
cat > /etc/crewyard/tls/Caddyfile <<END
{
    admin unix//run/crewyard-tls/admin.sock
    import /etc/crewyard/tls/options
}
import /etc/crewyard/tls/sites/*
END
cat > /etc/systemd/system/crewyard-tls.service <<END
[Unit]
Description=TLS before the routers of Crewyard
After=network-online.target
Wants=network-online.target

[Service]
Type=notify
User=caddy
Group=caddy
Environment=XDG_DATA_HOME=/var/lib/crewyard-tls XDG_CONFIG_HOME=/var/lib/crewyard-tls
ExecStart=/usr/bin/caddy run --environ --adapter caddyfile --config /etc/crewyard/tls/Caddyfile
ExecReload=/usr/bin/caddy reload --force --adapter caddyfile --config /etc/crewyard/tls/Caddyfile
RuntimeDirectory=crewyard-tls
StateDirectory=crewyard-tls
AmbientCapabilities=CAP_NET_BIND_SERVICE
LimitNOFILE=1048576
PrivateTmp=true
ProtectSystem=full
Restart=on-failure

[Install]
WantedBy=multi-user.target
END
systemctl daemon-reload
systemctl enable -q crewyard-tls.service

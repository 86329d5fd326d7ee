// Literal outputs and files of the Linux distributions the shops use.

export const debian12 = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
HOME_URL="https://www.debian.org/"
SUPPORT_URL="https://www.debian.org/support"
BUG_REPORT_URL="https://bugs.debian.org/"
`;

export const astra17 = `PRETTY_NAME="Astra Linux"
NAME="Astra Linux"
ID=astra
ID_LIKE=debian
ANSI_COLOR="1;31"
HOME_URL="https://astralinux.ru"
SUPPORT_URL="https://astralinux.ru/support"
LOGO=astra
VERSION_ID=1.7_x86-64
VERSION_CODENAME=1.7_x86-64
VARIANT_ID=se
`;

export const alt11 = `NAME="ALT Workstation"
VERSION="11.1"
ID=altlinux
VERSION_ID=11.1
PRETTY_NAME="ALT Workstation 11.1 (Prometheus)"
ANSI_COLOR="1;33"
CPE_NAME="cpe:/o:alt:workstation:11.1"
BUILD_ID="ALT Workstation 11.1"
ALT_BRANCH_ID="p11"
HOME_URL="https://basealt.ru/"
BUG_REPORT_URL="https://bugs.altlinux.org/"
`;

export const redos8 = `PRETTY_NAME="RED OS 8.0.3 (Standard Desktop)"
NAME="RED OS"
ID=redos
ID_LIKE="rhel centos fedora"
VERSION_ID="8.0.3"
EDITION="Standard"
`;

export const ss = `State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess
LISTEN 0      128          0.0.0.0:22         0.0.0.0:*    users:(("sshd",pid=811,fd=3))
LISTEN 0      511          0.0.0.0:18080      0.0.0.0:*    users:(("nginx",pid=2001,fd=6),("nginx",pid=2000,fd=6))
LISTEN 0      100                *:8080             *:*    users:(("java",pid=1423,fd=57))
LISTEN 0      128             [::]:22            [::]:*    users:(("sshd",pid=811,fd=4))
`;

/** What an ordinary user sees of a socket that root holds. */
export const ssOfOthers = `State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      100                *:8080            *:*          
`;

/** `systemctl show --property=Id,LoadState,ActiveState,UnitFileState pcscd.service pcscd.socket`. */
export const systemctlShow = (service: string, socket: string, enabled: string): string => `Id=pcscd.service
LoadState=loaded
ActiveState=${service}
UnitFileState=indirect

Id=pcscd.socket
LoadState=loaded
ActiveState=${socket}
UnitFileState=${enabled}
`;

/** How the checks ask systemd for the daemon. */
export const unitsAsked = 'systemctl show --property=Id,LoadState,ActiveState,UnitFileState pcscd.service pcscd.socket';

/** `timedatectl show` of systemd 247 and newer. */
export const timedatectl = (zone: string, ntp: 'yes' | 'no'): string => `Timezone=${zone}
LocalRTC=no
CanNTP=yes
NTP=${ntp}
NTPSynchronized=${ntp}
TimeUSec=Mon 2026-03-02 12:30:15 MSK
RTCTimeUSec=Mon 2026-03-02 12:30:15 MSK
`;

/** `pcsc_scan -r` of pcsc-tools 1.6. */
export const pcscReaders = (...names: readonly string[]): string =>
  `${names.map((name, index) => `${index}: ${name}\n`).join('')}`;

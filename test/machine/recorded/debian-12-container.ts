import { dpkgListing } from '../../../src/machine/outputs/packages.ts';
import { tokens, utmState } from '../contexts.ts';
import { noSuchProgram, printed, type Recording } from '../recorded-system.ts';
import { linuxRecording, type Machine } from './machine.ts';
import { debian12, unitsAsked } from './outputs/linux.ts';

// Recorded on a Debian 12 in a container without systemd; the list of packages is cut to what the checks look at.

const files = { '/etc/os-release': debian12, '/etc/timezone': 'Etc/UTC\n' };

const packages = `libc6	2.36-9+deb12u14	installed	GNU Libc Maintainers <debian-glibc@lists.debian.org>
libpcsclite1	1.9.9-2	installed	Ludovic Rousseau <rousseau@debian.org>
openssl	3.0.19-1~deb12u2	installed	Debian OpenSSL Team <pkg-openssl-devel@alioth-lists.debian.net>
pcscd		not-installed	
`;

const commands: Recording['commands'] = {
  [unitsAsked]: {
    ...printed('', 1),
    stderr:
      "System has not been booted with systemd as init system (PID 1). Can't operate.\nFailed to connect to bus: Host is down\n",
  },
  'timedatectl show': {
    ...printed('', 1),
    stderr:
      "System has not been booted with systemd as init system (PID 1). Can't operate.\nFailed to connect to bus: Host is down\n",
  },
  'systemd-detect-virt': printed('docker\n'),
  id: printed('uid=0(root) gid=0(root) groups=0(root)\n'),
  'ss -ltnp': printed(`State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      128          0.0.0.0:2024      0.0.0.0:*          
`),
  'pcsc_scan -r': noSuchProgram,
  [`dpkg-query ${dpkgListing.join(' ')}`]: printed(packages),
};

export const debian12Container: Machine = {
  about: 'Debian 12 in a container: no driver, no smart card daemon, no network',
  recording: linuxRecording({ files, commands, dates: {}, issuers: {} }),
  context: { tokens: tokens([], []), utm: utmState('silent') },
  findings: {
    'operating-system': 'ok suitable',
    'smart-card-service': 'bad linux-absent',
    'vendor-libraries': 'bad absent',
    token: 'waiting none-without-driver',
    clock: 'info unknown',
    network: 'attention unreachable',
    'utm-port': 'ok free-no-utm',
    utm: 'info absent',
    readers: 'info unknown',
    'driver-publisher': 'info nothing',
    'integrity-checker': 'ok not-needed',
    'remote-session': 'ok local',
    'virtual-machine': 'info container',
    administrator: 'info elevated',
    'time-zone': 'info foreign',
    'disk-space': 'ok enough',
    memory: 'ok enough',
    proxy: 'ok none',
    'tls-inspection': 'info unknown',
    'crypto-providers': 'ok none',
    'utm-service-ports': 'ok free',
    'utm-remains': 'ok none',
    'portal-components': 'ok none',
  },
  values: {
    'smart-card-service': { command: 'apt install pcscd libccid' },
    'virtual-machine': { hardware: 'docker' },
    'time-zone': { zone: 'Etc/UTC' },
  },
};

/** The same after `apt-get install pcscd pcsc-tools` and a start of the daemon. */
export const debian12ContainerWithDaemon: Machine = {
  ...debian12Container,
  about: 'the same Debian 12 once the smart card daemon is installed and started: nothing else has changed',
  recording: {
    ...debian12Container.recording,
    files: { ...files, '/usr/sbin/pcscd': '', '/run/pcscd/pcscd.comm': '' },
    commands: { ...commands, 'pcsc_scan -r': printed('No reader found.\n') },
  },
  findings: {
    ...debian12Container.findings,
    'smart-card-service': 'ok linux-running',
    readers: 'info none',
  },
  values: { ...debian12Container.values, 'smart-card-service': {} },
};

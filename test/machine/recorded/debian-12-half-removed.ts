import { dpkgListing } from '../../../src/machine/outputs/packages.ts';
import { elfLibrary } from '../../support/executable-headers.ts';
import { tokens, utmState } from '../contexts.ts';
import { printed } from '../recorded-system.ts';
import { linuxRecording, type Machine } from './machine.ts';
import { debian12, systemctlShow, timedatectl, unitsAsked } from './outputs/linux.ts';

const rutoken = '/usr/lib/librtpkcs11ecp.so';

/** Reconstructed from the documented forms of the commands. `config-files` is dpkg's word for a package removed. */
export const debian12HalfRemoved: Machine = {
  about: 'Debian 12 over SSH: a UTM removed but not purged, a 32-bit library copied by hand, a token without a reader',
  recording: linuxRecording({
    environment: { SSH_CONNECTION: '192.168.0.5 50122 192.168.0.17 22' },
    files: {
      '/etc/os-release': debian12,
      '/usr/sbin/pcscd': '',
      '/opt/utm': '',
      [rutoken]: elfLibrary(1, 3),
      '/sys/bus/usb/devices/1-3/idVendor': '0a89\n',
    },
    folders: { '/sys/bus/usb/devices': ['1-3'] },
    openPorts: [8194],
    commands: {
      [unitsAsked]: printed(systemctlShow('active', 'inactive', 'disabled')),
      'timedatectl show': printed(timedatectl('Europe/Berlin', 'yes')),
      'systemd-detect-virt': printed('none\n', 1),
      id: printed('uid=1000(anna) gid=1000(anna) groups=1000(anna),27(sudo)\n'),
      'pcsc_scan -r': printed('No reader found.\n'),
      'ss -ltnp': printed(`State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess
LISTEN 0      511        127.0.0.1:8194       0.0.0.0:*    users:(("node",pid=2001,fd=21))
`),
      [`dpkg-query ${dpkgListing.join(' ')}`]:
        printed(`pcscd	1.9.9-2	installed	Ludovic Rousseau <rousseau@debian.org>
u-trans	4.2.0-2662	config-files	Center-Inform
`),
      [`dpkg-query -S ${rutoken}`]: {
        ...printed('', 1),
        stderr: `dpkg-query: no path found matching pattern ${rutoken}\n`,
      },
    },
  }),
  context: { tokens: tokens([], []), utm: utmState('silent') },
  findings: {
    'operating-system': 'ok suitable',
    'smart-card-service': 'attention linux-running-until-restart',
    'vendor-libraries': 'bad wrong-bitness',
    token: 'waiting none-without-driver',
    clock: 'ok right',
    network: 'ok reachable',
    'utm-port': 'ok free-no-utm',
    utm: 'info absent',
    readers: 'attention no-system-driver',
    'driver-publisher': 'info unpackaged',
    'integrity-checker': 'ok not-needed',
    'remote-session': 'info shell',
    'virtual-machine': 'ok physical',
    administrator: 'ok available',
    'time-zone': 'info foreign',
    'disk-space': 'ok enough',
    memory: 'ok enough',
    proxy: 'ok none',
    'tls-inspection': 'ok untouched',
    'crypto-providers': 'ok none',
    'utm-service-ports': 'attention held-by-other',
    'utm-remains': 'attention files',
    'portal-components': 'ok none',
  },
  values: {
    readers: { name: 'USB 0a89' },
    'utm-service-ports': { ports: '8194', programs: 'node' },
    'utm-remains': { folder: '/opt/utm' },
    'time-zone': { zone: 'Europe/Berlin' },
  },
};

import { rpmListing } from '../../../src/machine/outputs/packages.ts';
import { elfLibrary } from '../../support/executable-headers.ts';
import { library, tokens, utmState } from '../contexts.ts';
import { printed } from '../recorded-system.ts';
import { linuxRecording, type Machine } from './machine.ts';
import { alt11, systemctlShow, timedatectl, unitsAsked } from './outputs/linux.ts';

const jacarta = '/usr/lib64/pkcs11/libjcPKCS11-2.so';

/** Reconstructed from the documented forms of the commands. ALT asks rpm, and the daemon of a new package sleeps. */
export const alt11Stopped: Machine = {
  about: 'ALT Workstation 11 over X2Go: JaCarta is in, its daemon stopped, an antivirus, a proxy in the environment',
  recording: linuxRecording({
    environment: { X2GO_SESSION: 'kassa-50-1772443815', https_proxy: 'http://proxy.shop.local:3128/' },
    files: {
      '/etc/os-release': alt11,
      '/usr/sbin/pcscd': '',
      [jacarta]: elfLibrary(2, 62),
      '/sys/bus/usb/devices/3-2/idVendor': '24dc\n',
      '/sys/bus/usb/devices/3-2/product': 'JaCarta\n',
    },
    folders: { '/sys/bus/usb/devices': ['3-2'] },
    issuers: {},
    freeSpace: { '/opt': 900 * 1024 ** 2 },
    openPorts: [8080],
    commands: {
      [unitsAsked]: printed(systemctlShow('inactive', 'inactive', 'disabled')),
      'timedatectl show': printed(timedatectl('Asia/Omsk', 'no')),
      'systemd-detect-virt': printed('kvm\n'),
      id: printed('uid=500(kassa) gid=500(kassa) groups=500(kassa),100(users)\n'),
      'pcsc_scan -r': printed('', 255),
      'ss -ltnp': printed(`State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      100                *:8080            *:*          
`),
      [`rpm ${rpmListing.join(' ')}`]: printed(`pcsc-lite	2.0.0-alt2	installed	ALT Linux Team
jcpkcs11-2	2.4.0.2946-alt1	installed	ALT Linux Team
kesl	12.1.0-1297	installed	Kaspersky Lab
`),
      [`rpm -qf --qf %{NAME}:  ${jacarta}`]: printed('jcpkcs11-2: '),
    },
  }),
  context: { tokens: tokens([], [library(jacarta)]), utm: utmState('silent') },
  findings: {
    'operating-system': 'ok suitable',
    'smart-card-service': 'bad linux-stopped',
    'vendor-libraries': 'ok jacarta',
    token: 'waiting none',
    clock: 'info right-unsynchronised',
    network: 'ok reachable',
    'utm-port': 'attention held-by-unnamed',
    utm: 'info absent',
    readers: 'attention system-only',
    'driver-publisher': 'ok known',
    'integrity-checker': 'ok passed',
    'remote-session': 'attention desktop',
    'virtual-machine': 'attention virtual',
    administrator: 'info another-person',
    'time-zone': 'ok russian',
    'disk-space': 'attention little',
    memory: 'ok enough',
    proxy: 'info server',
    'tls-inspection': 'info antivirus-unproven',
    'crypto-providers': 'ok none',
    'utm-service-ports': 'ok free',
    'utm-remains': 'ok none',
    'portal-components': 'ok none',
  },
  values: {
    'driver-publisher': { files: 'libjcPKCS11-2.so 2.4.0.2946-alt1 (ALT Linux Team)' },
    readers: { names: 'JaCarta' },
    proxy: { server: 'http://proxy.shop.local:3128/' },
    'virtual-machine': { hardware: 'kvm' },
    'disk-space': { disk: '/opt', gigabytes: 0.9 },
  },
};

import { dpkgListing } from '../../../src/machine/outputs/packages.ts';
import { elfLibrary } from '../../support/executable-headers.ts';
import { device, library, tokens, utmState } from '../contexts.ts';
import { printed } from '../recorded-system.ts';
import { linuxRecording, type Machine } from './machine.ts';
import { astra17, pcscReaders, systemctlShow, timedatectl, unitsAsked } from './outputs/linux.ts';

const rutoken = '/opt/aktivco/rutokenecp/amd64/librtpkcs11ecp.so';

/** Reconstructed from the documented forms of the commands and the vendors' package names. */
export const astra17Working: Machine = {
  about: 'Astra Linux 1.7 of a shop: Рутокен, a UTM that works, КриптоПро',
  recording: linuxRecording({
    files: {
      '/etc/os-release': astra17,
      '/usr/sbin/pcscd': '',
      '/opt/utm/transport': '',
      [rutoken]: elfLibrary(2, 62),
      '/usr/lib/librtpkcs11ecp.so': elfLibrary(2, 62),
      '/proc/1423/cmdline': '/opt/utm/jre/bin/java\0-Dbasedir=/opt/utm/transport\0',
      '/sys/bus/usb/devices/1-1/idVendor': '0a89\n',
      '/sys/bus/usb/devices/1-1/product': 'Rutoken ECP\n',
      '/sys/bus/usb/devices/usb1/idVendor': '1d6b\n',
      '/sys/bus/usb/devices/usb1/product': 'xHCI Host Controller\n',
    },
    folders: { '/sys/bus/usb/devices': ['1-0:1.0', '1-1', 'usb1'] },
    openPorts: [8080, 8192],
    commands: {
      [unitsAsked]: printed(systemctlShow('active', 'active', 'enabled')),
      'timedatectl show': printed(timedatectl('Europe/Moscow', 'yes')),
      'systemd-detect-virt': printed('none\n', 1),
      id: printed(
        'uid=1000(kassa) gid=1000(kassa) группы=1000(kassa),24(cdrom),1001(astra-admin),333(astra-console)\n',
      ),
      'pcsc_scan -r': printed(pcscReaders('Aktiv Rutoken ECP 00 00')),
      'ss -ltnp': printed(`State   Recv-Q  Send-Q   Local Address:Port   Peer Address:Port
LISTEN  0       100                  *:8080              *:*      users:(("java",pid=1423,fd=57))
LISTEN  0       50           127.0.0.1:8192        0.0.0.0:*      users:(("java",pid=1423,fd=61))
`),
      [`dpkg-query ${dpkgListing.join(' ')}`]:
        printed(`lsb-cprocsp-base	5.0.12998-7	installed	Crypto-Pro LLC. <support@cryptopro.ru>
lsb-cprocsp-rdr-64	5.0.12998-7	installed	Crypto-Pro LLC. <support@cryptopro.ru>
librtpkcs11ecp	2.18.2.0-1	installed	Aktiv Co. <hotline@rutoken.ru>
pcscd	1.8.24-1	installed	Ludovic Rousseau <rousseau@debian.org>
u-trans	4.2.0-2662	installed	Center-Inform
`),
      [`dpkg-query -S ${rutoken}`]: printed(`librtpkcs11ecp: ${rutoken}\n`),
      'dpkg-query -S /usr/lib/librtpkcs11ecp.so': printed('librtpkcs11ecp: /usr/lib/librtpkcs11ecp.so\n'),
    },
  }),
  context: {
    tokens: tokens([device('Рутокен ЭЦП 3.0', '0313210061')], [{ ...library(rutoken), vendor: 'aktiv' }]),
    utm: utmState('answering', 'working'),
  },
  findings: {
    'operating-system': 'ok suitable',
    'smart-card-service': 'ok linux-running',
    'vendor-libraries': 'ok rutoken',
    token: 'ok one',
    clock: 'ok right',
    network: 'ok reachable',
    'utm-port': 'ok held-by-utm',
    utm: 'ok working',
    readers: 'ok agreed',
    'driver-publisher': 'ok known',
    'integrity-checker': 'ok not-needed',
    'remote-session': 'ok local',
    'virtual-machine': 'ok physical',
    administrator: 'ok available',
    'time-zone': 'ok russian',
    'disk-space': 'ok enough',
    memory: 'ok enough',
    proxy: 'ok none',
    'tls-inspection': 'ok untouched',
    'crypto-providers': 'info found',
    'utm-service-ports': 'ok held-by-utm',
    'utm-remains': 'ok none',
    'portal-components': 'ok none',
  },
  values: {
    'operating-system': { name: 'Astra Linux 1.7' },
    readers: { names: 'Aktiv Rutoken ECP 00 00' },
    'driver-publisher': { files: 'librtpkcs11ecp.so 2.18.2.0-1 (Aktiv Co. <hotline@rutoken.ru>)' },
    'crypto-providers': { names: 'КриптоПро CSP 5.0.12998-7' },
    'time-zone': { zone: 'Europe/Moscow' },
  },
};

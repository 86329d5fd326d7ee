import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, type MachineContext, outcomesOf, tokenSeen } from '../../check.ts';
import { queryRegistry } from '../../questions/windows-registry.ts';
import type { System } from '../../system.ts';

export interface VirtualMachineFacts {
  /** Maker and model as the firmware tells them, or the word of systemd; `null`: not told. */
  readonly hardware: string | null;
  readonly kind: 'physical' | 'virtual' | 'container' | 'unknown';
  readonly tokenSeen: boolean;
}

/** Makers and models that the firmware of virtual machines gives; a physical one on Hyper-V keeps its own. */
const virtualHardware =
  /vmware|virtualbox|innotek|qemu|kvm|xen|bochs|parallels|bhyve|virtual machine|openstack|proxmox|firecracker/i;

// systemd-detect-virt(1), «Container».
const containers = new Set([
  'openvz',
  'lxc',
  'lxc-libvirt',
  'systemd-nspawn',
  'docker',
  'podman',
  'rkt',
  'wsl',
  'proot',
]);

const biosKey = 'HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS';

async function onWindows(system: System): Promise<Pick<VirtualMachineFacts, 'hardware' | 'kind'>> {
  const [bios] = await queryRegistry(system, biosKey);
  const names = ['SystemManufacturer', 'SystemProductName'].map((name) => bios?.values.get(name) ?? '');
  const hardware = names.join(' ').trim();
  if (hardware === '') return { hardware: null, kind: 'unknown' };
  return { hardware, kind: virtualHardware.test(hardware) ? 'virtual' : 'physical' };
}

/** It exits with 1 on a physical computer, and prints «none». */
async function onLinux(system: System): Promise<Pick<VirtualMachineFacts, 'hardware' | 'kind'>> {
  const word = (await system.run('systemd-detect-virt', [])).stdout.trim();
  if (word === '') return { hardware: null, kind: 'unknown' };
  if (word === 'none') return { hardware: null, kind: 'physical' };
  return { hardware: word, kind: containers.has(word) ? 'container' : 'virtual' };
}

async function probe(system: System, context: MachineContext): Promise<VirtualMachineFacts> {
  const found = await (system.platform === 'win32' ? onWindows(system) : onLinux(system));
  return { ...found, tokenSeen: tokenSeen(context) };
}

const conclude = outcomesOf('virtual-machine', {
  physical: ['ok'],
  virtual: ['attention', 'check-again'],
  'virtual-token-seen': ['ok'],
  container: ['info'],
  unknown: ['info'],
});

/** A virtual machine sees a token only where its owner passes the USB device on to it. */
export function virtualMachineRule({ hardware, kind, tokenSeen: seen }: VirtualMachineFacts): Finding {
  const raw = { hardware, kind, tokenSeen: seen };
  const values = { hardware: hardware ?? '' };
  return conclude(kind === 'virtual' && seen ? 'virtual-token-seen' : kind, raw, values);
}

export const virtualMachine = defineCheck({ id: 'virtual-machine', probe, rule: virtualMachineRule });

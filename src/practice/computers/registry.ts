import { registryKeys } from './windows-11.ts';

const currentVersion = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';
const providers = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\Defaults\\Provider';

/** What `reg query` prints for the keys that checks ask for, by the end of the key; a key not here does not exist. */
export const registry: readonly (readonly [end: string, output: string])[] = [
  [
    '\\System\\BIOS',
    registryKeys([
      'HKEY_LOCAL_MACHINE\\HARDWARE\\DESCRIPTION\\System\\BIOS',
      'SystemManufacturer    REG_SZ    ASUSTeK COMPUTER INC.',
      'SystemProductName    REG_SZ    ExpertCenter D500',
    ]),
  ],
  [
    '\\TimeZoneInformation',
    registryKeys([
      'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation',
      'Bias    REG_DWORD    0xffffff4c',
      'ActiveTimeBias    REG_DWORD    0xffffff4c',
      'TimeZoneKeyName    REG_SZ    Russian Standard Time',
    ]),
  ],
  [
    '\\Defaults\\Provider',
    registryKeys(
      [`${providers}\\Microsoft Base Cryptographic Provider v1.0`],
      [`${providers}\\Microsoft Enhanced RSA and AES Cryptographic Provider`],
    ),
  ],
  [
    '\\Internet Settings',
    registryKeys([
      'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings',
      'ProxyEnable    REG_DWORD    0x0',
    ]),
  ],
  [
    '\\CurrentVersion\\Uninstall',
    registryKeys([
      `${currentVersion}\\Uninstall\\7-Zip`,
      'DisplayName    REG_SZ    7-Zip 24.08 (x64)',
      'DisplayVersion    REG_SZ    24.08',
    ]),
  ],
];

/** `reg query` of the services whose name holds «Transport». */
export const transportServices = (names: readonly string[]): string =>
  registryKeys(...names.map((name) => [`HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\${name}`] as const));

const procrun = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0';

/** Where the service of a UTM keeps the options of its Java, as the UTM's own installer writes them. */
export const transportOptions = (service: string, folder: string): string =>
  registryKeys([
    `${procrun}\\${service}\\Parameters\\Java`,
    `Options    REG_MULTI_SZ    -Dbasedir=${folder}\\0-Dspring.profiles.active=prod`,
  ]);

// Literal outputs of Russian and English Windows, as people paste them; numbers and names of no real machine.

export const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

export const scRunning = crlf(`
Имя_службы: SCardSvr 
        Тип                : 30  WIN32  
        Состояние          : 4  RUNNING 
                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
        Код_выхода_Win32   : 0  (0x0)
        Код_выхода_службы  : 0  (0x0)
        Контрольная_точка  : 0x0
        Ожидание           : 0x0
        ID_процесса        : 1320
        Флаги              : 
`);

export const scStopped = crlf(`
Имя_службы: SCardSvr
        Тип                : 20  WIN32_SHARE_PROCESS
        Состояние          : 1  STOPPED
        Код_выхода_Win32   : 1077  (0x435)
        Код_выхода_службы  : 0  (0x0)
        Контрольная_точка  : 0x0
        Ожидание           : 0x0
        ID_процесса        : 0
        Флаги              :
`);

export const scStarting = crlf(`
Имя_службы: Transport
        Тип                : 10  WIN32_OWN_PROCESS
        Состояние          : 2  START_PENDING
                                (NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)
        Код_выхода_Win32   : 0  (0x0)
        Код_выхода_службы  : 0  (0x0)
        Контрольная_точка  : 0x0
        Ожидание           : 0x7d0
`);

/** Some editions translate the word after the code too, and stopping prints a second line of flags. */
export const scRunningTranslated = crlf(`SERVICE_NAME: SCardSvr
        ТИП                : 20  WIN32_SHARE_PROCESS
        СОСТОЯНИЕ          : 4  РАБОТАЕТ
                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
        КОД_ВЫХОДА_WIN32   : 0  (0x0)
`);

export const scRunningEnglish = crlf(`
SERVICE_NAME: scardsvr
    TYPE        : 20 WIN32_SHARE_PROCESS
    STATE       : 4 RUNNING
                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
    WIN32_EXIT_CODE  : 0 (0x0)
    SERVICE_EXIT_CODE : 0 (0x0)
    CHECKPOINT     : 0x0
    WAIT_HINT     : 0x0
    PID        : 1320
    FLAGS       :
`);

/** A per-user service has a type in hexadecimal letters. */
export const scPerUser = crlf(`
Имя_службы: CDPUserSvc_5a1f2
        Тип                : f0   ERROR 
        Состояние          : 4  RUNNING 
                                (NOT_STOPPABLE, NOT_PAUSABLE, ACCEPTS_PRESHUTDOWN)
        Код_выхода_Win32   : 0  (0x0)
`);

export const scAbsent = crlf(`[SC] EnumQueryServicesStatus:OpenService: ошибка: 1060:

Указанная служба не установлена.

`);

export const qc = (start: string): string =>
  crlf(`[SC] QueryServiceConfig: успех

Имя_службы: SCardSvr
        Тип                  : 20  WIN32_SHARE_PROCESS 
        Тип_запуска          : ${start}
        Управление_ошибками  : 1   NORMAL
        Имя_двоичного_файла  : C:\\WINDOWS\\system32\\svchost.exe -k LocalServiceAndNoImpersonation
        Группа_запуска       : SmartCardGroup
        Тег                  : 0
        Выводимое_имя        : Смарт-карта
        Зависимости          : 
        Начальное_имя_службы : NT AUTHORITY\\LocalService
`);

export const netstat = crlf(`
Активные подключения

  Имя    Локальный адрес        Внешний адрес          Состояние       PID
  TCP    0.0.0.0:80             0.0.0.0:0              LISTENING       4
  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       1216
  TCP    0.0.0.0:18080          0.0.0.0:0              LISTENING       9999
  TCP    127.0.0.1:54321        127.0.0.1:8080         ESTABLISHED     777
  TCP    127.0.0.1:8080         127.0.0.1:54321        ESTABLISHED     778
  TCP    0.0.0.0:8080           0.0.0.0:0              LISTENING       31664
  TCP    [::]:8080              [::]:0                 LISTENING       31664
  UDP    0.0.0.0:8080           *:*                                    555
`);

/** The word for the state is translated in some editions. */
export const netstatTranslated = crlf(`
  Имя    Локальный адрес        Внешний адрес          Состояние       PID
  TCP    127.0.0.1:8000         127.0.0.1:51148        TIME_WAIT       0
  TCP    127.0.0.1:8000         0.0.0.0:0              ПРОСЛУШИВАНИЕ   32344
`);

export const tasklist = (program: string, pid: number): string =>
  crlf(`"${program}","${pid}","Services","0","312\u00a0448 КБ"\n`);

export const tasklistNothing = crlf('Информация: Задачи, отвечающие заданным критериям, отсутствуют.\n');

/** `sc query` of a service, in Russian; the code after «Состояние» is what tells. */
export const service = (
  name: string,
  state: '4  RUNNING' | '1  STOPPED' | '2  START_PENDING' | '3  STOP_PENDING',
): string =>
  crlf(`
Имя_службы: ${name} 
        Тип                : 10  WIN32_OWN_PROCESS  
        Состояние          : ${state} 
                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
        Код_выхода_Win32   : 0  (0x0)
        Код_выхода_службы  : 0  (0x0)
        Контрольная_точка  : 0x0
        Ожидание           : 0x0
`);

/** `sc qc SCardSvr` in English. */
export const qcEnglish = (start: string): string =>
  crlf(`[SC] QueryServiceConfig SUCCESS

SERVICE_NAME: SCardSvr
        TYPE               : 20  WIN32_SHARE_PROCESS 
        START_TYPE         : ${start}
        ERROR_CONTROL      : 1   NORMAL
        BINARY_PATH_NAME   : C:\\Windows\\system32\\svchost.exe -k LocalServiceAndNoImpersonation
        LOAD_ORDER_GROUP   : SmartCardGroup
        TAG                : 0
        DISPLAY_NAME       : Smart Card
        DEPENDENCIES       : 
        SERVICE_START_NAME : NT AUTHORITY\\LocalService
`);

export const scStoppedEnglish = crlf(`
SERVICE_NAME: SCardSvr 
        TYPE               : 20  WIN32_SHARE_PROCESS  
        STATE              : 1  STOPPED 
        WIN32_EXIT_CODE    : 1077  (0x435)
        SERVICE_EXIT_CODE  : 0  (0x0)
        CHECKPOINT         : 0x0
        WAIT_HINT          : 0x0
        PID                : 0
        FLAGS              : 
`);

export const scAbsentEnglish = crlf(`[SC] EnumQueryServicesStatus:OpenService FAILED 1060:

The specified service does not exist as an installed service.

`);

/** `whoami /groups /fo csv /nh`: an administrator who did not ask for his rights, one who did, and neither. */
export const groups = {
  administrator:
    crlf(`"Все","Хорошо известная группа","S-1-1-0","Обязательная группа, Включены по умолчанию, Включенная группа"
"NT AUTHORITY\\Локальная учетная запись и член группы ""Администраторы""","Хорошо известная группа","S-1-5-114","Группа, используемая только для запрета"
"BUILTIN\\Администраторы","Псевдоним","S-1-5-32-544","Группа, используемая только для запрета"
"BUILTIN\\Пользователи","Псевдоним","S-1-5-32-545","Обязательная группа, Включены по умолчанию, Включенная группа"
"NT AUTHORITY\\ИНТЕРАКТИВНЫЕ","Хорошо известная группа","S-1-5-4","Обязательная группа, Включены по умолчанию, Включенная группа"
"Обязательная метка\\Средний обязательный уровень","Метка","S-1-16-8192",""
`),
  elevated: crlf(`"Everyone","Well-known group","S-1-1-0","Mandatory group, Enabled by default, Enabled group"
"BUILTIN\\Administrators","Alias","S-1-5-32-544","Mandatory group, Enabled by default, Enabled group, Group owner"
"BUILTIN\\Users","Alias","S-1-5-32-545","Mandatory group, Enabled by default, Enabled group"
"Mandatory Label\\High Mandatory Level","Label","S-1-16-12288",""
`),
  cashier:
    crlf(`"Все","Хорошо известная группа","S-1-1-0","Обязательная группа, Включены по умолчанию, Включенная группа"
"BUILTIN\\Пользователи","Псевдоним","S-1-5-32-545","Обязательная группа, Включены по умолчанию, Включенная группа"
"Обязательная метка\\Средний обязательный уровень","Метка","S-1-16-8192",""
`),
};

export const bios = (manufacturer: string, product: string): string =>
  crlf(`
HKEY_LOCAL_MACHINE\\HARDWARE\\DESCRIPTION\\System\\BIOS
    BiosMajorRelease    REG_DWORD    0x5
    BIOSVendor    REG_SZ    American Megatrends Inc.
    BIOSVersion    REG_SZ    0805
    SystemManufacturer    REG_SZ    ${manufacturer}
    SystemProductName    REG_SZ    ${product}
    SystemVersion    REG_SZ    System Version

`);

/** `bias` is minutes to be added to local time, as a DWORD: 0xffffff4c is −180. */
export const timeZone = (key: string, bias: string): string =>
  crlf(`
HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation
    Bias    REG_DWORD    ${bias}
    DaylightBias    REG_DWORD    0xffffffc4
    DaylightName    REG_SZ    @tzres.dll,-421
    DaylightStart    REG_BINARY    00000000000000000000000000000000
    StandardBias    REG_DWORD    0x0
    StandardName    REG_SZ    @tzres.dll,-422
    TimeZoneKeyName    REG_SZ    ${key}
    DynamicDaylightTimeDisabled    REG_DWORD    0x0
    ActiveTimeBias    REG_DWORD    ${bias}

`);

const providersKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\Defaults\\Provider';

const ownProviders = [
  'Microsoft Base Cryptographic Provider v1.0',
  'Microsoft Base Smart Card Crypto Provider',
  'Microsoft Enhanced RSA and AES Cryptographic Provider',
  'Microsoft Strong Cryptographic Provider',
];

/** `reg query …\Defaults\Provider`: keys without values. */
export const providers = (...more: readonly string[]): string =>
  crlf(`\n${[...ownProviders, ...more].map((name) => `${providersKey}\\${name}\n`).join('')}`);

export const internetSettings = (...rows: readonly string[]): string =>
  crlf(`
HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings
    CertificateRevocation    REG_DWORD    0x1
    DisableCachingOfSSLPages    REG_DWORD    0x0
    User Agent    REG_SZ    Mozilla/4.0 (compatible; MSIE 8.0; Win32)
    ZonesSecurityUpgrade    REG_BINARY    A1B2C3D4E5F60718
${rows.map((row) => `    ${row}\n`).join('')}
HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections
HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap
`);

export const directWinHttp = crlf(`
Текущие параметры прокси-сервера WinHTTP:

    Прямой доступ (без прокси-сервера).

`);

export const winHttpProxy = (server: string): string =>
  crlf(`
Текущие параметры прокси-сервера WinHTTP:

    Прокси-серверы:  ${server}
    Список обхода     :  (нет)

`);

/** `reg query …\Uninstall /s` of one of the two views; «(По умолчанию)» is the unnamed value. */
export function programs(
  view: 'SOFTWARE' | 'SOFTWARE\\WOW6432Node',
  ...list: readonly (readonly [key: string, name: string, version: string])[]
): string {
  const folder = `HKEY_LOCAL_MACHINE\\${view}\\Microsoft\\Windows\\CurrentVersion\\Uninstall`;
  const rows = list.map(
    ([key, name, version]) => `${folder}\\${key}
    (По умолчанию)    REG_SZ    ${name}
    DisplayName    REG_SZ    ${name}
    DisplayVersion    REG_SZ    ${version}
    EstimatedSize    REG_DWORD    0x4f2a

`,
  );
  return crlf(`\n${folder}\\Connection Manager\n    SystemComponent    REG_DWORD    0x1\n\n${rows.join('')}`);
}

/** `reg query HKLM\SYSTEM\CurrentControlSet\Services /f Transport /k`. */
export const servicesNamed = (...names: readonly string[]): string =>
  crlf(`
${names.map((name) => `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\${name}\n`).join('')}
Поиск завершен: обнаружено совпадений: ${names.length}.
`);

/** `netstat -ano -p TCP` of a computer where these addresses are listened on. */
export const listening = (...held: readonly (readonly [address: string, pid: number])[]): string =>
  crlf(`
Активные подключения

  Имя    Локальный адрес        Внешний адрес          Состояние       PID
  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       1216
  TCP    0.0.0.0:445            0.0.0.0:0              LISTENING       4
${held.map(([address, pid]) => `  TCP    ${address.padEnd(22)} 0.0.0.0:0              LISTENING       ${pid}\n`).join('')}  TCP    192.168.0.17:49712     192.168.0.1:443        ESTABLISHED     3180
`);

/** `tasklist /FO CSV /NH`. */
export const tasks = (...running: readonly (readonly [program: string, pid: number])[]): string =>
  crlf(`"System Idle Process","0","Services","0","8 КБ"
"System","4","Services","0","144 КБ"
"svchost.exe","1216","Services","0","12\u00a0548 КБ"
${running.map(([program, pid]) => `"${program}","${pid}","Console","1","31\u00a0204 КБ"\n`).join('')}`);

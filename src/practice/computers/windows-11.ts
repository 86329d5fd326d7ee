/**
 * Recorded outputs of a Russian Windows 11 x64: literal shapes of `sc`, `netstat` and `tasklist`, invented numbers.
 * Spaces at the ends of lines and the narrow columns are the programs' own.
 */

const lines = (...rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`;

export const serviceRunning = (name: string, pid: number): string =>
  lines(
    '',
    `Имя_службы: ${name} `,
    '        Тип                : 30  WIN32  ',
    '        Состояние          : 4  RUNNING ',
    '                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)',
    '        Код_выхода_Win32   : 0  (0x0)',
    '        Код_выхода_службы  : 0  (0x0)',
    '        Контрольная_точка  : 0x0',
    '        Ожидание           : 0x0',
    `        ID_процесса        : ${pid}`,
    '        Флаги              : ',
  );

export const serviceStopped = (name: string): string =>
  lines(
    '',
    `Имя_службы: ${name} `,
    '        Тип                : 30  WIN32  ',
    '        Состояние          : 1  STOPPED ',
    '        Код_выхода_Win32   : 1077  (0x435)',
    '        Код_выхода_службы  : 0  (0x0)',
    '        Контрольная_точка  : 0x0',
    '        Ожидание           : 0x0',
    '        ID_процесса        : 0',
    '        Флаги              : ',
  );

export const serviceStopping = (name: string, pid: number): string =>
  lines(
    '',
    `Имя_службы: ${name} `,
    '        Тип                : 10  WIN32_OWN_PROCESS  ',
    '        Состояние          : 3  STOP_PENDING ',
    '                                (NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)',
    '        Код_выхода_Win32   : 0  (0x0)',
    '        Код_выхода_службы  : 0  (0x0)',
    '        Контрольная_точка  : 0x1',
    '        Ожидание           : 0x4e20',
    `        ID_процесса        : ${pid}`,
    '        Флаги              : ',
  );

type StartType = '2   AUTO_START' | '3   DEMAND_START' | '4   DISABLED';

/** `sc qc`: start type 2 is automatic, 3 on demand, 4 disabled. */
export const serviceConfiguration = (name: string, startType: StartType): string =>
  lines(
    '[SC] QueryServiceConfig: успех',
    '',
    `Имя_службы: ${name}`,
    '        Тип                  : 20  WIN32_SHARE_PROCESS ',
    `        Тип_запуска          : ${startType}`,
    '        Управление_ошибками  : 1   NORMAL',
    '        Имя_двоичного_файла  : C:\\WINDOWS\\system32\\svchost.exe -k LocalServiceAndNoImpersonation',
    '        Группа_запуска       : ',
    '        Тег                  : 0',
    `        Выводимое_имя        : ${name}`,
    '        Зависимости          : ',
    '        Начальное_имя_службы : NT AUTHORITY\\LocalService',
  );

export const serviceAbsent = lines(
  '[SC] EnumQueryServicesStatus:OpenService: ошибка: 1060:',
  '',
  'Указанная служба не установлена.',
  '',
);

/** `netstat -ano -p TCP`, with a program on each of `held`. */
export const connections = (held: readonly { readonly port: number; readonly pid: number }[]): string => {
  const row = (local: string, pid: number) =>
    `  TCP    ${local.padEnd(22)} ${'0.0.0.0:0'.padEnd(22)} LISTENING       ${pid}`;
  return lines(
    '',
    'Активные подключения',
    '',
    '  Имя    Локальный адрес        Внешний адрес          Состояние       PID',
    row('0.0.0.0:135', 1216),
    row('0.0.0.0:445', 4),
    ...held.map(({ port, pid }) => row(`0.0.0.0:${port}`, pid)),
    row('0.0.0.0:49664', 928),
    '  TCP    192.168.0.17:49712     192.168.0.1:443        ESTABLISHED     3180',
  );
};

/** `tasklist /FO CSV /NH`. The thousands of memory are parted by a no-break space. */
export const tasks = (running: readonly { readonly program: string; readonly pid: number }[]): string =>
  lines(
    '"System Idle Process","0","Services","0","8 КБ"',
    '"System","4","Services","0","148 КБ"',
    ...running.map(({ program, pid }) => `"${program}","${pid}","Services","0","312\u00a0448 КБ"`),
  );

/** `reg query` of keys with their values, `name    REG_SZ    data`. */
export const registryKeys = (...keys: readonly (readonly [path: string, ...values: string[]])[]): string =>
  lines('', ...keys.flatMap(([path, ...values]) => [path, ...values.map((value) => `    ${value}`), '']));

/** `whoami /groups /fo csv /nh` of an administrator who has not asked for his rights. */
export const unelevatedAdministrator = lines(
  '"Все","Хорошо известная группа","S-1-1-0","Обязательная группа, Включены по умолчанию, Включенная группа"',
  '"BUILTIN\\Администраторы","Псевдоним","S-1-5-32-544","Группа, используемая только для запрета"',
  '"BUILTIN\\Пользователи","Псевдоним","S-1-5-32-545","Обязательная группа, Включены по умолчанию, Включенная группа"',
  '"Обязательная метка\\Средний обязательный уровень","Метка","S-1-16-8192",""',
);

/** `netsh winhttp show proxy`. */
export const directAccess = lines(
  '',
  'Текущие параметры прокси-сервера WinHTTP:',
  '',
  '    Прямой доступ (без прокси-сервера).',
  '',
);

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

/** `sc qc SCardSvr`: start type 2 is automatic, 4 disabled. */
export const smartCardConfiguration = (startType: '2   AUTO_START' | '4   DISABLED'): string =>
  lines(
    '[SC] QueryServiceConfig: успех',
    '',
    'Имя_службы: SCardSvr',
    '        Тип                  : 20  WIN32_SHARE_PROCESS ',
    `        Тип_запуска          : ${startType}`,
    '        Управление_ошибками  : 1   NORMAL',
    '        Имя_двоичного_файла  : C:\\WINDOWS\\system32\\svchost.exe -k LocalServiceAndNoImpersonation',
    '        Группа_запуска       : SmartCardGroup',
    '        Тег                  : 0',
    '        Выводимое_имя        : Смарт-карта',
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

/** `tasklist /FO CSV /NH` for one process. The thousands of memory are parted by a no-break space. */
export const task = (program: string, pid: number): string =>
  lines(`"${program}","${pid}","Services","0","312\u00a0448 КБ"`);

export const noTask = lines('Информация: Задачи, отвечающие заданным критериям, отсутствуют.');

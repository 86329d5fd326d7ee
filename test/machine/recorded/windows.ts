// Literal outputs of Russian and English Windows, as people paste them; numbers and names of no real machine.

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

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

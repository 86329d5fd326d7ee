/**
 * Ends of a UTM's logs. Words and forms of the lines are known from UTMs 4.x; how they follow each other, their loggers
 * and the stamp of the access log are inferred.
 */
const day = '2026-10-01';
export const stampOf = (time: string): string => `${day} ${time},000`;

export const line = (time: string, level: string, text: string, logger = 'ru.centerinform.Transport'): string =>
  `${stampOf(time)} ${level} ${logger} - ${text}`;

const info = (time: string, text: string): string => line(time, 'INFO', text);

export const exchangeFinished = (time: string): string =>
  info(time, 'Завершение задачи обмена документами с сервером ЕГАИС по расписанию');
export const exchangeRefused = (time: string, level = 'ERROR'): string =>
  line(time, level, 'Задача обмена документами отменена. Ошибка работы RSA');

/** A start that goes well, every mark a second after the one before. */
export const start = (time: string): readonly string[] => [
  info(`${time}:01`, 'Starting Transport using Java 1.8.0 on KASSA with PID 1423'),
  info(`${time}:02`, 'Initialized JPA EntityManagerFactory for persistence unit default'),
  info(`${time}:03`, 'Cheques address: 127.0.0.1'),
  info(`${time}:04`, 'Starting Quartz Scheduler now'),
  info(`${time}:05`, 'Запуск процедуры обновления по расписанию'),
  exchangeFinished(`${time}:06`),
];

/** What the log says of each failure, as a Java program does: the trouble, and under it where it happened. */
export const failures = {
  'pin-locked': [
    line('10:00:02', 'ERROR', 'Ошибка инициализации RSA'),
    'java.io.IOException: load failed',
    '\tat sun.security.pkcs11.P11KeyStore.engineLoad(P11KeyStore.java:766)',
    'Caused by: sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_LOCKED',
  ],
  'pin-refused': [
    line('10:00:02', 'ERROR', 'Ошибка инициализации RSA'),
    'Caused by: sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_INCORRECT',
  ],
  'pin-missing': [
    line(
      '10:00:02',
      'ERROR',
      'java.lang.IllegalStateException: Отсутствует пароль RSA KeyStore: config/transport.properties -> crypto.lib.pki.keystorePassword',
    ),
  ],
  'foreign-database': [
    line(
      '10:00:02',
      'ERROR',
      'FSRAR_ID (CN RSA сертификата) на используемом ключе не соответствует FSRAR_ID первичной инициализации УТМ.',
    ),
  ],
  'port-taken': [line('10:00:02', 'ERROR', 'Web server failed to start. Port 8080 was already in use.')],
  'database-locked': [
    line('10:00:02', 'ERROR', 'Failed to start database'),
    'Caused by: ERROR XSDB6: Another instance of Derby may have already booted the database C:\\UTM\\transporter\\transportDB.',
  ],
  'registered-wrongly': [`Caused by: java.lang.NumberFormatException: For input string: "\${web.server.port}"`],
  'files-missing': ['java.lang.NoClassDefFoundError: org/springframework/boot/SpringApplication'],
} as const;

/** A line of Tomcat's access log. */
export const access = (time: string, request: string, status: number, size: number | '-'): string =>
  `127.0.0.1 - - [01/Oct/2026:${time} +0000] "${request} HTTP/1.1" ${status} ${size}`;

/** What a UTM says at its end. */
export const stopLine: string = line('11:00:00', 'INFO', 'HikariPool-1 - Shutdown completed.', 'HikariDataSource');

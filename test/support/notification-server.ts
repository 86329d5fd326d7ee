import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What becomes of a notice; `no-server`: the computer has no means to show one. */
export type NoticeAnswer = 'pressed' | 'closed' | 'ignored' | 'refused' | 'no-server';

/** Compiles, into a folder, what stands in for the notices of a desktop. Linux only. */
export function notificationServer(folder: string) {
  const source = path.join(import.meta.dirname, 'notification-server/libnotify.c');
  execFileSync('cc', ['-Wall', '-Wextra', '-shared', '-fPIC', '-o', path.join(folder, 'libnotify.so.4'), source], {
    stdio: 'pipe',
  });
  const book = path.join(folder, 'notices.txt');
  return {
    /** For the program that is to find it. */
    environment: (answer: NoticeAnswer): Record<string, string> => ({
      ...(answer === 'no-server' ? { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } : { LD_LIBRARY_PATH: folder }),
      NOTICE_BOOK: book,
      NOTICE_ANSWER: answer,
    }),
    /** Every notice until now. */
    notices(): readonly { readonly title: string; readonly body: string }[] {
      const lines = existsSync(book) ? readFileSync(book, 'utf8').trimEnd().split('\n') : [];
      return lines.map((line) => {
        const [title = '', body = ''] = line.split('\t');
        return { title, body };
      });
    },
  };
}

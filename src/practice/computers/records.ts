import { z } from 'zod';

/** What differs from one practice computer to another; everything else is a sound Windows 11. */
export const computerRecordSchema = z.object({
  smartCardService: z.object({
    running: z.boolean(),
    start: z.enum(['2   AUTO_START', '3   DEMAND_START', '4   DISABLED']),
  }),
  /** Without a UTM there is no service of it. */
  utmInstalled: z.boolean().default(true),
  utmServiceRunning: z.boolean(),
  /** UTMs beside the one of practice, which this computer only tells of: nobody answers for them. */
  otherUtms: z
    .array(
      z.object({
        /** `Transport2` and so on. */
        service: z.string(),
        /** Its base folder, `C:\\UTM2\\transporter`. */
        folder: z.string(),
        port: z.number().int(),
        running: z.boolean(),
      }),
    )
    .default([]),
  /** Copies of the vendors' libraries that are installed. */
  drivers: z.enum(['both-copies', 'ours-only', 'thirty-two-bit-only', 'none']),
  /** A program of the shop that holds the UTM's port, or none. */
  intruder: z.object({ pid: z.number().int(), program: z.string() }).nullable(),
  /** By how many milliseconds the computer's clock is ahead. */
  clockAheadMs: z.number(),
  /** Readers of the tokens that the system sees; `null`: those of the practice tokens that are plugged in. */
  readers: z.array(z.string()).nullable(),
  /** Name of the session, as Windows gives it. */
  session: z.enum(['Console', 'RDP-Tcp#0']),
  /** Files that an earlier UTM left behind, its service being gone. */
  remains: z.boolean(),
  /** What the person answers when the system asks for an administrator's rights. */
  prompt: z.enum(['granted', 'refused']),
  /** A port that the firewall lets other computers reach. */
  openedPort: z.number().int().nullable(),
});
export type ComputerRecord = z.infer<typeof computerRecordSchema>;

const healthy: ComputerRecord = {
  smartCardService: { running: true, start: '2   AUTO_START' },
  utmInstalled: true,
  utmServiceRunning: true,
  otherUtms: [],
  drivers: 'both-copies',
  intruder: null,
  clockAheadMs: 0,
  readers: null,
  session: 'Console',
  remains: false,
  prompt: 'granted',
  openedPort: null,
};

const hour = 3_600_000;

/** The computers of practice mode by name. */
export const computers = {
  healthy,
  'service-stopped': {
    ...healthy,
    smartCardService: { running: false, start: '4   DISABLED' },
    utmServiceRunning: false,
  },
  'driver-missing': { ...healthy, drivers: 'none' },
  'driver-thirty-two-bit': { ...healthy, drivers: 'thirty-two-bit-only' },
  'driver-without-utm-copy': { ...healthy, drivers: 'ours-only' },
  'port-taken': { ...healthy, intruder: { pid: 3372, program: 'TradeServer.exe' } },
  // A little over a day: to the hour it would be the wrong date or a wrong zone, and nobody could tell.
  'clock-behind': { ...healthy, clockAheadMs: -26 * hour },
  'two-tokens': { ...healthy, readers: ['Aladdin R.D. JaCarta 0', 'Aktiv Rutoken ECP 0'] },
  'remote-desktop': { ...healthy, session: 'RDP-Tcp#0', readers: [] },
  'utm-remains': { ...healthy, utmInstalled: false, utmServiceRunning: false, remains: true },
  'no-utm': { ...healthy, utmInstalled: false, utmServiceRunning: false },
  'two-utms': {
    ...healthy,
    otherUtms: [{ service: 'Transport2', folder: 'C:\\UTM2\\transporter', port: 18_082, running: true }],
  },
} as const satisfies Record<string, ComputerRecord>;

export type PracticeComputer = keyof typeof computers;

/** Whether the stand-in UTM can come up: its service runs, a token can be seen, and nobody holds its port. */
export const utmComesUp = (record: ComputerRecord): boolean =>
  record.utmInstalled && record.utmServiceRunning && record.intruder === null && tokensVisible(record);

/** Whether a program of this computer sees a token that is plugged in. */
export const tokensVisible = ({ smartCardService, drivers }: ComputerRecord): boolean =>
  smartCardService.running && (drivers === 'both-copies' || drivers === 'ours-only');

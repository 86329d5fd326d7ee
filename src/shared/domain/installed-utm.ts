import { z } from 'zod';

/** One UTM of this computer: what the computer tells of it, and what it answers itself. `null`: not told. */
export const installedUtmSchema = z.object({
  /** Windows service (`Transport`, `Transport2` …) or program of supervisord (`utm` …). */
  service: z.string().nullable(),
  state: z.enum(['running', 'starting', 'stopped', 'absent', 'unknown']),
  start: z.enum(['automatic', 'manual', 'disabled', 'unknown']),
  /** `…\transporter` or `/opt/utm/transport`. */
  folder: z.string().nullable(),
  /** The port in its settings. */
  port: z.number().int().nullable(),
  /** The profile its Java is started with, `prod` in service. */
  profile: z.string().nullable(),
  /** Where it was asked; `null`: its port is not known, so it was not. */
  url: z.string().nullable(),
  /** `not-asked`: its port is not known. `other-program`: what answers there is no UTM. */
  reachability: z.enum(['answering', 'silent', 'other-program', 'not-asked']),
  /** As `GET /info/version` prints it. */
  build: z.string().nullable(),
  contour: z.string().nullable(),
  /** FSRAR ID of the access key it reads. */
  fsrarId: z.string().nullable(),
});
export type InstalledUtm = z.infer<typeof installedUtmSchema>;

/** Every UTM of this computer. */
export const installedUtmsSchema = z.object({
  /** `false`: the computer does not tell what is installed, and `utms` may lack some. */
  told: z.boolean(),
  utms: z.array(installedUtmSchema),
});
export type InstalledUtms = z.infer<typeof installedUtmsSchema>;

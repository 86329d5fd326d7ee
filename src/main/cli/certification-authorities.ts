import { certificationAuthorities } from '../../shared/certification-authorities.ts';
import { certificationAuthorityIdSchema } from '../../shared/domain/certification-authority.ts';
import { pages } from '../../shared/pages.ts';
import { succeed } from '../../shared/result.ts';
import type { Command } from './command.ts';

const addressOf = (page: string | null): string | null =>
  page !== null && Object.hasOwn(pages, page) ? pages[page as keyof typeof pages] : null;

export const requestAuthorities: Command<'request-authorities'> = {
  usage: '',
  summary: {
    ru: 'Удостоверяющие центры: что в каждом делать и чего о нём не известно',
    en: 'Certification authorities: what to do at each, and what is not known of it',
  },
  files: { least: 0, most: 0 },
  run: async ({ language }) =>
    succeed({
      authorities: certificationAuthorityIdSchema.options.map((id) => {
        const { name, page, way, subjects, steps, unknown } = certificationAuthorities[id];
        return {
          id,
          name: name[language],
          page: addressOf(page),
          way,
          subjects: [...subjects],
          steps: [...steps[language]],
          unknown: [...unknown[language]],
        };
      }),
    }),
  print: ({ authorities }) =>
    authorities.flatMap(({ id, name, page, steps, unknown }) => [
      `${id}  ${name}${page === null ? '' : `  ${page}`}`,
      ...steps.map((step, index) => `  ${index + 1}. ${step}`),
      ...unknown.map((text) => `  ? ${text}`),
    ]),
};

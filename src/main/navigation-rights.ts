/** Whether a URL is a page of exactly this origin: `blob:` and `data:` are not, whoever made them. */
export function isPageOf(origin: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}` === origin;
}

/** Which pages may move, each within one origin. A page that was granted nothing stands still. */
export class NavigationRights<Page extends object> {
  readonly #origins = new WeakMap<Page, string>();

  /** The last grant counts. */
  confine(page: Page, origin: string): void {
    this.#origins.set(page, origin);
  }

  allows(page: Page, url: string): boolean {
    const origin = this.#origins.get(page);
    return origin !== undefined && isPageOf(origin, url);
  }
}

import { Parser } from 'htmlparser2'

/**
 * Addresses that the links of an index page lead to, as nginx, Apache, Caddy and others write one
 * for a folder: what lies in the folder itself, each once. Links to sort the page, to the folder
 * above and to other places are left out.
 *
 * @param folder address of the page; ends with /
 */
export function linksIn(html: string, folder: URL): URL[] {
  const found = new Map<string, URL>()
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name !== 'a' || href === undefined || !URL.canParse(href, folder.href)) return
      const url = new URL(href, folder)
      if (url.search !== '' || url.origin !== folder.origin) return
      url.hash = ''
      if (isWithin(url.pathname, folder.pathname)) found.set(url.pathname, url)
    },
  })
  parser.end(html)
  return [...found.values()]
}

/** Whether a path is one step below that of a folder. */
function isWithin(path: string, folder: string): boolean {
  const rest = path.startsWith(folder) ? path.slice(folder.length) : ''
  return /^[^/]+\/?$/.test(rest)
}

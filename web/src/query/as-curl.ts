import type { ShownQuery } from './shown-query.ts'

/** A file of the answer, and the name to keep it under. */
export interface NamedFile {
  readonly name: string
  readonly url: string
}

/**
 * The query as commands of a shell: the answer as JSON, then its matrices as files.
 *
 * @param server address, without a slash at its end
 */
export function asCurl(
  { text, variables }: ShownQuery,
  server: string,
  files: readonly NamedFile[],
): string {
  const body = JSON.stringify({ query: text, variables })
  const query = [
    `curl -s ${quoted(`${server}/graphql`)}`,
    `-H 'content-type: application/json'`,
    `-d ${quoted(body)}`,
  ].join(' \\\n  ')
  const fetches = files.map(({ name, url }) => `curl -s ${quoted(url)} -o ${quoted(name)}`)
  return `${[query, ...fetches].join('\n')}\n`
}

/** As one word that no shell looks into. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

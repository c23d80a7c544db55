// The schema of a release, to compare later ones with: schema.graphql without its
// descriptions, which break nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { parse, print, visit } from 'graphql'

const written = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')
const bare = visit(parse(written), {
  enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
})
writeFileSync(new URL('released.graphql', import.meta.url), `${print(bare)}\n`)

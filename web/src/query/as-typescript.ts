import type { ShownQuery } from './shown-query.ts'

/**
 * The query as a TypeScript module that needs nothing but @spikeql/client.
 *
 * @param server address, without a slash at its end
 */
export function asTypeScript({ text, variables, matricesAt }: ShownQuery, server: string): string {
  return `import { createClient } from '@spikeql/client'

const client = createClient(${JSON.stringify(server)})
const query = \`
${inBackticks(text.trim())}
\`
const variables = ${JSON.stringify(variables, null, 2)}

${matricesAt ? fetchMatrices(matricesAt) : 'console.log(await client.query(query, variables))\n'}`
}

function fetchMatrices(matricesAt: readonly string[]): string {
  const response = matricesAt.reduceRight((inner, name) => `{ ${name}: ${inner} }`, 'Activity[]')
  return `interface Activity {
  area: { acronym: string } | null
  href: string
}
type Answer = ${response}

const answer = await client.query<Answer>(query, variables)
for (const activity of answer.${matricesAt.join('.')}) {
  const counts = await client.matrix(activity)
  console.log(activity.area?.acronym ?? 'all', counts.shape, counts.at(0, 0))
}
`
}

function inBackticks(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
}

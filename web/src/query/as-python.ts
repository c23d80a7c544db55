import type { ShownQuery } from './shown-query.ts'

/**
 * The query as a Python script that needs nothing but numpy.
 *
 * @param server address, without a slash at its end
 */
export function asPython({ text, variables, matricesAt }: ShownQuery, server: string): string {
  return `${[
    matricesAt ? 'import io\nimport json' : 'import json',
    'import urllib.request',
    matricesAt ? '\nimport numpy as np' : null,
    '',
    `server = ${pythonText(server)}`,
    `query = '''\n${text.trim()}\n'''`,
    `variables = json.loads(r'''${jsonInQuotes(variables)}''')`,
    '',
    'request = urllib.request.Request(',
    "    server + '/graphql',",
    "    json.dumps({'query': query, 'variables': variables}).encode(),",
    "    {'content-type': 'application/json'},",
    ')',
    'with urllib.request.urlopen(request) as response:',
    '    answer = json.load(response)',
    "if answer.get('errors'):",
    "    raise SystemExit(answer['errors'][0]['message'])",
    matricesAt ? fetchMatrices(matricesAt) : "\nprint(json.dumps(answer['data'], indent=2))",
  ]
    .filter((line) => line !== null)
    .join('\n')}\n`
}

function fetchMatrices(matricesAt: readonly string[]): string {
  const activities = `answer['data']${matricesAt.map((name) => `['${name}']`).join('')}`
  return `
counts = {}
for activity in ${activities}:
    area = activity['area']['acronym'] if activity['area'] else 'all'
    with urllib.request.urlopen(server + activity['href']) as response:
        counts[area] = np.load(io.BytesIO(response.read()))

for area, matrix in counts.items():
    print(area, matrix.shape, matrix.sum())`
}

/**
 * JSON without the quote that ends a Python text; its backslashes stay, as the text is a raw one.
 */
function jsonInQuotes(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll("'", '\\u0027')
}

function pythonText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

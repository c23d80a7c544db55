import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { OtherProject } from '../examples/other-project.ts'
import { sampleSessionFolder } from '../support/recordings/sample.ts'
import { SharedFolder } from '../support/servers/served-folder.ts'

const page = readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8')
const served = new SharedFolder(sampleSessionFolder)

const example = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? ''

describe('docs/clients.md', () => {
  test.each(['r', 'julia', 'matlab'])('has a query for %s that is answered', async (language) => {
    // MATLAB's texts end with their lines.
    const program = example(language).replaceAll(/' \.\.\.\n\s*'/g, '')
    const [query = ''] = /\{ session\(id[\s\S]*?(?: \}){4}/.exec(program) ?? []
    const { data, errors } = await served.sendQuery<object>(query)
    expect(errors).toBeUndefined()
    const [, href = ''] = /"href":"([^"]*)"/.exec(JSON.stringify(data)) ?? []
    const response = await fetch(served.url + href)
    expect(response.status).toBe(200)
    const start = Buffer.from(await response.arrayBuffer()).subarray(0, 6)
    expect(start.toString('latin1')).toBe(language === 'matlab' ? '\x93NUMPY' : 'ARROW1')
  })
})

describe('the scalars of @spikeql/client', () => {
  let project: OtherProject
  beforeAll(async () => {
    project = await OtherProject.create(served.url)
    await project.write('codegen.yml', example('yaml'))
    await project.write('package.json', '{ "type": "module" }')
    await project.write(
      'src/queries.ts',
      `import { graphql } from './gql/index.js'
export const counts = graphql(\`query Counts { session(id: "810000001") {
  stimulusEpoch(index: 1) { binnedActivity(areas: ["V1"]) { counts unitRates } } } }\`)
`,
    )
  })

  test('are the types of what a query gives, in generated code', async () => {
    await project.run('graphql-codegen')
    await project.write(
      'src/check.ts',
      `import type { CountMatrix } from '@spikeql/client/scalars'
import type { CountsQuery } from './gql/graphql.js'
type Activity = NonNullable<NonNullable<CountsQuery['session']>['stimulusEpoch']>['binnedActivity'][number]
export const take = ({ counts }: Activity): CountMatrix => counts
// @ts-expect-error: not a text
export const wrong = ({ counts }: Activity): string => counts
`,
    )
    const strict = ['--strict', '--noEmit', '--skipLibCheck', '--types', '']
    const modules = ['--module', 'nodenext', '--target', 'es2023']
    expect(await project.run('tsc', ...strict, ...modules, 'src/check.ts')).toBe('')
  })
})

import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodeNpy } from '../../../src/formats/numpy/npy.ts'
import { asCurl } from '../../../web/src/query/as-curl.ts'
import { asTypeScript } from '../../../web/src/query/as-typescript.ts'
import { citation } from '../../../web/src/query/citation.ts'
import { graphiqlLink } from '../../../web/src/query/shown-query.ts'
import { temporaryFolder } from '../../cli/sample-folder.ts'
import { OtherProject } from '../../examples/other-project.ts'
import { sampleSessionFolder } from '../../support/recordings/sample.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { activityQuery, awkwardQuery } from './activity-query.ts'

const run = promisify(execFile)

const served = new SharedFolder(sampleSessionFolder)

interface ResponseData {
  readonly session: {
    readonly stimulusEpoch: {
      readonly binnedActivity: readonly { readonly href: string; readonly shape: number[] }[]
    }
  }
}

describe('the query as curl', () => {
  test('answers as the query does, and fetches its matrices', async () => {
    const { session } = await served.data<ResponseData>(activityQuery.text, activityQuery.variables)
    const [first] = session.stimulusEpoch.binnedActivity
    const files = [{ name: 'V1.npy', url: `${served.url}${first?.href}` }]
    const folder = await temporaryFolder()
    const { stdout } = await run('sh', ['-c', asCurl(activityQuery, served.url, files)], {
      cwd: folder,
    })
    expect(JSON.parse(stdout)).toEqual({ data: { session } })
    expect(first?.shape).toEqual([10, 11])
    const { shape, data } = decodeNpy(await readFile(join(folder, 'V1.npy')))
    expect(shape).toEqual([10, 11])
    expect([...data].slice(22, 33)).toEqual([2, 0, 0, 0, 0, 5, 0, 0, 3, 0, 2])
  })

  test('says anything to the server that can be said', async () => {
    const { stdout } = await run('sh', ['-c', asCurl(awkwardQuery, served.url, [])])
    expect(JSON.parse(stdout).errors[0].message).toContain(
      `No session "it's "odd" \\ \`\${id}\` '''".`,
    )
  })
})

describe('the query as TypeScript', () => {
  let project: OtherProject
  beforeAll(async () => {
    project = await OtherProject.create(served.url)
    const options = ['--target', 'es2023', '--module', 'nodenext', '--strict', '--types', 'node']
    await project.write('package.json', '{ "type": "module" }')
    await project.write('activity.ts', asTypeScript(activityQuery, served.url))
    await project.write('odd.ts', asTypeScript(awkwardQuery, served.url))
    await project.run('tsc', ...options, 'activity.ts', 'odd.ts')
  })

  test('compiles, and fetches the matrices', async () => {
    expect(await project.run('node', 'activity.js')).toBe('VISp [ 10, 11 ] 2\nVISam [ 10, 16 ] 0\n')
  })

  test('says anything to the server that can be said', async () => {
    await expect(project.run('node', 'odd.js')).rejects.toThrow(
      `No session "it's "odd" \\ \`\${id}\` '''".`,
    )
  })
})

test('a citation is one line: the session, the address, and the day', () => {
  const day = new Date('2026-11-29T12:00:00Z')
  expect(citation(activityQuery, 'http://server/lab/?session=810000001', day)).toBe(
    'SpikeQL, session 810000001, http://server/lab/?session=810000001 (seen on 2026-11-29)',
  )
})

test('the link to GraphiQL holds the query and its variables', () => {
  const { pathname, searchParams } = new URL(graphiqlLink(awkwardQuery), 'http://server/lab/')
  expect(pathname).toBe('/lab/graphiql')
  expect(searchParams.get('query')).toBe(awkwardQuery.text)
  expect(JSON.parse(searchParams.get('variables') ?? '')).toEqual(awkwardQuery.variables)
})

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { asNotebook } from '../../../web/src/query/as-notebook.ts'
import { asPython } from '../../../web/src/query/as-python.ts'
import { testPython } from '../../support/python/python.ts'
import { sampleSessionFolder } from '../../support/recordings/sample.ts'
import { SharedFolder } from '../../support/servers/served-folder.ts'
import { activityQuery, awkwardQuery } from './activity-query.ts'

const served = new SharedFolder(sampleSessionFolder)

/** The server is in this process: it must not wait for the script. */
const run = (program: string) =>
  promisify(execFile)(testPython(), ['-c', program]).then(({ stdout }) => stdout)

describe('the query as Python', () => {
  test('fetches the matrices as numpy arrays', async () => {
    const program = `${asPython(activityQuery, served.url)}print(counts['VISp'][2].tolist())\n`
    expect((await run(program)).split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^VISp \(10, 11\) \d+$/),
      expect.stringMatching(/^VISam \(10, 16\) \d+$/),
      '[2, 0, 0, 0, 0, 5, 0, 0, 3, 0, 2]',
    ])
  })

  test('prints an answer without matrices', async () => {
    const query = { ...awkwardQuery, variables: { id: '810000001' } }
    expect(JSON.parse(await run(asPython(query, served.url)))).toEqual({
      session: { id: '810000001' },
    })
  })

  test('is the first program of a notebook', async () => {
    const page = `${served.url}/?session=810000001`
    const notebook = JSON.parse(asNotebook(activityQuery, served.url, page))
    expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5])
    const [about, sendQuery, plot] = notebook.cells as { cell_type: string; source: string[] }[]
    expect([about, sendQuery, plot].map((cell) => cell.cell_type)).toEqual([
      'markdown',
      'code',
      'code',
    ])
    expect(about.source.join('')).toContain(`<${page}>`)
    expect(await run(sendQuery.source.join(''))).toMatch(/^VISp \(10, 11\) \d+\nVISam/)
    // What it draws is compiled only: matplotlib may be missing.
    const source = JSON.stringify(plot.source.join(''))
    expect(await run(`compile(${source}, 'plot', 'exec')\nprint('compiled')`)).toBe('compiled\n')
  })

  test('says anything to the server that can be said', async () => {
    await expect(run(asPython(awkwardQuery, served.url))).rejects.toThrow(
      `No session "it's "odd" \\ \`\${id}\` '''".`,
    )
  })
})

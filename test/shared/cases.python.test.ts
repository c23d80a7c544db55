import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema, parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runBesideServer, runScript } from '../support/python/python.ts'
import { repack } from '../support/recordings/repack.ts'
import { ServedFolder } from '../support/servers/served-folder.ts'
import { casesFolder } from '../support/shared.ts'

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'))

/** Where an object has the file's own number, for which the cases ask by \`id\`. */
const numberOfFile: Readonly<Record<string, string>> = {
  Unit: 'unitId',
  Channel: 'channelId',
  Probe: 'probeId',
  StimulusPresentation: 'presentationId',
  StimulusCondition: 'conditionId',
}

/**
 * The query with the file's own number wherever it asks for \`id\`; as it
 * is where it cannot be parsed.
 */
function selectingNumbers(query: string): string {
  const types = new TypeInfo(schema)
  const requested = visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field(field) {
        const number = numberOfFile[types.getParentType()?.name ?? '']
        if (field.name.value !== 'id' || !number) return undefined
        return {
          ...field,
          alias: field.alias ?? field.name,
          name: { ...field.name, value: number },
        }
      },
    }),
  )
  return print(requested)
}

const written = mkdtempSync(join(tmpdir(), 'spikeql-cases-'))
afterAll(() => rm(written, { recursive: true }))
runScript(join(casesFolder, 'make_cases.py'), written)
const names = readdirSync(written)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5))
for (const name of names) {
  const file = join(written, `${name}.json`)
  const content = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...content, query: selectingNumbers(content.query) }))
}

/** The folder of the cases, or a copy of it. */
function inLayout(layout: 'as written' | 'chunked' | 'compressed' | 'latest-chunked'): string {
  if (layout === 'as written') return written
  const folder = `${written}-${layout}`
  afterAll(() => rm(folder, { recursive: true }))
  repack(written, folder, layout)
  return folder
}

describe.each(['as written', 'chunked', 'compressed', 'latest-chunked'] as const)(
  'the cases, %s',
  (layout) => {
    let folder: string
    const served = new ServedFolder(() => {
      folder = inLayout(layout)
      return [folder]
    })
    const outcomes = new Map<string, string>()
    beforeAll(async () => {
      const printed = await runBesideServer(join(casesFolder, 'run.py'), folder, served.url)
      for (const [, verdict = '', name = '', why = ''] of printed.matchAll(
        /^(passes|FAILS ) (\w+)\n((?: .*\n)*)/gm,
      )) {
        outcomes.set(name, verdict + why)
      }
    })

    test.each([...names, 'server_lives'])('%s', (name) => {
      expect(outcomes.get(name)).toBe('passes')
    })
  },
)

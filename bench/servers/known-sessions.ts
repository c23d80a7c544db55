import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { recordingKey } from '../../src/byte-sources/recording-identity.ts'
import { fileLocation } from '../../src/byte-sources/recording-location.ts'
import { identityOf } from '../../src/byte-sources/source-identity.ts'
import { FolderIndex } from '../../src/cache/stored/folder/folder-index.ts'
import type { ListEntry } from '../../src/cache/stored/stored-list.ts'
import { packSummary } from '../../src/catalog/folder/summarized-file.ts'
import type { SessionDescription } from '../../src/sessions/describe-session.ts'
import { cacheFolder, projectFolder } from '../project.ts'

/** Sessions that an index knows, and a server may list without opening one. */
export interface KnownSessions {
  readonly folder: string
  /** for --cache-dir */
  readonly cacheDir: string
}

const FILES_A_FOLDER = 1000

/** Names and places in the brain as many as a large project has. */
const AREAS = Array.from({ length: 300 }, (_, i) => `AREA${i}`)
const AREAS_A_SESSION = 12

const FIRST_ID = 900_000_000

/**
 * So many files without contents, and an index in which each is a session: a start looks at every
 * file, and reads none. They stay for the next time.
 */
export async function knownSessions(count: number): Promise<KnownSessions> {
  const folder = join(cacheFolder, `known-${count}`)
  const cacheDir = join(cacheFolder, `known-${count}-index`)
  if (!existsSync(join(folder, 'complete'))) {
    for (let i = 0; i < count; i++) writeEmpty(pathOf(folder, i))
    writeEmpty(join(folder, 'complete'))
  }
  rmSync(cacheDir, { recursive: true, force: true })
  const writer = readFileSync(join(projectFolder, 'dist', 'bundle', 'build-id.txt'), 'utf8')
  const index = new FolderIndex(join(cacheDir, 'index'), { writer, maxBytes: 2 ** 31 })
  const entries = Array.from({ length: count }, (_, i): ListEntry => {
    const path = pathOf(folder, i)
    const key = recordingKey(fileLocation(path), identityOf(statSync(path)))
    return { key, value: packSummary(descriptionOf(i)) }
  })
  await index.list(`summaries of ${folder}`).add(entries)
  return { folder, cacheDir }
}

/** An area that one session in 25 recorded. */
export const someArea = AREAS[7]

function pathOf(folder: string, i: number): string {
  const id = FIRST_ID + i
  return join(folder, `group_${Math.floor(i / FILES_A_FOLDER)}`, `session_${id}.nwb`)
}

function writeEmpty(path: string): void {
  mkdirSync(join(path, '..'), { recursive: true })
  closeSync(openSync(path, 'w'))
}

function descriptionOf(i: number): SessionDescription {
  const id = FIRST_ID + i
  const areas = Array.from({ length: AREAS_A_SESSION }, (_, k) => ({
    acronym: AREAS[(i * 7 + k * 25) % AREAS.length],
    channelCount: 20 + k,
    unitCount: 40 + k,
    passingUnitCount: 15 + k,
  }))
  return {
    metadata: {
      identifier: String(id),
      nwbVersion: '2.2.2',
      sessionType: `session type ${i % 5}`,
      description: 'Data and metadata for an electrophysiology session',
      startTime: '2019-01-19T00:54:18-08:00',
      createdAt: ['2020-05-26T15:42:04.101-07:00'],
      institution: 'Institute',
      lab: null,
      experimenters: [],
      subject: {
        id: String(600_000_000 + i),
        specimenName: `Sst-IRES-Cre;Ai32-${i}`,
        species: 'Mus musculus',
        sex: i % 2 ? 'M' : 'F',
        genotype: `Sst-IRES-Cre/wt;Ai${i % 30}/wt`,
        strain: null,
        age: `P${100 + (i % 40)}D`,
        ageInDays: 100 + (i % 40),
      },
    },
    areas,
    recordedAreas: areas,
    unitCount: 2000,
    passingUnitCount: 700,
    channelCount: 2219,
    validChannelCount: 2100,
    probeCount: 6,
  }
}

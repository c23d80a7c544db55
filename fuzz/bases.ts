import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SeriesId } from '../src/domain/series/series.ts'
import { goldenSessionFile, goldenSessionIds } from '../test/support/golden/golden-folder.ts'
import { repack } from '../test/support/recordings/repack.ts'
import { writeRichRecording } from '../test/support/recordings/rich-recording.ts'
import type { TestIntervals } from '../test/support/recordings/write-nwb.ts'

/** A recording that mutants are made of. */
export interface Base {
  readonly name: string
  readonly path: string
  readonly series: readonly SeriesId[]
}

const series: readonly SeriesId[] = [
  { name: 'runningSpeed', probeId: null },
  { name: 'stored', probeId: null, path: '/acquisition/module/licks' },
]

/** Written to a folder; with Python as h5py writes them, and with a golden recording where there is one. */
export async function writeBases(folder: string, withPython: boolean): Promise<Base[]> {
  const rich = { series }
  const at = (name: string) => join(folder, `${name}.nwb`)
  const chunks = { layout: { chunkLength: 500 } }
  const gzip = { layout: { chunkLength: 500, compression: 4 } }
  const contiguous = await writeRichRecording(at('contiguous'))
  const bases: Base[] = [
    { name: 'contiguous', path: contiguous, ...rich },
    { name: 'chunked', path: await writeRichRecording(at('chunked'), chunks), ...rich },
    { name: 'gzip', path: await writeRichRecording(at('gzip'), gzip), ...rich },
    {
      name: 'latest',
      path: await writeRichRecording(at('latest'), { libver: 'latest', ...gzip }),
      ...rich,
    },
    { name: 'user block', path: behindUserBlock(contiguous, at('user-block')), ...rich },
    { name: 'intervals', ...(await writeIntervals(at('intervals'))) },
  ]
  if (withPython) {
    const golden = goldenSessionFile(goldenSessionIds[0])
    repack(contiguous, at('shuffle'), 'shuffle')
    bases[2] = { name: 'gzip + shuffle', path: at('shuffle'), ...rich }
    // As h5py writes it: it may not know what h5wasm writes.
    repack(contiguous, at('latest-chunked'), 'latest-chunked')
    bases[3] = { name: 'latest', path: at('latest-chunked'), ...rich }
    if (existsSync(golden)) {
      copyFileSync(golden, at('golden'))
      bases.push({
        name: 'golden',
        path: at('golden'),
        series: series.slice(0, 1),
      })
    }
  }
  return bases
}

const USER_BLOCK = 512

function behindUserBlock(source: string, target: string): string {
  writeFileSync(
    target,
    Buffer.concat([Buffer.alloc(USER_BLOCK, 'user block '), readFileSync(source)]),
  )
  return target
}

/** Many small tables and series, so that most of the file is structure. */
async function writeIntervals(path: string) {
  const rows = Array.from({ length: 12 }, (_, row) => row)
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter}_presentations`)
  const intervals = Object.fromEntries(
    names.map((name, table): [string, TestIntervals] => [
      name,
      {
        start: rows.map((row) => 20 * table + row),
        stop: rows.map((row) => 20 * table + row + 0.5),
        name: rows.map(() => name.slice(0, 1)),
        block: rows.map(() => table),
        columns: {
          orientation: rows.map((row) => 45 * (row % 4)),
          contrast: rows.map((row) => (row % 3) / 4),
          mask: rows.map((row) => ['circle', 'none'][row % 2] as string),
        },
      },
    ]),
  )
  await writeRichRecording(path, { intervals, layout: { chunkLength: 100, compression: 1 } })
  return { path, series }
}

import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commandFile } from '../support/built.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { debianPrograms } from '../support/servers/debian-programs.ts'

const folder = temporaryFolder()
const snakefile = fileURLToPath(new URL('../../examples/snakemake/Snakefile', import.meta.url))

/** What it prints is of no interest unless it fails. */
const snakemake = () =>
  execFileSync(
    debianPrograms.snakemake,
    [
      ...['--snakefile', snakefile, '--directory', folder, '--cores', '1', '--config'],
      ...[`recordings=${join(folder, 'recordings')}`, 'datasets=datasets'],
      `spikeql=${process.execPath} ${commandFile}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  )

// Python, Snakemake and two exports start one after the other.
test('examples/snakemake writes the dataset of each recording', { timeout: 600_000 }, async () => {
  mkdirSync(join(folder, 'recordings'))
  for (const identifier of ['one', 'two']) {
    await writeNwb(join(folder, 'recordings', `session_${identifier}.nwb`), {
      identifier,
      locations: ['VISp'],
      units: [{ id: 10, electrode: 0, spikes: [1.25, 1.5] }],
      intervals: { gabors_presentations: { start: [1], stop: [2], block: [0] } },
    })
  }
  snakemake()
  expect(readdirSync(join(folder, 'datasets')).sort()).toEqual([
    'session_one.npz',
    'session_two.npz',
  ])
})

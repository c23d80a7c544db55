import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commandFile } from '../support/built.ts'
import { temporaryFolder, writeNwb } from '../support/recordings/write-nwb.ts'
import { SlurmCluster } from '../support/servers/slurm-cluster.ts'

const folder = temporaryFolder()
const script = fileURLToPath(new URL('../../examples/slurm/export.sbatch', import.meta.url))
const ids = ['one', 'three', 'two']

const outputOf = (name: string) => readFileSync(join(folder, name), 'utf8')

// Three daemons and three jobs start.
test('examples/slurm writes the datasets by an array, and then the manifest', {
  timeout: 300_000,
}, async () => {
  mkdirSync(join(folder, 'recordings'))
  for (const identifier of ids) {
    await writeNwb(join(folder, 'recordings', `session_${identifier}.nwb`), {
      identifier,
      locations: ['VISp'],
      units: [{ id: 10, electrode: 0, spikes: [1.25, 1.5, 1.75] }],
      intervals: { gabors_presentations: { start: [1], stop: [2], block: [0] } },
    })
  }
  await using cluster = await SlurmCluster.start()
  const runJob = (...options: string[]) =>
    cluster.run(
      [...options, script, join(folder, 'recordings'), join(folder, 'datasets')],
      folder,
      {
        SPIKEQL: `${process.execPath} ${commandFile}`,
      },
    )

  runJob('--array=1-2', '--output=part-%a.txt')
  expect(outputOf('part-1.txt')).toContain('Wrote 2 files')
  expect(outputOf('part-2.txt')).toContain('Wrote 1 file ')
  runJob('--output=last.txt')
  expect(outputOf('last.txt')).toMatch(/Wrote 0 files to .*; up to date: 3\./)

  const datasets = ids.map((id) => `session_${id}_100ms.npz`)
  const written = readdirSync(join(folder, 'datasets')).filter((name) => !name.startsWith('.'))
  expect(written.sort()).toEqual(['manifest.json', ...datasets])
  const manifest = JSON.parse(readFileSync(join(folder, 'datasets', 'manifest.json'), 'utf8'))
  expect(manifest.files.map(({ file }: { file: string }) => file)).toEqual(datasets)
})

import { statSync } from 'node:fs'
import type { Command } from 'commander'
import { fileSizeText } from '../../formats/amounts.ts'
import { DEFAULT_FOLDER } from './default-folder.ts'

/** `spikeql sample`: recordings to try things with. */
export function addSampleCommand(program: Command): void {
  program
    .command('sample')
    .summary('write sample recordings')
    .description(
      'Write sample recordings with synthetic data in the layout of the public files. Files with the same name are replaced.',
    )
    .argument('[folder]', 'where to', DEFAULT_FOLDER)
    .option('--full', 'one full-size session (about 2 GB) instead of three small ones')
    .addHelpText(
      'after',
      `
Examples:
  spikeql sample
  spikeql sample /tmp/full --full`,
    )
    .action(sample)
}

async function sample(folder: string, { full }: { full?: true }): Promise<void> {
  const { writeFullSample, writeSamples } = await import('./write-samples.ts')
  const files = full ? await writeFullSample(folder) : await writeSamples(folder)
  for (const file of files) console.log(`Wrote ${file} (${fileSizeText(statSync(file).size)})`)
  console.log(`Next: spikeql serve ${folder}`)
}

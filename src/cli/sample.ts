import { statSync } from 'node:fs'
import type { Command } from 'commander'
import { fileSizeText } from './amounts.ts'
import { DEFAULT_FOLDER } from './default-folder.ts'

/** `spikeql sample`: recordings to try things with. */
export function addSampleCommand(program: Command): void {
  program
    .command('sample')
    .summary('write sample recordings')
    .description(
      'Write sample recordings: invented, but laid out like the public files. Files of the same name are replaced.',
    )
    .argument('[folder]', 'where to', DEFAULT_FOLDER)
    .option('--full', 'one session of full size (some 2 GB) in place of three small ones')
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

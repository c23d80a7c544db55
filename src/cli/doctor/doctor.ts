import type { Command } from 'commander'
import { accessOf } from '../open/access.ts'
import { interruptible } from '../terminal/interruption.ts'
import { version } from '../version.ts'

/** `spikeql doctor`: try an address step by step. */
export function addDoctorCommand(program: Command): void {
  const command = program
    .command('doctor')
    .summary('test an address step by step')
    .description(
      'Test whether the recordings at an address can be served: resolve it, list it, identify a file, read byte ranges of it, and read its tables. The report contains no secrets, so you can paste it into an issue.',
    )
    .argument('<address>', 'such as dandi://000021, s3://bucket/folder/ or https://host/file.nwb')
    .option('--session <id>', 'the session to test (default: the first in the list)')
    .addHelpText(
      'after',
      `
Examples:
  spikeql doctor allen://visual-coding
  spikeql doctor dandi://000021 --session 715093703
  spikeql doctor https://example.org/session.nwb`,
    )
    .action((address: string, { session }: { session?: string }) =>
      interruptible(async (signal) => {
        console.log(`SpikeQL ${version}, Node ${process.version}, ${process.platform}`)
        const { examineAddress } = await import('./examine-address.ts')
        await examineAddress(address, session ?? null, await accessOf(command), signal)
      }),
    )
}

import type { Command } from 'commander'
import { type Access, accessOf } from '../open/access.ts'
import { addPathOption } from '../options.ts'

/** `spikeql inspect`: what a recording holds. */
export function addInspectCommand(program: Command): void {
  const command = program
    .command('inspect')
    .summary('summarize a recording')
    .description(
      'Summarize a recording: subject, probes, areas, units and how many the quality filter excludes, stimulus epochs.',
    )
    .argument('<file|id>', 'an NWB file, or the id of a session')
  addPathOption(command)
    .option('--json', 'as JSON, for programs')
    .addHelpText(
      'after',
      `
Examples:
  spikeql inspect session_715093703.nwb
  spikeql inspect 715093703 --path ecephys_cache_dir --json`,
    )
    .action(async (target: string, options: InspectOptions) =>
      inspect(target, options, await accessOf(command)),
    )
}

interface InspectOptions {
  readonly path?: string[]
  readonly json?: true
}

async function inspect(target: string, { path, json }: InspectOptions, access: Access) {
  const { summarizeSession } = await import('./session-summary.ts')
  const { sessionText } = await import('./session-text.ts')
  const { withSession } = await import('../open/with-session.ts')
  const summary = await withSession(target, path, summarizeSession, access)
  console.log(json ? JSON.stringify(summary, null, 2) : sessionText(summary))
}

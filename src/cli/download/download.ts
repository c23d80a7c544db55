import type { Command } from 'commander'
import { accessOf } from '../open/access.ts'
import { parseList } from '../options.ts'
import { interruptible } from '../terminal/interruption.ts'
import type { DownloadSelection } from './download-sessions.ts'

/** Where the AllenSDK's own examples keep the files. */
const DEFAULT_TARGET = 'ecephys_cache_dir'

/** `spikeql download`: sessions of a place elsewhere as files of this machine. */
export function addDownloadCommand(program: Command): void {
  const command = program
    .command('download')
    .summary('download recordings, and go on after interruptions')
    .description(
      'Download sessions into a folder in the layout of the AllenSDK, which finds them there, as spikeql serve does. Parts that were downloaded stay when it is interrupted, in whatever way; run it again to go on. Each file is checked before it gets its name.',
    )
    .argument('[id...]', 'ids of sessions; all that match, with --areas or --session-type')
    .option('--from <address>', 'where they are', 'allen://visual-coding')
    .option('--to <folder>', 'where to', DEFAULT_TARGET)
    .option('--areas <names>', 'sessions that recorded all these areas', parseList)
    .option('--session-type <types>', 'sessions of these types', parseList)
    .option(
      '--lfp',
      'with the files of their probes, with local field potentials (up to 2.7 GB each)',
    )
    .option('--replace', 'replace files that are in the way, such as half ones of other programs')
    .addHelpText(
      'after',
      `
Examples:
  spikeql download 715093703
  spikeql download 715093703 --lfp --to /data/ecephys_cache_dir
  spikeql download --areas V1,LM,RL,AL,PM,AM --session-type brain_observatory_1.1
  spikeql download 715093703 --from dandi://000021 --to dandisets`,
    )
    .action((ids: string[], options: DownloadSelection) =>
      interruptible(async (signal) => {
        const { downloadSessions } = await import('./download-sessions.ts')
        const { openRemote } = await import('../open/open-remote.ts')
        const { remote: remoteOptions, index } = accessOf(command)
        await using remote = openRemote(remoteOptions, index)
        await downloadSessions(ids, options, remote, signal)
      }),
    )
}

import type { Command } from 'commander'
import { accessOf } from '../open/access.ts'
import { downloadsFolder } from '../open/cache-options.ts'
import { parseList } from '../options.ts'
import { interruptible } from '../terminal/interruption.ts'
import type { DownloadSelection } from './download-sessions.ts'

/** Where the AllenSDK's own examples keep the files. */
const DEFAULT_TARGET = 'ecephys_cache_dir'

/** `spikeql download`: sessions of a place elsewhere as files of this machine. */
export function addDownloadCommand(program: Command): void {
  const command = program
    .command('download')
    .summary('download recordings; resumes after interruptions')
    .description(
      'Download sessions into a folder, in the layout that the AllenSDK and spikeql serve expect. After an interruption, run it again to resume. Each file is verified before it gets its final name.',
    )
    .argument('[id...]', 'ids of sessions; all that match, with --areas or --session-type')
    .option('--from <address>', 'where to download from', 'allen://visual-coding')
    .option('--to <folder>', 'where to', DEFAULT_TARGET)
    .option('--areas <names>', 'sessions that recorded all these areas', parseList)
    .option('--session-type <types>', 'sessions of these types', parseList)
    .option(
      '--lfp',
      'also the files of their probes, with local field potentials (up to 2.7 GB each)',
    )
    .option('--replace', 'replace existing files, such as partial downloads of other programs')
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
        const { DownloadRegister } = await import(
          '../../byte-sources/downloads/download-register.ts'
        )
        const { remote: remoteOptions, index, cacheFolder } = await accessOf(command)
        await using remote = openRemote(remoteOptions, index)
        const register = cacheFolder ? new DownloadRegister(downloadsFolder(cacheFolder)) : null
        await downloadSessions(ids, options, { ...remote, register }, signal)
      }),
    )
}

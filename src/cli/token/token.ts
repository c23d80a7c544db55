import { type Command, Option } from 'commander'
import { scopes } from '../../http/auth/grant.ts'
import { wholeNumber } from '../options.ts'
import type { CreateOptions } from './token-file.ts'

interface FileOptions {
  readonly auth: string
}

const DEFAULT_FILE = 'tokens.json'

/** `spikeql token create|list|revoke`: who may use a server that is started with --auth. */
export function addTokenCommand(program: Command): void {
  const token = program
    .command('token')
    .summary('create, list and revoke API tokens')
    .description(
      'API tokens for a server that is started with --auth FILE. The file has only hashes of them. A running server notices changes within a second.',
    )
  addCreate(token)
  withFile(token.command('list'))
    .description('List the tokens in the file, with what they permit and when they expire.')
    .action(async ({ auth }: FileOptions) => {
      const { listTokens } = await import('./token-file.ts')
      console.log(await listTokens(auth))
    })
  withFile(token.command('revoke'))
    .description('Remove tokens from the file: they are refused from then on.')
    .argument('<id...>', 'ids or names, as spikeql token list shows them')
    .action(async (ids: string[], { auth }: FileOptions) => {
      const { revokeTokens } = await import('./token-file.ts')
      console.log(await revokeTokens(auth, ids))
    })
}

function addCreate(token: Command): void {
  withFile(token.command('create'))
    .description('Create a token. It is printed once, and stored only as a hash.')
    .argument('<name>', 'of the person or program that will use it')
    .addOption(
      new Option('--scopes <scopes...>', 'read: queries; export: files; metrics: /metrics')
        .choices(scopes)
        .default(['read', 'export'], 'read export'),
    )
    .option('--sessions <globs...>', 'ids of sessions that it may see; * for all', ['*'])
    .option('--places <globs...>', 'names of places whose sessions it may see; * for all', ['*'])
    .option('--expires <date>', 'expiry date, such as 2027-06-30, or time until then, such as 90d')
    .option('--requests-per-minute <number>', 'limit (default: none)', wholeNumber(1))
    .option(
      '--cells-per-minute <number>',
      'bins x units per minute (default: none)',
      wholeNumber(1),
    )
    .addHelpText(
      'after',
      `
Examples:
  spikeql token create alice --expires 90d
  spikeql token create course --scopes read --sessions '7150*' 7321592 --cells-per-minute 100000000
  spikeql token create prometheus --scopes metrics`,
    )
    .action(async (name: string, options: CreateOptions & FileOptions) => {
      const { addToken } = await import('./token-file.ts')
      const { text, summary } = await addToken(options.auth, name, options)
      console.error(summary)
      console.log(text)
    })
}

const withFile = (command: Command) =>
  command.option('--auth <file>', 'the file that serve --auth names', DEFAULT_FILE)

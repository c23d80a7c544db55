import { Argument, type Command } from 'commander'
import { CommandError } from '../terminal/command-error.ts'

const shells = ['bash', 'zsh', 'fish', 'powershell']

/**
 * `spikeql completion SHELL`, and `complete`, which the script it prints runs at each press of the
 * tab key.
 */
export function addCompletionCommand(program: Command, fresh: () => Command): void {
  program
    .command('completion')
    .summary('print a script that completes commands and options')
    .description(
      'Print a script that makes a shell complete commands, options and their values. Bash needs the package bash-completion for it.',
    )
    .addArgument(new Argument('<shell>', 'for which shell').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  spikeql completion bash >> ~/.bashrc
  spikeql completion zsh >> ~/.zshrc
  spikeql completion fish > ~/.config/fish/completions/spikeql.fish`,
    )
    .action(async (shell: string) => {
      await completed(fresh, ['completion', shell])
      // The library's script for bash allows no paths.
      if (shell === 'bash') console.log('complete -o default -F __spikeql_complete spikeql')
    })
  program
    .command('complete', { hidden: true })
    .allowUnknownOption()
    .argument('[words...]')
    .action((words: string[]) => {
      // Without it, words that begin with -- would be options.
      if (!process.argv.includes('--')) {
        throw new CommandError('complete is for scripts that spikeql completion prints.')
      }
      return completed(fresh, ['complete', '--', ...words])
    })
}

/** By a program of its own: the library adds commands that have these names. */
async function completed(fresh: () => Command, args: readonly string[]): Promise<void> {
  const { default: tab } = await import('@bomb.sh/tab/commander')
  const { ShellCompDirective } = await import('@bomb.sh/tab')
  const program = fresh()
  const root = tab(program, { completionCommandName: 'completion' })
  // The library never lets a shell complete paths, which most commands take.
  const { ShellCompDirectiveDefault: paths, ShellCompDirectiveNoFileComp: noPaths } =
    ShellCompDirective
  Object.defineProperty(root, 'directive', {
    get: () => (root.completions.length === 0 ? paths : noPaths),
    set: () => {},
  })
  await program.parseAsync(args, { from: 'user' })
}

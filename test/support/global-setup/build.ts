import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Worker threads and the command run the built dist/: build it once before the tests. */
export default function build(): void {
  // As by `npm run mutate`, which runs a few tests a hundred times.
  if (process.env.SPIKEQL_BUILT) return
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    stdio: 'inherit',
  })
}

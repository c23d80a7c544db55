import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Worker threads and the command run the built dist/: build it once before the tests. */
export default function build(): void {
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: 'inherit',
  })
}

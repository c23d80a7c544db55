import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { debianPrograms } from './debian-programs.ts'
import { freePort } from './free-port.ts'

const programs = dirname(debianPrograms.postgresql)

/** PostgreSQL does not run as root. */
const isRoot = process.getuid?.() === 0

/** A PostgreSQL server of a test, with a data folder and a port of its own. */
export class PostgresServer implements AsyncDisposable {
  readonly url: string
  readonly #folder: string
  readonly #port: number

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.#port = port
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`
  }

  static async start(): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'spikeql-postgres-'))
    chmodSync(folder, 0o755)
    if (isRoot) execFileSync('chown', ['postgres', folder])
    const server = new PostgresServer(folder, await freePort())
    server.#run('initdb', ['--auth', 'trust', '--no-sync', '--username', 'postgres'])
    server.resume()
    return server
  }

  /** Stop at once, as a machine that fails. */
  halt(): void {
    this.#run('pg_ctl', ['stop', '--mode', 'immediate', '--wait'])
  }

  /** Start again with what there is. */
  resume(): void {
    const options = `-p ${this.#port} -c listen_addresses=127.0.0.1 -c fsync=off -k ${this.#folder}`
    const log = join(this.#folder, 'log')
    this.#run('pg_ctl', ['start', '--wait', '--log', log, '--options', options])
  }

  #run(program: string, args: readonly string[]): void {
    const command = [join(programs, program), '--pgdata', join(this.#folder, 'data'), ...args]
    const [file = '', ...others] = isRoot
      ? ['runuser', '-u', 'postgres', '--', ...command]
      : command
    // What it prints may go on after it has ended: the server has its output, too.
    execFileSync(file, others, { stdio: 'ignore', cwd: this.#folder })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.halt()
    } catch {
      // It is stopped already.
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

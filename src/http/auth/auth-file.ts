import { readFile, stat } from 'node:fs/promises'
import { InvalidArgumentError } from '../../errors.ts'
import { type AuthSettings, parseAuthSettings } from './auth-settings.ts'

/** For how long a change of the file may go unnoticed: a revoked token, at most so long. */
const SHORTEST_PAUSE_MS = 1000

/** What a log needs to have. */
export interface WarningLogger {
  warn(details: unknown, message?: string): void
}

/** Lets nobody in. */
const closed: AuthSettings = {
  tokens: [],
  issuers: [],
  proxy: null,
  limits: { requestsPerMinute: null, cellsPerMinute: null },
}

/**
 * The file that `--auth` names. Changes count at once, so that a token can be created or revoked
 * while the server runs; while the file is not there or wrong, nobody is let in.
 */
export class AuthFile {
  readonly #path: string
  readonly #log: WarningLogger
  #settings: AuthSettings
  #version: string
  #checkedAt = performance.now()
  #checking: Promise<void> | null = null

  /** @throws InvalidArgumentError when it cannot be used */
  static async open(path: string, log: WarningLogger): Promise<AuthFile> {
    const version = await versionOf(path)
    return new AuthFile(path, log, version, await readSettings(path))
  }

  private constructor(path: string, log: WarningLogger, version: string, settings: AuthSettings) {
    this.#path = path
    this.#log = log
    this.#version = version
    this.#settings = settings
  }

  async settings(): Promise<AuthSettings> {
    if (performance.now() - this.#checkedAt > SHORTEST_PAUSE_MS) {
      this.#checking ??= this.#check().finally(() => {
        this.#checking = null
        this.#checkedAt = performance.now()
      })
      await this.#checking
    }
    return this.#settings
  }

  async #check(): Promise<void> {
    const version = await versionOf(this.#path)
    if (version === this.#version) return
    this.#version = version
    try {
      this.#settings = await readSettings(this.#path)
    } catch (error) {
      this.#settings = closed
      this.#log.warn(
        { err: error },
        'all requests are rejected until the file of --auth is valid again',
      )
    }
  }
}

async function versionOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch {
    return 'absent'
  }
}

/** @throws InvalidArgumentError */
export async function readSettings(path: string): Promise<AuthSettings> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new InvalidArgumentError(
      `${path} cannot be read (${code}). Create it with: spikeql token create NAME --auth ${path}`,
    )
  }
  try {
    return parseAuthSettings(text)
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    throw new InvalidArgumentError(`${path}: ${error.message}. See docs/securing.md.`)
  }
}

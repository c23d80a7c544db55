import { readFile } from 'node:fs/promises'
import { type Started, startProgram } from '../../../cli/run-command.ts'

/** A reverse proxy in front of replicas, on this machine. */
export interface RunningProxy {
  readonly httpPort: number
  readonly httpsPort: number
  /** of its certificate, which nobody else knows */
  readonly certificate: string
  stop(): Promise<void>
}

/**
 * Start a proxy whose configuration is written; it accepts connections.
 *
 * @param command the program, and its arguments, which keep it in the foreground
 * @param certificate the file
 */
export async function runProxy(
  [program, ...args]: readonly [string, ...string[]],
  { httpPort, httpsPort, certificate }: Readonly<Omit<RunningProxy, 'stop'>>,
): Promise<RunningProxy> {
  const proxy = startProgram(program, args)
  await acceptsConnections(httpsPort, proxy)
  return {
    httpPort,
    httpsPort,
    certificate: await readFile(certificate, 'utf8'),
    async stop() {
      proxy.process.kill('SIGTERM')
      await proxy.ended
    },
  }
}

/** Settles when the program accepts connections at a port. */
async function acceptsConnections(port: number, { ended }: Started): Promise<void> {
  let hasEnded: string | null = null
  void ended.then(({ stderr }) => {
    hasEnded = stderr
  })
  for (;;) {
    if (hasEnded !== null) throw new Error(`the proxy has ended: ${hasEnded}`)
    const isOpen = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      (error: Error) => (error.cause as { code?: string } | undefined)?.code !== 'ECONNREFUSED',
    )
    if (isOpen) return
  }
}

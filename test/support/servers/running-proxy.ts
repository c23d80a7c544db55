import type { Started } from '../../cli/run-command.ts'

/** A reverse proxy in front of replicas, on this machine. */
export interface RunningProxy {
  readonly httpPort: number
  readonly httpsPort: number
  /** of its certificate, which nobody else knows */
  readonly certificate: string
  stop(): Promise<void>
}

/** Settles when the program accepts connections at a port. */
export async function acceptsConnections(port: number, { ended }: Started): Promise<void> {
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

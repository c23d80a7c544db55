import { printable } from './printable.ts'

export interface Progress {
  /** @param label what is being done */
  update(done: number, label?: string): void
  setTotal(total: number): void
  stop(): void
}

/**
 * Progress of something long on stderr: a bar on a terminal; elsewhere one line at its
 * start, so that logs stay short.
 */
export async function startProgress(task: string): Promise<Progress> {
  const title = printable(task)
  if (!process.stderr.isTTY) {
    console.error(`${title} ...`)
    return { update: () => {}, setTotal: () => {}, stop: () => {} }
  }
  const { SingleBar } = await import('cli-progress')
  const bar = new SingleBar({
    format: `${title} {bar} {percentage} % {label}`,
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  })
  bar.start(1, 0, { label: '' })
  return {
    update: (done, label = '') => bar.update(done, { label: printable(label) }),
    setTotal: (total) => bar.setTotal(total),
    stop: () => bar.stop(),
  }
}

// Loaded into a server with `--import`: on a message `start` it begins to watch the event loop, on
// `stop` it reports how late it was.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** The histogram holds the whole time between two looks; what is beyond this is the delay. */
const RESOLUTION_MS = 1

export interface EventLoopDelay {
  /** ms */
  readonly p50: number
  /** ms */
  readonly p99: number
  /** ms */
  readonly max: number
}

if (isMainThread && process.channel) {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  const delay = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  process.on('message', (message) => {
    if (message === 'start') {
      histogram.reset()
      histogram.enable()
      return
    }
    histogram.disable()
    const { max } = histogram
    const report: EventLoopDelay = {
      p50: delay(histogram.percentile(50)),
      p99: delay(histogram.percentile(99)),
      max: delay(max),
    }
    process.send?.(report)
  })
  process.channel.unref()
}

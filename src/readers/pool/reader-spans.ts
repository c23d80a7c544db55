import { context, type Span, trace } from '@opentelemetry/api'
import { tracer } from '../../tracing.ts'
import type { ReaderTimes } from '../thread/reader-times.ts'

/**
 * Spans below that of a request to a thread: `read`, and what was made of the bytes. A thread reads
 * one unit and counts it before it reads the next; the two spans are the sums, one after the other.
 */
export function addThreadSpans(
  parent: Span,
  { begin, reading, end }: ReaderTimes,
  rest: 'count' | 'decode',
): void {
  if (!parent.isRecording()) return
  const within = trace.setSpan(context.active(), parent)
  const add = (name: string, startTime: number, endTime: number) =>
    tracer.startSpan(name, { startTime }, within).end(endTime)
  add('read', begin, begin + reading)
  add(rest, begin + reading, end)
}

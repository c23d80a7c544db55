import { type Attributes, type Span, SpanStatusCode, trace } from '@opentelemetry/api'

/**
 * OpenTelemetry's tracer; it does nothing unless whoever starts the program has loaded an SDK, with
 * `--import`.
 */
export const tracer = trace.getTracer('spikeql')

/** Do some work in a span of its own, which ends with it. */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span)
    } catch (error) {
      failSpan(span, error)
      throw error
    } finally {
      span.end()
    }
  })
}

/** Say in a span that its work failed: how, and not of what, which may name files. */
export function failSpan(span: Span, error: unknown): void {
  const { name } = error instanceof Error ? error : { name: typeof error }
  const code = error instanceof Error && 'code' in error ? String(error.code) : name
  span.setAttribute('error.type', code)
  span.setStatus({ code: SpanStatusCode.ERROR })
}

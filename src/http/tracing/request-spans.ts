import { type Context, context, propagation, type Span, SpanKind, trace } from '@opentelemetry/api'
import type { FastifyInstance } from 'fastify'
import { tracer } from '../../tracing.ts'

declare module 'fastify' {
  interface FastifyRequest {
    trace: RequestTrace | null
  }
}

interface RequestTrace {
  readonly span: Span
  /** of what is done for the request */
  readonly context: Context
  /** from the first byte of the response to the last; null: not begun */
  writing: Span | null
}

/** What load balancers, Prometheus and browsers get all the time. */
const untraced = /^\/(health|metrics|assets)\b/

/**
 * A span for each request, as a child of the one that its `traceparent` names, and in it one for
 * the writing of the response. What is done in between finds it in the active context.
 */
export function addRequestSpans(app: FastifyInstance): void {
  app.decorateRequest('trace', null)
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, headers, routeOptions } = request
    const route = routeOptions.url
    if (route === undefined || untraced.test(route)) return done()
    const parent = propagation.extract(context.active(), headers)
    const attributes = { 'http.request.method': method, 'http.route': route }
    const span = tracer.startSpan(
      `${method} ${route}`,
      { kind: SpanKind.SERVER, attributes },
      parent,
    )
    request.trace = { span, context: trace.setSpan(parent, span), writing: null }
    done()
  })
  // Not sooner: a body that arrives later would bring the context of its socket.
  app.addHook('preHandler', ({ trace: own }, _reply, done) => {
    if (own) context.with(own.context, done)
    else done()
  })
  app.addHook('onSend', ({ trace: own }, _reply, _payload, done) => {
    if (own) own.writing = tracer.startSpan('write', {}, own.context)
    done()
  })
  app.addHook('onResponse', ({ trace: own, operationName, errorCodes }, { statusCode }, done) => {
    if (!own) return done()
    const { span, writing } = own
    writing?.end()
    span.setAttribute('http.response.status_code', statusCode)
    if (operationName) span.setAttribute('graphql.operation.name', operationName)
    if (errorCodes) span.setAttribute('error.type', Object.keys(errorCodes).join(' '))
    span.end()
    done()
  })
}

// Load it before SpikeQL, with node --import: it prints each span. For a collector, use an exporter
// such as OTLPTraceExporter of @opentelemetry/exporter-trace-otlp-http instead.
import { isMainThread } from 'node:worker_threads'
import {
  ConsoleSpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node'

// Reader threads load it, too, but have no spans: the server reports theirs.
if (isMainThread) {
  const provider = new NodeTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())],
  })
  provider.register()
}

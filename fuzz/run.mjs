// Runs main.ts as it stands: Node 20 does not know TypeScript, but Vite does.
import { runnerImport } from 'vite'

await runnerImport(new URL('main.ts', import.meta.url).pathname, {
  logLevel: 'error',
  // Node 20 does not know `using` either.
  oxc: { target: 'node20' },
})

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The pages: the explorer and GraphiQL, with everything that they load. */
export default defineConfig({
  root: here('.'),
  // Addresses relative to the page, so that a proxy may serve it under a path of its own.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    // The explorer's policy takes nothing from data: addresses.
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.md' },
    // GraphiQL's editor is one large piece; the explorer's size is held by a test.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: [here('index.html'), here('graphiql.html')],
      // React's compiler leaves directives in GraphiQL that mean nothing any more.
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
    },
  },
})

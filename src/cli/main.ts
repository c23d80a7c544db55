#!/usr/bin/env node
import { keepCompiled } from './compile-cache.ts'

keepCompiled(process.argv, process.env)
// What is imported before is compiled anew each time.
const { start } = await import('./start.ts')
await start()

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const readme = readFileSync(
  fileURLToPath(new URL('../../README.md', import.meta.url)),
  'utf8',
)

/** The README's examples in a language, in order. */
export const examples = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text]) => text as string,
  )

export const shellLines = examples('sh').flatMap((example) => example.trim().split('\n'))

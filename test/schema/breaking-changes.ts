import { CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'

/**
 * What a schema takes away from programs that were written for another, one sentence each. A field
 * or value that was deprecated there may go, and so may a type that only such fields had.
 */
export async function breakingChanges(released: string, current: string): Promise<string[]> {
  const changes = await diff(buildSchema(released), buildSchema(current), [
    DiffRule.suppressRemovalOfDeprecatedField,
  ])
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message)
}

/** What to do about them; empty when there are none. */
export function advice(changes: readonly string[]): string {
  if (changes.length === 0) return ''
  return [
    'schema.graphql breaks programs that were written for the last release (test/schema/released.graphql):',
    ...changes.map((change) => `  - ${change}`),
    'Keep the old way beside the new one and mark it @deprecated(reason: "…"); it may go in the release after that.',
    'A release that breaks on purpose: raise the major version, show before and after in CHANGELOG.md, then `npm run schema:release`.',
  ].join('\n')
}

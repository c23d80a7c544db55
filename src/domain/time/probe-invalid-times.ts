import type { InvalidTime } from '../session/session-tables.ts'

/** Times in which a probe's signals are invalid: tagged `all_probes`, or with its name. */
export function invalidTimesOfProbe(
  invalidTimes: readonly InvalidTime[],
  probeName: string,
): InvalidTime[] {
  return invalidTimes.filter(({ tags }) => tags.includes('all_probes') || tags.includes(probeName))
}

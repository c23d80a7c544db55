import { RecordingError } from '../src/errors.ts'
import type { SessionReader } from '../src/sessions/session-reader.ts'
import type { Fact, Value } from './facts.ts'
import type { Judge, Judgement } from './judge.ts'

/** How SpikeQL's answer to one question about a mutant compares. */
export type Verdict =
  /** equal to h5py's */
  | 'same'
  /** an error that names the fault of the file */
  | 'refused'
  /** no answer, and a warning that says so */
  | 'warned'
  /** that of the recording as it was, where h5py gives another, or none */
  | 'better'
  /** another than h5py's */
  | 'different'
  /** one where h5py gives an error */
  | 'beyond'
  /** h5py's process ended, or did not come back */
  | 'unjudged'
  /** none where h5py gives one, and no word of it */
  | 'lost'
  /** an error that is not of the file: ours */
  | 'fault'
  | 'crashed'
  | 'stuck'

/** What must not happen. */
export const faults: readonly Verdict[] = ['different', 'lost', 'fault']

/** From the worst to the best. */
const order: readonly Verdict[] = [
  'fault',
  'different',
  'lost',
  'crashed',
  'beyond',
  'stuck',
  'refused',
  'unjudged',
  'warned',
  'better',
  'same',
]

/** Of all that a mutant was asked. */
export function worstOf(compared: readonly Compared[]): Verdict {
  return order.find((verdict) => compared.some((one) => one.verdict === verdict)) ?? 'same'
}

export interface Compared {
  readonly fact: string
  readonly verdict: Verdict
  readonly ours: string
  readonly theirs: string
}

/** What a recording says, by SpikeQL; an error where it says nothing. */
export type Responses = ReadonlyMap<Fact, Value | Error>

export async function response(reader: SessionReader, facts: readonly Fact[]): Promise<Responses> {
  const responses = new Map<Fact, Value | Error>()
  // Every question begins with the tables, and fails with them.
  const failure = await reader.tables().then(
    () => null,
    (error: Error) => error,
  )
  for (const fact of facts) {
    responses.set(fact, failure ?? (await fact.ours(reader).catch((error: Error) => error)))
  }
  return responses
}

/** @param judge null: only what is certain without it is looked at */
export async function compare(
  path: string,
  reader: SessionReader,
  base: Responses,
  judge: Judge | null,
): Promise<Compared[]> {
  const facts = [...base.keys()]
  const responses = await response(reader, facts)
  // Where even the warnings are refused, the recording is known to be damaged.
  const warnings = await reader.load('warnings').catch(() => null)
  const items = facts.flatMap((fact) => fact.items)
  const judged = judge && (await judge.judge(path, items))
  let at = 0
  return facts.map((fact): Compared => {
    const read = judged?.slice(at, at + fact.items.length)
    at += fact.items.length
    const ours = responses.get(fact) as Value | Error
    const right = base.get(fact) as Value | Error
    const theirs = read ? theirsOf(fact, read) : null
    const isUnjudged = judge !== null && judged === null
    const isWarned =
      !warnings ||
      warnings.some((warning) =>
        fact.items.some((item) => item.path.startsWith(warning.path ?? '/')),
      )
    const verdict =
      isUnjudged && !(ours instanceof Error) ? 'unjudged' : verdictOn(ours, right, theirs, isWarned)
    return {
      fact: fact.name,
      verdict,
      ours: shown(ours),
      theirs: theirs ? shown(theirs.value) : '-',
    }
  })
}

function theirsOf(fact: Fact, read: readonly Judgement[]): { value: Value | Error } {
  const failed = read.find((one) => one && 'error' in one)
  if (failed && 'error' in failed) return { value: new Error(failed.error) }
  return {
    value: fact.theirs(
      read.map((one) => {
        if (one === null || 'error' in one) return null
        return 'numbers' in one ? one.numbers : one.texts
      }),
    ),
  }
}

function verdictOn(
  ours: Value | Error,
  right: Value | Error,
  theirs: { value: Value | Error } | null,
  isWarned: boolean,
): Verdict {
  if (ours instanceof Error) {
    if (!(ours instanceof RecordingError)) return 'fault'
    if (ours.code === 'READER_CRASHED') return 'crashed'
    return ours.code === 'READER_STUCK' ? 'stuck' : 'refused'
  }
  if (theirs && !(theirs.value instanceof Error) && isEqual(ours, theirs.value)) return 'same'
  if (isEqual(ours, right as Value)) return theirs ? 'better' : 'same'
  if (isWarned) return 'warned'
  if (ours === null || ours.every((value) => value === null)) return 'lost'
  return theirs?.value instanceof Error ? 'beyond' : 'different'
}

/** Series are answered up to their first 300 samples. */
function isEqual(ours: Value, theirs: Value): boolean {
  if (ours === null || theirs === null) return ours === theirs
  if (ours.length !== theirs.length && ours.length !== 300) return false
  return ours.every((value, i) => Object.is(value, theirs[i]) || value === theirs[i])
}

function shown(value: Value | Error): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`.slice(0, 160)
  return JSON.stringify(value?.slice(0, 8))?.slice(0, 160) ?? 'null'
}

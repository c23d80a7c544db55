/** A figure that is to be reached. */
export interface Target {
  readonly what: string
  readonly bound: 'atMost' | 'atLeast'
  readonly limit: number
  /** after the number, such as ` x` or ` MB` */
  readonly unit: string
}

export interface Verdict extends Target {
  /** null: it could not be measured here */
  readonly measured: number | null
}

export function isMet({ bound, limit, measured }: Verdict): boolean {
  if (measured === null) return false
  return bound === 'atMost' ? measured <= limit : measured >= limit
}

/** `met`, `not met`, or that there is nothing to judge. */
export function verdictText(verdict: Verdict): string {
  if (verdict.measured === null) return 'not measured'
  return isMet(verdict) ? 'met' : '**not met**'
}

export interface Mutant {
  readonly start: number
  readonly end: number
  readonly text: string
}

export function mutantsOf(file: string, source: string): Mutant[]
export function placeOf(source: string, start: number): string

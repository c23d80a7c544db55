interface Subject {
  readonly species: string | null
  readonly sex: string | null
  readonly ageInDays: number | null
  readonly age?: string | null
}

const sexes: Readonly<Record<string, string>> = { M: 'male', F: 'female', O: 'other sex' }

/** In words; null where the file does not know it. */
export const sexText = (sex: string) => sexes[sex] ?? null

/** `Mus musculus, male, 118 days old`; null where nothing of it is known. */
export function subjectText({ species, sex, ageInDays, age }: Subject): string | null {
  const old = ageText({ ageInDays, age: age ?? null })
  const parts = [species, sex && sexText(sex), old && `${old} old`]
  return parts.filter(Boolean).join(', ') || null
}

const durations: Readonly<Record<string, string>> = {
  Y: 'years',
  M: 'months',
  W: 'weeks',
  D: 'days',
}

/** `118 days`; an ISO 8601 duration of one part, such as `P49Y`, in words, any other as it is. */
export function ageText({
  ageInDays,
  age,
}: {
  readonly ageInDays: number | null
  readonly age: string | null
}): string | null {
  if (ageInDays !== null) return `${ageInDays} days`
  const [, number, unit] = /^P([\d.]+)([YMWD])$/.exec(age ?? '') ?? []
  return number && unit ? `${number} ${durations[unit]}` : age
}

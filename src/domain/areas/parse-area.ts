/** Keys of a structured text whose value is the area, those first that say most about it. */
const areaKeys = [
  'brain_region',
  'brain_area',
  'area',
  'region',
  'structure_acronym',
  'acronym',
  'structure',
  'location',
]

/** A key, a colon or an equals sign, and a value up to the next mark. */
const PAIR = /^\s*["']?([A-Za-z_][\w ]*?)["']?\s*[:=]\s*(.*?)\s*$/

/** What writers put where there is nothing to say. */
const nothing = ['', 'none', 'n/a', 'nan', 'null', 'see electrode locations']

/**
 * The area that a text of a file names. Most texts are the area's name; some laboratories write
 * several facts in one (`brain_region: ALM; brain_subregion: N/A`, `area=CA1, layer=2`, or JSON),
 * of which the area is taken. A text that cannot be taken apart whole, or that has no fact of the
 * area, stands for itself, without spaces around it. Null: it says that there is none, or nothing.
 */
export function areaOf(text: string): string | null {
  const facts = jsonFacts(text) ?? pairFacts(text)
  const found = areaKeys.flatMap((key) => facts?.get(key) ?? [])
  if (found.length === 0) return isNothing(text) ? null : text.trim()
  return found.find((value) => !isNothing(value)) ?? null
}

/**
 * Whether a text says that there is no area to name: the Allen Institute's two ways to write that a
 * channel lies outside of the brain.
 */
export function isOutsideText(text: string): boolean {
  return text === '' || text === 'None'
}

/** An object in JSON, or as Python prints a dictionary. */
function jsonFacts(text: string): Map<string, string> | null {
  const trimmed = text.trim()
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return null
  try {
    const parsed: object = JSON.parse(trimmed)
    return new Map(Object.entries(parsed).map(([key, value]) => [keyOf(key), String(value).trim()]))
  } catch {
    return pairFacts(trimmed.slice(1, -1))
  }
}

/**
 * Every part has to be a pair: a name with a colon in it, such as "area 3: upper",
 * is not taken apart by halves.
 */
function pairFacts(text: string): Map<string, string> | null {
  const mark = [';', ',', '|', '\n'].find((candidate) => text.includes(candidate))
  const parts = (mark ? text.split(mark) : [text]).filter((part) => part.trim() !== '')
  const facts = new Map<string, string>()
  for (const part of parts) {
    const [, key, value] = PAIR.exec(part) ?? []
    if (key === undefined || value === undefined) return null
    facts.set(keyOf(key), value.replace(/^(["'])(.*)\1$/, '$2').trim())
  }
  return facts
}

const isNothing = (text: string) => nothing.includes(text.trim().toLowerCase())

const keyOf = (key: string) => key.trim().toLowerCase().replaceAll(/[ -]+/g, '_')

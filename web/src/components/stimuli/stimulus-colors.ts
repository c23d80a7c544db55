import { INVALID, SPONTANEOUS } from '../../app/defaults.ts'

/**
 * Hues of Paul Tol's light scheme, which colour-blind people tell apart too;
 * black text is readable on each.
 */
const HUES = 8

/**
 * How epochs of a stimulus are drawn: a class of stimulus-colors.css. With more stimuli than hues
 * some share one, and their names tell.
 */
export function stimulusClasses(names: readonly string[]): ReadonlyMap<string, string> {
  const classes = new Map<string, string>()
  let hue = 0
  for (const name of names) {
    if (classes.has(name)) continue
    if (name === SPONTANEOUS) classes.set(name, 'stimulus-spontaneous')
    else if (name === INVALID) classes.set(name, 'stimulus-invalid')
    else classes.set(name, `stimulus-${(hue++ % HUES) + 1}`)
  }
  return classes
}

/** `drifting gratings`: the file's name as people read it. */
export const stimulusText = (name: string) => name.replaceAll('_', ' ')

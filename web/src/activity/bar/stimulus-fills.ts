import '../../components/stimuli/stimulus-colors.css'
import { stimulusClasses } from '../../components/stimuli/stimulus-colors.ts'

/**
 * The colour of each stimulus as a canvas takes it, the same as in the schedule; null for what the
 * style sheet does not fill with a colour of its own.
 *
 * @param names of all epochs of the session, in order of time
 */
export function stimulusFills(names: readonly string[]): ReadonlyMap<string, string | null> {
  const probe = document.createElement('span')
  document.body.append(probe)
  const fills = new Map<string, string | null>()
  for (const [name, className] of stimulusClasses(names)) {
    probe.className = className
    fills.set(name, /\d$/.test(className) ? getComputedStyle(probe).backgroundColor : null)
  }
  probe.remove()
  return fills
}

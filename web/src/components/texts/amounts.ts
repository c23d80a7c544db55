const whole = new Intl.NumberFormat('en')

/** `1,234` */
export const count = (number: number) => whole.format(number)

/** `1 unit`, `1,234 units` */
export function amount(number: number, noun: string, plural = `${noun}s`): string {
  return `${count(number)} ${number === 1 ? noun : plural}`
}

/** `18.9 MB` */
export function bytes(number: number): string {
  const steps = ['B', 'kB', 'MB', 'GB', 'TB']
  let step = 0
  let rest = number
  while (rest >= 999.5 && step < steps.length - 1) {
    rest /= 1000
    step++
  }
  return `${step === 0 || rest >= 99.95 ? Math.round(rest) : rest.toFixed(1)} ${steps[step]}`
}

const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** A moment on the session's clock: `1,284.5 s`. */
export const clock = (seconds: number) => `${tenths.format(seconds).replace('-', '−')} s`

/** `9.8 s`, `1 min 24 s`, `2 h 5 min` */
export function duration(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(seconds < 9.995 ? 2 : 1)} s`
  const all = Math.round(seconds)
  if (all < 3600) return joined([Math.floor(all / 60), 'min'], [all % 60, 's'])
  const minutes = Math.round(seconds / 60)
  return joined([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min'])
}

function joined(...parts: readonly [number, string][]): string {
  return parts
    .filter(([number], i) => i === 0 || number > 0)
    .map(([number, unit]) => `${number} ${unit}`)
    .join(' ')
}

/**
 * Date and time of a recording as its file has it, on the clock of its own time
 * zone: `14 January 2019, 10:21`.
 */
export function dateTime(iso: string): string {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(iso) ?? []
  if (!date) return iso
  const day = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return `${day}, ${time}`
}

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`

const DURATION = new RegExp(
  `^P(?:${NUMBER}W)?(?:${NUMBER}D)?(?:T(?:${NUMBER}H)?(?:${NUMBER}M)?(?:${NUMBER}S)?)?$`,
)

/** Of weeks, days, hours, minutes and seconds. */
const SECONDS = [604_800, 86_400, 3600, 60, 1]

/**
 * Days of an ISO 8601 duration, such as `P90DT12H` or `P12W`. Null for what is not one, or has
 * years or months, which are not always as many days.
 */
export function daysOfDuration(text: string): number | null {
  const parts = DURATION.exec(text.trim())?.slice(1)
  if (!parts?.some((part) => part !== undefined)) return null
  const seconds = parts.reduce(
    (sum, part, i) => sum + Number(part?.replace(',', '.') ?? 0) * SECONDS[i],
    0,
  )
  return seconds / 86_400
}

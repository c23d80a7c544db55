import { amount } from '../../components/texts/amounts.ts'
import { formatRate } from '../../heatmap/cells/cell-text.ts'

/** What there is to say of a spike train; null: too few spikes for it. */
export interface TrainFacts {
  readonly spikeCount: number
  /** seconds */
  readonly median: number | null
  readonly cv: number | null
  readonly cv2: number | null
  /** intervals shorter than 1.5 ms */
  readonly violations: number | null
}

/** `Median 52 ms; 3 shorter than 1.5 ms; CV 1.2, CV2 1.` */
export function trainText({ spikeCount, median, cv, cv2, violations }: TrainFacts): string {
  if (median === null) return `${amount(spikeCount, 'spike')}: too few for an interval.`
  const parts = [`Median ${formatRate(1000 * median)} ms`]
  if (violations !== null) parts.push(`${violations} shorter than 1.5 ms`)
  if (cv !== null)
    parts.push(
      cv2 === null ? `CV ${formatRate(cv)}` : `CV ${formatRate(cv)}, CV2 ${formatRate(cv2)}`,
    )
  return `${parts.join('; ')}.`
}

import { loadingText } from './fetch-text.ts'
import type { LoadProgress } from './load-progress.ts'

/** How much of the matrices has come. It is there only when that takes a moment. */
export function LoadingShare({ progress }: { readonly progress: LoadProgress }) {
  return (
    <span className="activity-progress" role="status">
      {loadingText(progress.fetch)}
      <progress max={1} value={progress.share} aria-label="Matrices loaded" />
    </span>
  )
}

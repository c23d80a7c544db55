import './loading.css'

/**
 * A thin line that runs while something is under way. It waits a moment before it
 * shows: most answers are faster.
 */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="loading" role="status">
      <span className="loading-line" aria-hidden="true" />
      <span className="loading-text">Loading {what} …</span>
    </div>
  )
}

/** How much of the counts has come, from 0 to 1. It is there only when that takes a moment. */
export function LoadingShare({ share }: { readonly share: number }) {
  return (
    <span className="activity-progress" role="status">
      Loading spikes
      <progress max={1} value={share} aria-label="Matrices loaded" />
    </span>
  )
}

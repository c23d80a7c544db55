/** How much of the matrices has come. It is there only when that takes a moment. */
export function LoadingShare({ progress }: { readonly progress: number }) {
  return (
    <span className="activity-progress" role="status">
      Loading spikes
      <progress max={1} value={progress} aria-label="Matrices loaded" />
    </span>
  )
}

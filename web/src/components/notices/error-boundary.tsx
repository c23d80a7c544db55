import { Component, type ReactNode } from 'react'
import { ErrorNotice } from './error-notice.tsx'

interface Props {
  readonly children: ReactNode
}

/**
 * A fault in one view leaves the rest of the page standing. Give it a
 * `key` that changes with the view.
 */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return <ErrorNotice error={error} retry={() => this.setState({ error: null })} />
  }
}

import './notice.css'
import type { ReactNode } from 'react'

interface NoticeProps {
  readonly title: string
  readonly tone?: 'plain' | 'warning' | 'danger'
  readonly children?: ReactNode
}

/** Plain words where there is nothing to show, or something to know. */
export function Notice({ title, tone = 'plain', children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : undefined}>
      <p className="notice-title">{title}</p>
      {children}
    </div>
  )
}

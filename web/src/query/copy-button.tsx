import { useEffect, useState } from 'react'

interface CopyButtonProps {
  readonly label: string
  /** made when the button is pressed */
  readonly text: () => string
}

/** How long it says that it copied. */
const THANKS_MS = 2000

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [said, setSaid] = useState<'Copied' | 'Not copied' | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), THANKS_MS)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async () => setSaid((await copyText(text())) ? 'Copied' : 'Not copied')
  return (
    <button type="button" className="button" onClick={copy}>
      {label}
      <span role="status" className="copy-said">
        {said}
      </span>
    </button>
  )
}

/** Pages that do not come by https, or from this machine, have no clipboard but the old one. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'visually-hidden'
    document.body.append(area)
    area.select()
    const isCopied = document.execCommand('copy')
    area.remove()
    return isCopied
  }
}

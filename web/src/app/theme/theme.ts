import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const KEY = 'spikeql-theme'
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

/** The theme chosen here, or else the system's. */
export function currentTheme(): Theme {
  const chosen = readChoice()
  if (chosen === 'light' || chosen === 'dark') return chosen
  return systemIsDark.matches ? 'dark' : 'light'
}

/** Called once before anything is drawn. */
export function applyTheme(): void {
  const show = () => {
    document.documentElement.dataset.theme = currentTheme()
    for (const listener of listeners) listener()
  }
  systemIsDark.addEventListener('change', show)
  window.addEventListener('storage', show)
  show()
}

/** A choice of what the system has anyway is none: it goes on following the system. */
export function chooseTheme(theme: Theme): void {
  try {
    if (theme === (systemIsDark.matches ? 'dark' : 'light')) window.localStorage.removeItem(KEY)
    else window.localStorage.setItem(KEY, theme)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

/** For what CSS does not reach: canvases, and GraphiQL. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'),
  )
}

function readChoice(): string | null {
  try {
    return window.localStorage.getItem(KEY)
  } catch {
    return null
  }
}

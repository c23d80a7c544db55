import { chooseTheme, useTheme } from './theme.ts'

/** Light or dark; without a choice, as the system has it. */
export function ThemeSwitch() {
  const theme = useTheme()
  const other = theme === 'dark' ? 'light' : 'dark'
  const label = `Switch to the ${other} theme`
  return (
    <button
      type="button"
      className="button icon-button"
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(other)}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        {theme === 'dark' ? <Sun /> : <Moon />}
      </svg>
    </button>
  )
}

const rays = Array.from({ length: 8 }, (_, i) => 45 * i)

const Sun = () => (
  <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round">
    <circle cx="10" cy="10" r="3.4" />
    {rays.map((angle) => (
      <path key={angle} d="M10 1.6v2" transform={`rotate(${angle} 10 10)`} />
    ))}
  </g>
)

const Moon = () => (
  <path
    d="M16.6 12.1A7 7 0 0 1 7.9 3.4a7 7 0 1 0 8.7 8.7Z"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinejoin="round"
  />
)

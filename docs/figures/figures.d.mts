/** By name: what the query of the page returns of the session → SVG. */
export const figures: Readonly<Record<string, (session: Record<string, unknown>) => string>>

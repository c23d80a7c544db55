/** A name of an enumeration as a type: `L_RATIO` becomes `lRatio`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<CamelCase<Tail>>}`
  : Lowercase<Name>

/** A name of an enumeration as our own: `L_RATIO` becomes `lRatio`. */
export function camelCase<Name extends string>(name: Name): CamelCase<Name> {
  return name
    .toLowerCase()
    .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<Name>
}

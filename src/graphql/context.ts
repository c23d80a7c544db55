export interface GraphQLContext {
  readonly placeholder?: never
}

import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
} from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import { Estimate } from '../../request/estimate.ts'
import type { GraphQLContext } from '../context.ts'
import { estimateOperation } from '../execution/estimate-operation.ts'
import { executeOperation } from '../execution/execute-operation.ts'
import { stringifyMarked } from '../response-text.ts'
import { createSchema } from '../schema.ts'
import type { SchemaExtension } from '../schema-extension.ts'
import { capErrors } from './cap-errors.ts'
import { createFormatError, type ErrorLogger } from './format-error.ts'
import { MAX_SELECTIONS, MAX_TOKENS, MAX_VALIDATION_ERRORS, operationLimitsRule } from './limits.ts'
import { noListsInCirclesRule } from './no-nested-lists.ts'

/** The logger that Apollo and the resolvers' faults write to: pino's shape. */
export interface ServerLogger extends ErrorLogger {
  debug(message?: unknown): void
  info(message?: unknown): void
  warn(message?: unknown): void
}

export interface ApolloOptions<Context extends GraphQLContext> {
  readonly logger: ServerLogger
  readonly plugins?: readonly ApolloServerPlugin<Context>[]
  /** what others add to the schema */
  readonly extensions?: readonly SchemaExtension[] | undefined
}

/** The schema with its limits and its errors, ready to execute; knows of no socket. */
export function createApolloServer<Context extends GraphQLContext>({
  logger,
  plugins = [],
  extensions = [],
}: ApolloOptions<Context>): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: executing(createSchema(extensions)),
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ...plugins,
    ],
    formatError: createFormatError(logger),
    stringifyResult: (response) => stringifyMarked(capErrors(response)),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // A misspelt field is answered with the names like it: introspection lists them all anyway.
    hideSchemaDetailsFromClientErrors: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    // Texts of queries, by their hashes: 30 MB at most, of clients that send them so.
    persistedQueries: {},
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    maxRecursiveSelections: MAX_SELECTIONS,
    validationRules: [operationLimitsRule, noListsInCirclesRule],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
  })
}

/** Apollo lets others execute only what comes from a gateway: as if the schema came from one. */
function executing(
  schema: GraphQLSchema,
): ApolloServerOptionsWithGateway<GraphQLContext>['gateway'] {
  return {
    onSchemaLoadOrUpdate(load) {
      load({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => {}
    },
    load: async () => ({
      // `operationName` next to `document` is that of the operation found, not the one requested.
      executor: ({ document, request, context: contextValue }) => {
        const { operationName, variables, extensions } = request
        const execute = () =>
          executeOperation({ schema, document, operationName, variables, contextValue })
        if (extensions?.estimate !== true) return execute()
        const { loaders } = contextValue
        loaders.estimate = new Estimate()
        return estimateOperation(loaders.estimate, execute)
      },
    }),
    stop: async () => {},
  }
}

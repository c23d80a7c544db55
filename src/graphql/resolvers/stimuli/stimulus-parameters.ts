import type { GraphQLResolveInfo } from 'graphql'
import type { GraphQLContext } from '../../context.ts'
import { fieldsBelow } from '../../fields/lists/fields-below.ts'
import {
  numberParameter,
  numbersParameter,
  parameterList,
  wholeParameter,
} from '../../fields/parameter-fields.ts'
import type { ParameterRowModel } from '../../models.ts'

/** Where a presentation, or a condition, has its parameters; in memory, or still to be read. */
export type FindParameters<Model> = (
  model: Model,
  context: GraphQLContext,
) => ParameterRowModel | Promise<ParameterRowModel>

/** The fields of the schema's StimulusParameters. */
export function stimulusParameterFields<Model>(find: FindParameters<Model>) {
  const field =
    <Value>(read: (parameters: ParameterRowModel, name: string) => Value, name: string) =>
    (model: Model, _args: unknown, context: GraphQLContext) => {
      const found = find(model, context)
      return found instanceof Promise
        ? found.then((parameters) => read(parameters, name))
        : read(found, name)
    }
  return {
    orientation: field(numberParameter, 'orientation'),
    temporalFrequency: field(numberParameter, 'temporal_frequency'),
    spatialFrequency: field(numberParameter, 'spatial_frequency'),
    phase: field(numbersParameter, 'phase'),
    contrast: field(numberParameter, 'contrast'),
    size: field(numbersParameter, 'size'),
    xPosition: field(numberParameter, 'x_position'),
    yPosition: field(numberParameter, 'y_position'),
    color: field(brightness, 'color'),
    frame: field(wholeParameter, 'frame'),
    direction: field(numberParameter, 'Dir'),
    speed: field(numberParameter, 'Speed'),
    coherence: field(numberParameter, 'coherence'),

    detailedParameters: (model: Model, _args: unknown, context: GraphQLContext) =>
      find(model, context),

    async parameters(
      model: Model,
      { names }: { readonly names?: readonly string[] | null },
      context: GraphQLContext,
      info: GraphQLResolveInfo,
    ) {
      const found = await find(model, context)
      return parameterList(found, names ?? null, context.budget, fieldsBelow(info))
    },
  }
}

/** Of a flash: a colour of three components is no brightness. */
function brightness(parameters: ParameterRowModel, name: string): number | null {
  const colors = numbersParameter(parameters, name)
  return colors?.length === 1 ? (colors[0] ?? null) : null
}

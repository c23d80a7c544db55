import {
  numberParameter,
  numbersParameter,
  textParameter,
  wholeParameter,
} from '../../fields/parameter-fields.ts'
import type { DetailedStimulusParametersResolvers } from '../../generated.ts'

export const DetailedStimulusParameters: DetailedStimulusParametersResolvers = {
  opacity: (parameters) => numberParameter(parameters, 'opacity'),
  mask: (parameters) => textParameter(parameters, 'mask'),
  units: (parameters) => textParameter(parameters, 'units'),
  dotCount: (parameters) => wholeParameter(parameters, 'nDots'),
  dotSize: (parameters) => numberParameter(parameters, 'dotSize'),
  dotLife: (parameters) => numberParameter(parameters, 'dotLife'),
  fieldPosition: (parameters) => numbersParameter(parameters, 'fieldPos'),
  fieldSize: (parameters) => numbersParameter(parameters, 'fieldSize'),
  fieldShape: (parameters) => textParameter(parameters, 'fieldShape'),

  colorTriplet(parameters) {
    const color = numbersParameter(parameters, 'color')
    return color?.length === 3 ? color : null
  },
}

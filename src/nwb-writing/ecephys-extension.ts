/**
 * The NWB extension `ndx-aibs-ecephys` 0.2.0, as far as the files use it: readers of NWB
 * take the types from the copy in the file. The names and data types are the
 * extension's, the words are our own.
 */
export const EXTENSION = { name: 'ndx-aibs-ecephys', version: '0.2.0' } as const

const SOURCE = 'ndx-aibs-ecephys.extension'

const attribute = (name: string, dtype: string, doc: string) => ({ name, dtype, doc })

const vector = (name: string, doc: string) => ({
  name,
  dtype: 'float32',
  shape: [3],
  dims: ['x_y_z'],
  doc,
  attributes: [attribute('unit', 'text', 'unit of the three values')],
})

const namespace = {
  namespaces: [
    {
      name: EXTENSION.name,
      version: EXTENSION.version,
      doc: 'Types of the Allen Institute for extracellular recordings with Neuropixels probes',
      schema: [{ namespace: 'core' }, { source: SOURCE }],
    },
  ],
}

const types = {
  groups: [
    {
      neurodata_type_def: 'EcephysProbe',
      neurodata_type_inc: 'Device',
      doc: 'One Neuropixels probe',
      attributes: [
        attribute('sampling_rate', 'float64', 'samples a second of the spike band, in Hz'),
        attribute('probe_id', 'int', 'id of the probe'),
      ],
    },
    {
      neurodata_type_def: 'EcephysElectrodeGroup',
      neurodata_type_inc: 'ElectrodeGroup',
      doc: 'The channels of one probe',
      attributes: [
        attribute('has_lfp_data', 'bool', 'whether a file with the local field potential exists'),
        attribute('probe_id', 'int', 'id of the probe'),
        attribute('lfp_sampling_rate', 'float64', 'samples a second of the LFP band, in Hz'),
      ],
    },
    {
      neurodata_type_def: 'EcephysSpecimen',
      neurodata_type_inc: 'Subject',
      doc: 'The animal that was recorded from',
      attributes: [
        attribute('specimen_name', 'text', 'name of the animal'),
        attribute('age_in_days', 'float', 'age on the day of the recording'),
        attribute('strain', 'text', 'strain of the animal'),
      ],
    },
    {
      neurodata_type_def: 'EcephysEyeTrackingRigMetadata',
      neurodata_type_inc: 'NWBDataInterface',
      doc: 'Where monitor, eye camera and its light stood',
      attributes: [attribute('equipment', 'text', 'name of the rig')],
      datasets: [
        vector('monitor_position', 'centre of the monitor'),
        vector('camera_position', 'position of the eye camera'),
        vector('led_position', 'position of the infrared light'),
        vector('monitor_rotation', 'rotation of the monitor'),
        vector('camera_rotation', 'rotation of the eye camera'),
      ],
    },
  ],
}

/** The datasets below /specifications/<name>/<version>, as JSON. */
export const extensionFiles: Readonly<Record<string, string>> = {
  namespace: JSON.stringify(namespace),
  [SOURCE]: JSON.stringify(types),
}

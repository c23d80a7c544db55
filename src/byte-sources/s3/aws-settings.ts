import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { FetchFault } from '../remote/fetch-fault.ts'

export interface AwsCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string | null
}

/** What the environment and the profiles of the AWS tools say. */
export interface AwsSettings {
  /** null: requests are anonymous */
  readonly credentials: AwsCredentials | null
  readonly region: string | null
  readonly endpoint: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Settings as the AWS tools take them: variables of the environment before the files in ~/.aws, and
 * there those of AWS_PROFILE or `default`.
 *
 * @throws FetchFault where a profile is named that does not exist, or has no keys of its own
 */
export function awsSettings(environment: Environment = process.env): AwsSettings {
  const read = (variable: string, name: string) =>
    readText(environment[variable] ?? join(homedir(), '.aws', name))
  const named = environment.AWS_PROFILE
  const profile = named ?? 'default'
  const credentials = section(read('AWS_SHARED_CREDENTIALS_FILE', 'credentials'), profile)
  const config = section(
    read('AWS_CONFIG_FILE', 'config'),
    profile === 'default' ? profile : `profile ${profile}`,
  )
  const settings = new Map([...config, ...credentials])
  return {
    credentials:
      keysOf((name) => environment[name.toUpperCase()]) ??
      keysOf((name) => settings.get(name)) ??
      without(named, settings),
    region:
      environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? settings.get('region') ?? null,
    endpoint:
      environment.AWS_ENDPOINT_URL_S3 ??
      environment.AWS_ENDPOINT_URL ??
      settings.get('endpoint_url') ??
      null,
  }
}

function keysOf(get: (name: string) => string | undefined): AwsCredentials | null {
  const accessKeyId = get('aws_access_key_id')
  const secretAccessKey = get('aws_secret_access_key')
  if (!accessKeyId || !secretAccessKey) return null
  return { accessKeyId, secretAccessKey, sessionToken: get('aws_session_token') ?? null }
}

/** Anonymous, unless someone named a profile, which then cannot be used. */
function without(named: string | undefined, settings: ReadonlyMap<string, string>): null {
  if (named === undefined) return null
  const found = settings.size === 0 ? 'does not exist' : 'has no access keys of its own'
  throw new FetchFault(
    'denied',
    `the AWS profile ${named} ${found}; set the variables that "aws configure export-credentials --format env" prints`,
  )
}

/** One section of an .ini file: names and values. */
function section(text: string, name: string): Map<string, string> {
  const values = new Map<string, string>()
  let isWanted = false
  for (const line of text.split(/\r?\n/)) {
    const [, title] = /^\s*\[\s*(.*?)\s*\]/.exec(line) ?? []
    if (title !== undefined) isWanted = title === name
    const [, key, value] = /^([\w-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (isWanted && key !== undefined && value !== undefined) values.set(key.toLowerCase(), value)
  }
  return values
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

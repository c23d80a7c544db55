import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { RangeServer } from './range-server.ts'

export interface TestAsset {
  readonly path: string
  readonly bytes: Uint8Array
  readonly isZarr?: boolean
  readonly sha256?: string
}

interface Asset extends TestAsset {
  readonly id: string
  readonly blob: string
}

/**
 * A DANDI archive with one dandiset, and the bucket that it leads to: pages of assets, keys, and
 * presigned addresses that expire.
 */
export class DandiServer implements AsyncDisposable {
  readonly api: RangeServer
  readonly bucket: RangeServer
  /** the key of someone who may read the dandiset when it is embargoed */
  readonly key = 'key-of-an-owner'
  /** the same of someone who may not */
  readonly foreignKey = 'key-of-a-stranger'
  isEmbargoed = false
  publishedVersion: string | null = '0.220126.1903'
  pageSize = 1000
  /** requests that each presigned address is good for */
  presignedUses = Number.POSITIVE_INFINITY
  readonly #assets: readonly Asset[]
  readonly #uses = new Map<string, number>()

  static async start(assets: readonly TestAsset[]): Promise<DandiServer> {
    return new DandiServer(assets, await RangeServer.start(), await RangeServer.start())
  }

  private constructor(assets: readonly TestAsset[], api: RangeServer, bucket: RangeServer) {
    this.#assets = assets.map((asset) => ({ ...asset, id: randomUUID(), blob: randomUUID() }))
    this.api = api
    this.bucket = bucket
    api.handler = (request, response) => this.#respondAsApi(request, response)
    bucket.handler = (request, response) => this.#respondAsBucket(request, response)
  }

  get base(): string {
    return `${this.api.origin}/api`
  }

  /** Keys of the open assets in the bucket. */
  blobKey(path: string): string {
    const blob = this.#assets.find((asset) => asset.path === path)?.blob ?? ''
    return `blobs/${blob.slice(0, 3)}/${blob.slice(3, 6)}/${blob}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.api[Symbol.asyncDispose]()
    await this.bucket[Symbol.asyncDispose]()
  }

  #respondAsApi(request: IncomingMessage, response: ServerResponse): boolean {
    const url = new URL(request.url ?? '/', this.api.origin)
    const given = request.headers.authorization
    const json = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      return true
    }
    const isKnown = given === `token ${this.key}` || given === `token ${this.foreignKey}`
    if (given !== undefined && !isKnown) return json(401, { detail: 'Invalid token.' })
    if (this.isEmbargoed && given === undefined) return json(401, { detail: 'Not authenticated.' })
    if (this.isEmbargoed && given !== `token ${this.key}`) return json(403, { detail: 'No.' })
    const path = url.pathname.replace(/^\/api/, '')
    if (path === '/dandisets/000021/') {
      const version = this.publishedVersion
      return json(200, {
        identifier: '000021',
        most_recent_published_version: version && { version },
        embargo_status: this.isEmbargoed ? 'EMBARGOED' : 'OPEN',
      })
    }
    if (/^\/dandisets\/000021\/versions\/(draft|0\.220126\.1903)\/assets\/$/.test(path)) {
      return json(200, this.#page(url))
    }
    const [, id, action] = /^\/assets\/([^/]+)\/(download\/)?$/.exec(path) ?? []
    const asset = this.#assets.find((one) => one.id === id)
    if (!asset) return json(404, { detail: 'Not found.' })
    if (action) {
      const signed = `/signed/${asset.blob}?X-Amz-Signature=${randomUUID()}&X-Amz-Expires=3600`
      response.writeHead(302, { location: this.bucket.url(signed) }).end()
      return true
    }
    const digest = asset.sha256 ? { 'dandi:sha2-256': asset.sha256 } : {}
    return json(200, { path: asset.path, contentSize: asset.bytes.length, digest })
  }

  #page(url: URL) {
    const number = Number(url.searchParams.get('page') ?? 1)
    const size = Math.min(this.pageSize, Number(url.searchParams.get('page_size') ?? 100))
    const glob = url.searchParams.get('glob')
    const pattern = glob && new RegExp(`^${glob.split('*').map(escaped).join('.*')}$`, 'i')
    const matching = this.#assets.filter(({ path }) => !pattern || pattern.test(path))
    const results = matching.slice((number - 1) * size, number * size)
    const next = new URL(url)
    next.searchParams.set('page', String(number + 1))
    return {
      count: number === 1 ? matching.length : null,
      next: number * size < matching.length ? next.href : null,
      previous: null,
      results: results.map(({ id, blob, path, bytes, isZarr }) => ({
        asset_id: id,
        blob: isZarr ? null : blob,
        zarr: isZarr ? blob : null,
        path,
        size: bytes.length,
      })),
    }
  }

  #respondAsBucket(request: IncomingMessage, response: ServerResponse): boolean {
    const url = new URL(request.url ?? '/', this.bucket.origin)
    const signature = url.searchParams.get('X-Amz-Signature')
    const [, blob] = /^\/(?:signed|dandiarchive\/blobs\/\w+\/\w+)\/(.+)$/.exec(url.pathname) ?? []
    const asset = this.#assets.find((one) => one.blob === blob)
    const uses = (this.#uses.get(signature ?? '') ?? 0) + 1
    this.#uses.set(signature ?? '', uses)
    const isExpired = signature !== null && uses > this.presignedUses
    const isDenied = isExpired || (this.isEmbargoed && signature === null)
    if (request.headers.authorization !== undefined) {
      response.writeHead(400).end(request.headers.authorization)
    } else if (!asset || isDenied) response.writeHead(asset ? 403 : 404).end()
    else this.bucket.sendFile({ bytes: asset.bytes }, request, response)
    return true
  }
}

const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

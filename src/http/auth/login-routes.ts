import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { basePathOf } from '../proxy/base-path.ts'
import type { ServerAuth } from './access.ts'
import { setTokenCookie } from './token-cookie.ts'

/** A token of an issuer, with its claims, has some thousand characters. */
const MAX_FORM_BYTES = 16 * 1024

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Pages that one may be sent to from here. */
const pages = ['', 'graphiql']

/** /login and /logout: a token in a cookie, for the explorer and GraphiQL. */
export function addLoginRoutes(app: FastifyInstance, { authenticator }: ServerAuth): void {
  app.register(async (login) => {
    login.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: MAX_FORM_BYTES },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )

    login.get('/login', async (request, reply) => {
      const { principal } = await authenticator
        .identify(request)
        .catch(() => ({ principal: null }) as const)
      const page = principal ? signedInPage(principal.name) : formPage(pageWanted(request), null)
      return sendPage(reply, page)
    })

    login.post('/login', async (request, reply) => {
      const fields = request.body as URLSearchParams
      const token = fields.get('token')?.trim() ?? ''
      const principal = await authenticator.principalOf(token).catch(() => null)
      const to = pageNamed(fields.get('to'))
      if (!principal) {
        return sendPage(reply.code(401), formPage(to, 'This token is invalid, expired or revoked.'))
      }
      setTokenCookie(reply, token, basePathOf(request), request.protocol === 'https')
      // From …/login to what is next to it.
      return reply.code(303).header('cache-control', 'no-store').redirect(`./${to}`, 303)
    })

    login.post('/logout', async (request, reply) => {
      setTokenCookie(reply, '', basePathOf(request), request.protocol === 'https')
      return reply.header('cache-control', 'no-store').redirect('./login', 303)
    })
  })
}

const pageNamed = (name: unknown) => pages.find((page) => page === name) ?? ''

const pageWanted = ({ query }: FastifyRequest) => pageNamed((query as { to?: unknown }).to)

function sendPage(reply: FastifyReply, main: string): FastifyReply {
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(frame(main))
}

function formPage(to: string, problem: string | null): string {
  return `<form method="post" action="login">
${problem ? `<p role="alert">${problem}</p>` : ''}
<label for="token">API token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<input type="hidden" name="to" value="${to}">
<button>Sign in</button>
</form>`
}

function signedInPage(name: string): string {
  return `<p>Signed in as <strong>${escaped(name)}</strong>.</p>
<p><a href="./">Explorer</a> · <a href="graphiql">GraphiQL</a></p>
<form method="post" action="logout"><button>Sign out</button></form>`
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

const frame = (main: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in · SpikeQL</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 24rem; margin: 15vh auto; padding: 0 1rem }
h1 { font-size: 1.25rem }
form { display: grid; gap: .75rem }
input, button { font: inherit; padding: .5rem }
</style>
<main>
<h1>SpikeQL</h1>
${main}
</main>
</html>
`

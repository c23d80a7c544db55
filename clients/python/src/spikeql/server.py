"""A SpikeQL server."""

from .connection import Connection
from .errors import QueryError
from .session import FIELDS, Session, SessionList

#: Sessions that are requested at a time.
PAGE = 500


class Server:
    """A SpikeQL server; `connect` makes one."""

    def __init__(self, connection):
        self._connection = connection

    @property
    def url(self):
        return self._connection.url

    def query(self, document, **variables):
        """The data of a GraphQL query, as dictionaries and lists.

        Raises QueryError if any part of it failed, HttpError, ServerBusyError, NetworkError.
        """
        answer = self._connection.post("/graphql", {"query": document, "variables": variables})
        if answer.get("errors"):
            raise QueryError(answer["errors"], answer.get("data"))
        return answer["data"]

    def download(self, href):
        """The bytes of the file at an `href` from a query."""
        return self._connection.get(href)

    def sessions(self, areas=None, session_types=None, where=None):
        """Sessions that recorded all these areas and have one of these types; all by default.

        where: a SessionFilter of the schema, for other conditions
        """
        chosen = dict(where or {})
        if areas is not None:
            chosen["areas"] = list(areas)
        if session_types is not None:
            chosen["sessionTypes"] = list(session_types)
        document = f"""
            query Sessions($where: SessionFilter, $first: Int!, $after: String) {{
              sessions(where: $where, first: $first, after: $after) {{
                nodes {{ {FIELDS} }}
                pageInfo {{ endCursor hasNextPage }}
              }}
            }}"""
        found = []
        after = None
        while True:
            page = self.query(document, where=chosen, first=PAGE, after=after)["sessions"]
            found.extend(Session(self, metadata) for metadata in page["nodes"])
            if not page["pageInfo"]["hasNextPage"]:
                return SessionList(found)
            after = page["pageInfo"]["endCursor"]

    def session(self, session_id):
        """The session with an id. Raises QueryError if there is none."""
        document = f"query Session($id: ID!) {{ session(id: $id) {{ {FIELDS} }} }}"
        return Session(self, self.query(document, id=str(session_id))["session"])

    def __repr__(self):
        return f"spikeql.connect({self.url!r})"


def connect(url="http://127.0.0.1:4000", *, token=None, retries=8, timeout=120.0, progress=None):
    """A server at an address. Nothing is sent yet.

    token: sent as a bearer token with every request
    retries: how often a request is repeated while the server is busy or unreachable
    timeout: seconds to wait for the next bytes of a response
    progress: called as progress(loaded, total) while files are fetched: bytes; total may be None
    """
    return Server(Connection(url, token=token, retries=retries, timeout=timeout, progress=progress))

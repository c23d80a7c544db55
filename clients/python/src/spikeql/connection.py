"""HTTP requests, repeated while the server cannot respond yet."""

import email.utils
import http.client
import json
import random
import time
import urllib.error
import urllib.request

from .errors import HttpError, NetworkError, ServerBusyError

#: Statuses of a server that is busy or being replaced, or of a token whose limit for this minute is
#: used up: the same request may succeed later.
AGAIN = {429, 502, 503, 504}

#: Seconds; if the server requests a longer wait, the request fails at once.
LONGEST_WAIT = 30.0

#: Seconds; between attempts, unless the server requests more.
LONGEST_PAUSE = 20.0

#: Bytes that are read at a time.
PIECE = 2**18


class Connection:
    """Sends requests to one server."""

    def __init__(self, url, token=None, retries=8, timeout=120.0, progress=None, sleep=time.sleep):
        self.url = url.rstrip("/").removesuffix("/graphql")
        if not self.url.startswith(("http://", "https://")):
            raise ValueError(f"The address of a server begins with http:// or https://; got {url!r}.")
        self._headers = {"authorization": f"Bearer {token}"} if token else {}
        self._retries = retries
        self._timeout = timeout
        self._progress = progress
        self._sleep = sleep

    def post(self, path, document):
        """POST a document as JSON; returns the JSON of the response."""
        headers = {
            "content-type": "application/json",
            "accept": "application/graphql-response+json, application/json;q=0.9",
        }
        return json.loads(self._send(path, json.dumps(document).encode(), headers, None))

    def get(self, path):
        """The bytes at a path of the server."""
        return self._send(path, None, {}, self._progress)

    def _send(self, path, body, headers, progress):
        for attempt in range(self._retries + 1):
            try:
                return self._attempt(path, body, headers, progress)
            except _NotYet as busy:
                seconds = busy.retry_after
                is_last = attempt == self._retries or (seconds or 0) > LONGEST_WAIT
                if is_last:
                    raise busy.error from None
                self._sleep(_pause(attempt, seconds))
        raise AssertionError("unreachable")

    def _attempt(self, path, body, headers, progress):
        request = urllib.request.Request(self.url + path, body, {**headers, **self._headers})
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as response:
                return _read(response, progress)
        except urllib.error.HTTPError as error:
            with error:
                return self._refused(error)
        except (OSError, http.client.HTTPException) as error:
            # The server may be restarting: after a reset or refused connection, try again.
            reason = getattr(error, "reason", error)
            failure = NetworkError(f"No response from {self.url}: {reason}. Is the server running there?")
            failure.__cause__ = error
            raise _NotYet(failure, None) from error

    def _refused(self, error):
        body = error.read()
        is_answer = error.headers.get("content-type", "").startswith("application/graphql-response")
        if is_answer and error.code not in AGAIN:
            return body
        message, code = _told(body, error.code)
        if error.code not in AGAIN:
            raise HttpError(message, error.code, code) from None
        seconds = retry_after(error.headers.get("retry-after"))
        raise _NotYet(ServerBusyError(message, error.code, code), seconds) from None


class _NotYet(Exception):
    """A request that may succeed later; `error` is raised after the last attempt."""

    def __init__(self, error, retry_after):
        super().__init__()
        self.error = error
        self.retry_after = retry_after


def retry_after(header):
    """Seconds to wait by a Retry-After header, a number or a date; None without one."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(header).timestamp() - time.time())
    except ValueError:
        return None


def _pause(attempt, seconds):
    """Doubles each time, plus up to half of it at random, so that clients do not return at once."""
    shortest = min(LONGEST_PAUSE, 2.0**attempt) if attempt > 0 else 0.0
    longest = max(seconds or 0.0, shortest, 0.1)
    return longest * (1 + random.random() / 2)


def _read(response, progress):
    total = response.headers.get("content-length")
    total = int(total) if total is not None else None
    pieces = []
    loaded = 0
    while piece := response.read(PIECE):
        pieces.append(piece)
        loaded += len(piece)
        if progress:
            progress(loaded, total)
    if total is not None and loaded < total:
        raise http.client.IncompleteRead(b"", total - loaded)
    return b"".join(pieces)


def _told(body, status):
    try:
        error = json.loads(body)["errors"][0]
        return error["message"], error.get("extensions", {}).get("code")
    except (ValueError, KeyError, IndexError, TypeError):
        return f"The server answered with status {status}.", None

"""What can go wrong."""


class SpikeQLError(Exception):
    """Base class of the errors of this package."""


class QueryError(SpikeQLError):
    """The server understood the request, and returned errors. The message is that of the first.

    code: of the first error, such as SESSION_NOT_FOUND; None if it has none
    errors: all of them, as the server wrote them
    data: the rest of the result; fields that failed are None
    """

    def __init__(self, errors, data):
        more = f" (and {len(errors) - 1} more errors)" if len(errors) > 1 else ""
        super().__init__(f"{errors[0]['message']}{more}")
        self.errors = errors
        self.data = data
        self.code = errors[0].get("extensions", {}).get("code")


class HttpError(SpikeQLError):
    """The server refused the request; status and code say why."""

    def __init__(self, message, status, code):
        super().__init__(message)
        self.status = status
        self.code = code


class ServerBusyError(HttpError):
    """The server was still busy, or still reading recordings, at the last attempt."""


class NetworkError(SpikeQLError):
    """There was no response, or it was cut off."""

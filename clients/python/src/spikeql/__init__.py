"""Client of SpikeQL, the data API for neural recordings in NWB files."""

from .arrays import LabelledArray
from .errors import HttpError, NetworkError, QueryError, ServerBusyError, SpikeQLError
from .server import Server, connect
from .session import Session, SessionList

__all__ = [
    "HttpError",
    "LabelledArray",
    "NetworkError",
    "QueryError",
    "Server",
    "ServerBusyError",
    "Session",
    "SessionList",
    "SpikeQLError",
    "connect",
]

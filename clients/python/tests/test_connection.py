"""Retries, errors and progress, against a server that answers as it is told."""

import http.server
import json
import threading
import unittest

import spikeql
from spikeql.connection import Connection, retry_after


class Told(http.server.BaseHTTPRequestHandler):
    """Answers the next of `server.answers`: a status, headers, a body; None: breaks off."""

    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("content-length", 0))
        self.server.received.append((self.path, dict(self.headers), self.rfile.read(length)))
        answer = self.server.answers.pop(0)
        if answer is None:
            self.close_connection = True
            self.connection.close()
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"content-length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = answer

    def log_message(self, *_):
        pass

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except (OSError, ValueError):
            self.close_connection = True


class ToldServer(unittest.TestCase):
    def setUp(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Told)
        self.server.answers = []
        self.server.received = []
        thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.slept = []

    def connection(self, **options):
        url = f"http://127.0.0.1:{self.server.server_port}"
        return Connection(url, sleep=self.slept.append, **options)


def busy(code="SERVER_BUSY", **headers):
    body = {"errors": [{"message": "Busy.", "extensions": {"code": code}}]}
    return 503, headers, json.dumps(body).encode()


class Retries(ToldServer):
    def test_asks_again_after_as_long_as_the_server_says(self):
        self.server.answers = [busy(**{"retry-after": "3"}), (200, {}, b"bytes")]
        self.assertEqual(self.connection().get("/x"), b"bytes")
        [seconds] = self.slept
        self.assertGreaterEqual(seconds, 3)
        self.assertLessEqual(seconds, 4.5)

    def test_asks_again_of_a_proxy_whose_server_is_restarted(self):
        self.server.answers = [(502, {}, b"<html>"), None, (504, {}, b""), (200, {}, b"{}")]
        self.assertEqual(self.connection().post("/graphql", {"query": "{ x }"}), {})
        self.assertEqual(len(self.slept), 3)
        bodies = {body for _, _, body in self.server.received}
        self.assertEqual(bodies, {b'{"query": "{ x }"}'})

    def test_waits_where_a_token_has_used_up_its_minute(self):
        self.server.answers = [(429, {"retry-after": "20"}, b"{}"), (200, {}, b"bytes")]
        self.assertEqual(self.connection().get("/x"), b"bytes")
        [seconds] = self.slept
        self.assertGreaterEqual(seconds, 20)

    def test_gives_up_after_the_last_attempt(self):
        self.server.answers = [busy(), busy()]
        with self.assertRaises(spikeql.ServerBusyError) as raised:
            self.connection(retries=1).get("/x")
        self.assertEqual((str(raised.exception), raised.exception.code), ("Busy.", "SERVER_BUSY"))
        self.assertEqual(len(self.slept), 1)

    def test_gives_up_at_once_where_the_server_asks_for_too_much_patience(self):
        self.server.answers = [busy(**{"retry-after": "3600"})]
        with self.assertRaises(spikeql.ServerBusyError):
            self.connection().get("/x")
        self.assertEqual(self.slept, [])

    def test_understands_dates(self):
        self.assertIsNone(retry_after(None))
        self.assertEqual(retry_after("7"), 7)
        self.assertEqual(retry_after("Mon, 01 Jan 2001 00:00:00 GMT"), 0)
        self.assertIsNone(retry_after("soon"))


class Errors(ToldServer):
    def test_raises_what_the_server_refuses_once(self):
        body = b'{"errors": [{"message": "Gone.", "extensions": {"code": "ADDRESS_OUTDATED"}}]}'
        self.server.answers = [(410, {}, body)]
        with self.assertRaises(spikeql.HttpError) as raised:
            self.connection().get("/x")
        error = raised.exception
        self.assertEqual((str(error), error.status, error.code), ("Gone.", 410, "ADDRESS_OUTDATED"))

    def test_says_what_another_kind_of_server_answers(self):
        self.server.answers = [(404, {}, b"<html>")]
        with self.assertRaisesRegex(spikeql.HttpError, "status 404"):
            self.connection().get("/x")

    def test_says_where_no_server_is(self):
        connection = self.connection(retries=1)
        self.server.shutdown()
        self.server.server_close()
        with self.assertRaisesRegex(spikeql.NetworkError, "Is the server running there?"):
            connection.get("/x")

    def test_takes_errors_of_a_query_for_what_they_are(self):
        body = b'{"errors": [{"message": "No.", "extensions": {"code": "A"}}, {"message": "B"}], "data": null}'
        self.server.answers = [(400, {"content-type": "application/graphql-response+json"}, body)]
        with self.assertRaises(spikeql.QueryError) as raised:
            spikeql.Server(self.connection()).query("{ x }")
        self.assertEqual(str(raised.exception), "No. (and 1 more errors)")
        self.assertEqual(raised.exception.code, "A")

    def test_refuses_an_address_that_is_none(self):
        with self.assertRaisesRegex(ValueError, "http://"):
            spikeql.connect("localhost:4000")


class Requests(ToldServer):
    def test_tells_how_far_a_download_is(self):
        told = []
        self.server.answers = [(200, {}, b"x" * 600_000)]
        connection = self.connection(progress=lambda *step: told.append(step))
        self.assertEqual(len(connection.get("/x")), 600_000)
        self.assertEqual(told[-1], (600_000, 600_000))
        self.assertGreater(len(told), 1)

    def test_sends_a_token(self):
        self.server.answers = [(200, {}, b"")]
        self.connection(token="secret").get("/x")
        [(_, headers, _)] = self.server.received
        self.assertEqual(headers["Authorization"], "Bearer secret")


if __name__ == "__main__":
    unittest.main()

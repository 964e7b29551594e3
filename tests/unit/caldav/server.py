#!/usr/bin/python3
"""A calendar server that misbehaves when asked to, for collection_test.c: prints its port, serves until its standard
input ends. /cal/ is a collection kept in memory; /STATUS/ answers that; the other folders say what they do below."""

import base64
import hashlib
import os
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

USER = "Basic " + base64.b64encode(b"ana:secret").decode()
items = {}  # address: bytes


def etag(text):
    return '"%s"' % hashlib.sha256(text).hexdigest()[:16]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def serve(self):
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        place = self.path.split("/")[1]
        if place.isdigit():
            self.answer(int(place), b"<html>no</html>")
        elif hasattr(self, "at_" + place):
            getattr(self, "at_" + place)()
        else:
            self.answer(404)

    do_GET = do_PUT = do_DELETE = do_PROPFIND = serve

    def at_cal(self):
        if self.headers.get("Authorization") != USER:
            self.answer(401, **{"WWW-Authenticate": 'Basic realm="cal"'})
        elif self.command == "PROPFIND":
            self.list_all()
        else:
            self.serve_item(items.get(self.path))

    def list_all(self):
        rows = ["<D:response><D:href>/cal/</D:href><D:propstat><D:prop><D:resourcetype><D:collection/>"
                "</D:resourcetype></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"]
        for path, text in sorted(items.items()):
            rows.append("<D:response><D:href>%s</D:href><D:propstat><D:prop><D:resourcetype/><D:getetag>%s</D:getetag>"
                        "</D:prop></D:propstat></D:response>" % (path, etag(text)))
        body = '<D:multistatus xmlns:D="DAV:">%s</D:multistatus>' % "".join(rows)
        self.answer(207, body.encode())

    def serve_item(self, there):
        wanted = self.headers.get("If-Match")
        if self.command == "GET":
            return self.answer(200, there, ETag=etag(there)) if there is not None else self.answer(404)
        if self.headers.get("If-None-Match") == "*" and there is not None:
            return self.answer(412)
        if wanted and (there is None or wanted != etag(there)):
            return self.answer(412 if there is not None else 404)
        if self.command == "DELETE":
            del items[self.path]
            return self.answer(204)
        items[self.path] = self.body
        return self.answer(201, ETag=etag(self.body))

    def at_busy(self):  # whatever is changed was changed by somebody else
        if self.command in ("PUT", "DELETE"):
            self.answer(412)
        else:
            self.at_cal()

    def at_full(self):  # no room for one more
        if self.command == "PUT":
            self.answer(507)
        else:
            self.at_cal()

    def at_hangs(self):  # takes a request and never answers
        threading.Event().wait()

    def at_digest(self):
        if not self.headers.get("Authorization", "").startswith("Digest "):
            self.answer(401, **{"WWW-Authenticate": 'Digest realm="cal", nonce="n", qop="auth", algorithm=MD5'})
        else:
            self.answer(200, b"kept", ETag='"1"')

    def at_half(self):  # promises more than it sends
        self.send_response(207)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"<multistatus xmlns='DAV:'>")
        self.close_connection = True

    def at_broken(self):  # a whole answer, half a list
        self.answer(207, b"<multistatus xmlns='DAV:'><response><href>/a.ics</href>")

    def at_page(self):  # no list at all
        self.answer(200, b"<html>Welcome</html>")

    def at_huge(self):  # a gigabyte, said beforehand
        self.send_response(200)
        self.send_header("Content-Length", str(1 << 30))
        self.end_headers()
        self.close_connection = True

    def at_endless(self):  # a gigabyte, not said beforehand
        self.send_response(200)
        self.send_header("ETag", '"1"')
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            for _ in range(1 << 14):
                self.wfile.write(b"x" * (1 << 16))
        except OSError:
            pass

    def at_moved(self):
        self.answer(301, Location="http://elsewhere.example/cal/")

    def at_silent(self):  # hangs up without a word
        self.close_connection = True

    def at_bare(self):  # no version with an item
        self.answer(200, b"text")


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if len(sys.argv) > 1:  # a certificate with its key
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main()

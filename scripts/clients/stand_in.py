"""Stripe and SendGrid as far as podctl uses them, on the loopback interface, with a memory of every request."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


class StandIn:
    def __init__(self):
        self.posts = []  # (path, headers, body), as they came
        self.objects = {"customer": [], "invoice": [], "invoiceitem": [], "event": []}
        self.effects = []  # what was really done: never twice
        self.answers = {}  # idempotency key -> answer
        self.count = 0
        self.lock = threading.Lock()
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def reply(self, status, body, headers=()):
                raw = json.dumps(body).encode() if body is not None else b""
                self.send_response(status)
                for name, value in headers:
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def do_GET(self):
                parts = urlsplit(self.path)
                with stand_in.lock:
                    self.reply(*stand_in.read(parts.path, dict(parse_qsl(parts.query))))

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                with stand_in.lock:
                    stand_in.posts.append((self.path, dict(self.headers), body))
                    self.reply(*stand_in.post(self.path, self.headers, body))

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_):
                pass  # whoever is not there any more was killed by a fault that was asked for

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = "http://127.0.0.1:%d" % self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()

    # -- reading

    def read(self, path, query):
        parts = path.strip("/").split("/")[1:]
        if parts == ["balance"]:
            return 200, {"object": "balance", "livemode": False, "available": [], "pending": []}
        if len(parts) == 1 and parts[0] in ("customers", "invoices", "invoiceitems", "events"):
            found = self.objects[parts[0][:-1]]
            for name in ("email", "customer", "invoice"):
                if name in query:
                    found = [entry for entry in found if entry.get(name) == query[name]]
            if "types[0]" in query:
                found = [entry for entry in found if entry["type"] == query["types[0]"]]
            if "object_id" in query:
                found = [entry for entry in found if entry["data"]["object"]["id"] == query["object_id"]]
            return self.page(path, found)
        invoice = self.invoice(parts[1]) if len(parts) > 1 and parts[0] == "invoices" else None
        if invoice is None:
            return 404, {"error": {"type": "invalid_request_error", "message": "no such object"}}
        if len(parts) == 2:
            return 200, invoice
        lines = [self.line(item) for item in self.objects["invoiceitem"] if item["invoice"] == invoice["id"]]
        return self.page(path, lines)

    @staticmethod
    def page(path, found):
        return 200, {"object": "list", "url": path, "has_more": False, "data": found[:100]}

    @staticmethod
    def line(item):
        details = {"type": "invoice_item_details", "invoice_item_details": {"invoice_item": item["id"]}}
        return {
            "id": "il" + item["id"][2:], "object": "line_item", "livemode": False, "amount": item["amount"],
            "currency": item["currency"], "metadata": {}, "parent": details,
        }

    def invoice(self, name):
        return next((invoice for invoice in self.objects["invoice"] if invoice["id"] == name), None)

    # -- working

    def post(self, path, headers, body):
        if path == "/v3/mail/send":
            self.effects.append("mail")
            return 202, None, [("X-Message-Id", "message-%d" % len(self.effects))]
        key = headers.get("Idempotency-Key")
        if key in self.answers:
            return self.answers[key]
        answer = self.work(path.strip("/").split("/")[1:], dict(parse_qsl(body.decode(), keep_blank_values=True)))
        if key:
            self.answers[key] = answer
        return answer

    def make(self, kind, prefix, form):
        self.count += 1
        metadata = {name[9:-1]: value for name, value in form.items() if name.startswith("metadata[")}
        made = {
            "id": "%s_%06d" % (prefix, self.count), "object": kind, "livemode": False, "created": int(time.time()),
            "metadata": metadata,
        }
        self.objects[kind].insert(0, made)
        self.effects.append(kind)
        return made

    def work(self, parts, form):
        if parts == ["customers"]:
            made = self.make("customer", "cus", form)
            made.update(name=form.get("name"), email=form.get("email"))
        elif parts == ["invoices"]:
            made = self.make("invoice", "in", form)
            made.update(
                customer=form["customer"], currency=form["currency"], status="draft", total=0, number=None,
                auto_advance=form["auto_advance"] == "true", collection_method=form["collection_method"],
                hosted_invoice_url=None, amount_paid=0)
        elif parts == ["invoiceitems"]:
            made = self.make("invoiceitem", "ii", form)
            made.update(
                invoice=form["invoice"], customer=form["customer"], amount=int(form["amount"]),
                currency=form["currency"], description=form["description"])
            self.invoice(form["invoice"])["total"] += made["amount"]
        elif len(parts) == 3 and parts[0] == "invoices" and self.invoice(parts[1]):
            made = self.invoice(parts[1])
            step = (parts[2], made["status"])
            if step == ("finalize", "draft"):
                made.update(status="open", number="F-1", hosted_invoice_url="https://invoice.example/1")
            elif step == ("send", "open"):
                event = self.make("event", "evt", {})
                event.update(type="invoice.sent", data={"object": {"id": made["id"], "object": "invoice"}})
                self.effects.pop()
            else:
                return 400, {"error": {"type": "invalid_request_error", "message": "not from " + made["status"]}}
            self.effects.append(parts[2])
        else:
            return 404, {"error": {"type": "invalid_request_error", "message": "no such path"}}
        return 200, made

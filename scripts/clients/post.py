"""Mails by a mail server: PyPI's aiosmtpd takes them, and breaks off, refuses or insists on TLS as it is told."""

import email
import email.policy
import json
import logging
import shutil
import socket
import sqlite3
import ssl
import subprocess

import aiosmtpd
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from trial import WORK, check, copied, podctl, tell

# It tells of every connection that was broken off, as is asked of it here.
logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)
WHEN, PERSON = "2026-10-27T12:00:00Z", "ann@kettle.example"


class Box:
    """Keeps what arrives; `answers` are given to one step (MAIL, RCPT, DATA, DOT) in their order, then all is well."""

    def __init__(self, step=None, answers=()):
        self.step, self.answers = step, list(answers)
        self.mails, self.sessions, self.tries = [], [], 0

    def next(self, step, fine):
        if step == self.step and self.answers:
            self.tries += 1
            return self.answers.pop(0)
        return fine

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return self.next("MAIL", "250 OK")

    async def handle_RCPT(self, server, session, envelope, address, options):
        reply = self.next("RCPT", "250 OK")
        if reply.startswith("2"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server, session, envelope):
        self.mails.append((envelope.rcpt_tos, envelope.content))
        self.sessions.append((session.ssl is not None, session.authenticated))
        reply = self.next("DOT", "250 OK")
        if reply in ("abort", "close"):
            getattr(server.transport, reply)()
            return "250 nobody hears it"
        return reply


class Server:
    def __init__(self, box, host="127.0.0.1", tls=None, **words):
        with socket.socket() as probe:
            probe.bind((host, 0))
            port = probe.getsockname()[1]

        class Quiet(Controller):
            def factory(self):
                return SMTP(self.handler, hostname="mail.example", tls_context=tls, **words)

        self.controller = Quiet(box, hostname=host, port=port)
        self.controller.start()
        self.host = "%s:%d" % (host, port)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.controller.stop()


def send(folder, server, user="", **more):
    return podctl(
        folder, "report", "send", "--due", now=WHEN, expect=None, PODCTL_MAIL_TRANSPORT="smtp",
        PODCTL_MAIL_SERVER="smtp://%s%s" % (user, server.host), **more)


def name(content):
    return email.message_from_bytes(content, policy=email.policy.default)["Message-ID"]


def states(folder):
    return [effect["state"] for effect in json.loads(podctl(folder, "outbox", "list", "--json").stdout)["data"]]


def mails(prepared):
    first = arrives(prepared)
    breaks(prepared)
    answers(prepared, first)
    refuses(prepared)
    secret(prepared)


def arrives(prepared):
    """One mail, once; the name that it goes by."""
    folder, box = copied(prepared, "smtp"), Box()
    with Server(box) as server:
        check("a mail server's mail", send(folder, server).returncode == 0)
        check("the same again has nothing to do", send(folder, server).returncode == 0)
    check("one mail arrived, for one person", [to for to, _ in box.mails] == [[PERSON]], str(box.mails)[:200])
    content = box.mails[0][1]
    mail = email.message_from_bytes(content, policy=email.policy.default)
    types = [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
    check("its parts", types == ["text/plain", "text/html", "text/csv"], str(types))
    check("its parser finds no defect", not any(part.defects for part in mail.walk()))
    check("its lines", all(len(line) <= 998 for line in content.split(b"\r\n")))
    check("its addressee", mail["To"] == PERSON and mail["Subject"] is not None)
    tell("aiosmtpd %s: a mail arrives once, whole, and its parser finds no defect" % aiosmtpd.__version__)
    return mail["Message-ID"]


def breaks(prepared):
    for way in ("abort", "close"):
        folder, box = copied(prepared, "smtp-" + way), Box("DOT", [way])
        with Server(box) as server:
            for attempt in ("first", "again"):
                ending = send(folder, server)
                check("%s behind the dot, %s" % (way, attempt), ending.returncode == 75, ending.stderr.decode())
        check("%s behind the dot: one mail" % way, len(box.mails) == 1, "%d mails" % len(box.mails))
        check("%s behind the dot: unknown" % way, states(folder) == ["unknown"])
        shutil.rmtree(folder)
    tell("aiosmtpd: a connection that ends behind DATA's dot leaves the mail unknown, and it is not sent again")


def answers(prepared, first):
    for step in ("MAIL", "RCPT", "DOT"):
        for count in (1, 2):
            folder, box = copied(prepared, "smtp-%s-%d" % (step, count)), Box(step, ["451 4.3.0 later"] * count)
            what = "%d times 451 at %s" % (count, step)
            with Server(box) as server:
                ending = send(folder, server)
                if ending.returncode == 75:
                    ending = send(folder, server)
            check(what, ending.returncode == 0 and box.tries == count, ending.stderr.decode())
            # A mail that was refused behind its dot was not taken.
            taken = box.mails[count:] if step == "DOT" else box.mails
            check(what + ": arrives once", len(taken) == 1, "%d mails" % len(box.mails))
            check(what + ": one Message-ID", {name(content) for _, content in box.mails} == {first})
            check(what + ": the same bytes", len({content for _, content in box.mails}) == 1)
            shutil.rmtree(folder)
    tell("aiosmtpd: a 451 at MAIL, RCPT and the dot is tried again, under one Message-ID, and the mail arrives once")


def refuses(prepared):
    for step in ("RCPT", "DOT"):
        folder, box = copied(prepared, "smtp-refused-" + step), Box(step, ["554 5.6.0 no"] * 9)
        with Server(box) as server:
            for attempt in ("first", "again"):
                ending = send(folder, server)
                check("554 at %s, %s" % (step, attempt), ending.returncode == 65, ending.stderr.decode())
        check("554 at %s: asked once" % step, box.tries == 1, "%d" % box.tries)
        check("554 at %s: failed" % step, states(folder) == ["failed"])
        shutil.rmtree(folder)
    tell("aiosmtpd: a 554 fails the mail, which is not sent again")


def certificate(names):
    folder = WORK / ("tls-" + names.split(":")[1])
    folder.mkdir()
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=clients", "-addext", "subjectAltName=" + names, "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context, str(folder / "cert.pem")


def secret(prepared):
    """At an address that podctl takes for another machine's, and for a tenant that is no demo."""
    real = copied(prepared, "smtp-real")
    with sqlite3.connect(real / "demo.db") as database:
        database.execute("UPDATE tenants SET demo_seed = NULL, demo_anchor = NULL, demo_weeks = NULL")
    database.close()
    ours, theirs = certificate("IP:127.0.0.2"), certificate("DNS:mail.example.com")

    def login(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (b"reports", b"verysecret"))

    insisting = {"require_starttls": True, "auth_required": True, "authenticator": login}
    for what, tls, trusted, works in [
        ("STARTTLS", ours[0], ours[1], True), ("STARTTLS, nobody trusts it", ours[0], theirs[1], False),
        ("STARTTLS, another's", theirs[0], theirs[1], False), ("no STARTTLS", None, ours[1], False),
    ]:
        folder, box = copied(real, "smtp-tls-%d" % abs(hash(what))), Box()
        words = insisting if tls else {"auth_required": False}
        with Server(box, "127.0.0.2", tls, **words) as server:
            ending = send(folder, server, "reports@", PODCTL_SMTP_CA_FILE=trusted, PODCTL_SMTP_PASSWORD="verysecret")
        if works:
            check(what, ending.returncode == 0, ending.stderr.decode())
            check(what + ": in secret, after a login", box.sessions == [(True, True)], str(box.sessions))
        else:
            check(what, ending.returncode != 0 and not box.mails, ending.stderr.decode())
        check(what + ": the password stays where it is", b"verysecret" not in ending.stderr + ending.stdout)
        shutil.rmtree(folder)
    tell("aiosmtpd: with STARTTLS and a login it arrives; nothing goes where nobody can show who they are")

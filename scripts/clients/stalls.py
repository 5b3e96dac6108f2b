"""A vendor that says nothing for a minute, and for longer than podctl waits (80 s for Stripe, 60 s for SendGrid)."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor

from stand_in import StandIn
from trial import check, copied, podctl, tell
from wire_mock import STEPS, WireMock

MINUTE, TOO_LONG = 60_000, 95_000


def stalled(prepared, what, path, milliseconds, trial):
    """Runs a trial with one answer on a path that comes late; it was worked at once."""
    stand_in, mock = StandIn(), WireMock()
    try:
        mock.reset(stand_in.address)
        mock.fault(path, {"proxyBaseUrl": stand_in.address, "fixedDelayMilliseconds": milliseconds})
        folder = copied(prepared, "stall-%s-%d" % (what, milliseconds))
        trial(what, folder, stand_in, mock, path, milliseconds)
        shutil.rmtree(folder)
    finally:
        mock.close()
        stand_in.close()


def invoice(step, folder, stand_in, mock, path, milliseconds):
    what = "%d s at %s" % (milliseconds // 1000, step)
    first = podctl(folder, "bill", "issue", "--yes", base=mock.address, expect=None)
    check(what, first.returncode in ((0,) if milliseconds == MINUTE else (0, 75)), first.stderr.decode())
    second = podctl(folder, "bill", "issue", "--yes", base=mock.address, expect=None)
    check(what + ", again", second.returncode == 0, second.stderr.decode())
    done = stand_in.effects
    once = all(done.count(effect) == 1 for effect in ("customer", "invoice", "finalize", "send"))
    check(what + ", once", once and done.count("invoiceitem") == 3, str(done))
    keyed = {}
    for key, body in mock.posts(path):
        check(what + ", one body for a key", keyed.setdefault(key, body) == body)
    # A minute is within what podctl waits: nothing is asked for twice.
    if milliseconds == MINUTE:
        check(what + ", asked once", len(mock.posts(path)) == (3 if step == "item" else 1), str(keyed))


def mail(step, folder, stand_in, mock, path, milliseconds):
    what = "%d s at the mail" % (milliseconds // 1000)
    when = "2026-10-27T12:00:00Z"
    for attempt in ("first", "again"):
        ending = podctl(folder, "report", "send", "--due", base=mock.address, now=when, expect=None)
        check("%s, %s" % (what, attempt), ending.returncode == 75, ending.stderr.decode())
    check(what + ", once", stand_in.effects.count("mail") == 1 == len(mock.posts(path)), str(stand_in.effects))
    listed = json.loads(podctl(folder, "outbox", "list", "--json").stdout)["data"]
    check(what + ", unknown", [effect["state"] for effect in listed] == ["unknown"], str(listed)[:400])


def faults(prepared):
    jobs = [(step, path, late, invoice) for late in (MINUTE, TOO_LONG) for step, path in STEPS.items()]
    jobs.append(("mail", "/v3/mail/send", TOO_LONG, mail))
    with ThreadPoolExecutor(max_workers=4) as pool:
        for job in [pool.submit(stalled, prepared, *job) for job in jobs]:
            job.result()
    tell("WireMock: an answer late by 60 s and by 95 s at each of %d requests of an invoice, and by 95 s at a mail" % len(STEPS))

"""Holds podctl against the vendors' own Python clients and against WireMock's faults. Run by scripts/prove-clients."""

import base64
import json
import re
import shutil
import sys
from urllib.parse import parse_qsl

import stripe
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from sendgrid.helpers.eventwebhook import EventWebhook
from sendgrid.helpers import mail as helper

import books
import post
import stalls
from stand_in import StandIn
from trial import WORK, check, copied, podctl, prepare, summary, tell
from wire_mock import STEPS, WireMock

# -- Stripe's forms


def nested(pairs):
    """The parameters that a form was made of: `a[b]` and `a[0]` are nested, flags and numbers are what they say."""
    root = {}
    for name, text in pairs:
        keys = [re.match(r"[^\[]+", name).group(), *re.findall(r"\[([^\]]*)\]", name)]
        value = {"true": True, "false": False}.get(text, int(text) if text.isdigit() and str(int(text)) == text else text)
        place = root
        for key in keys[:-1]:
            place = place.setdefault(key, {})
        place[keys[-1]] = value

    def lists(value):
        if not isinstance(value, dict):
            return value
        value = {key: lists(part) for key, part in value.items()}
        if value and list(value) == [str(index) for index in range(len(value))]:
            return list(value.values())
        return value

    return lists(root)


def forms(prepared):
    folder, ours, theirs = copied(prepared, "forms"), StandIn(), StandIn()
    podctl(folder, "bill", "issue", "--yes", base=ours.address)
    client = stripe.StripeClient("sk_test_clients", base_addresses={"api": theirs.address}, max_network_retries=0)
    posts = [post for post in ours.posts if post[0].startswith("/v1/")]
    check("six kinds of requests and more", len({re.sub("in_[0-9]+", "in", post[0]) for post in posts}) >= 5)
    for path, headers, body in posts:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=bool(body))
        try:
            client.raw_request("post", path, **nested(pairs))
        except stripe.StripeError:
            pass  # the second stand-in knows nothing of the first one's objects; what was sent is what matters
        sent_path, sent_headers, sent = theirs.posts[-1]
        plain = lambda form: form.replace(b"%5B", b"[").replace(b"%5D", b"]")
        check("form of %s" % path, plain(sent) == plain(body), "\n  ours   %r\n  theirs %r" % (body, sent))
        check("path of %s" % path, sent_path == path)
        for name in ("Content-Type", "Stripe-Version"):
            check("%s of %s" % (name, path), headers.get(name) == sent_headers.get(name),
                  "%s, not %s" % (headers.get(name), sent_headers.get(name)))
        check("key of %s" % path, bool(headers.get("Idempotency-Key")))
    amounts = [item["amount"] for item in ours.objects["invoiceitem"]]
    check("charges sum to the total", sum(amounts) == ours.objects["invoice"][0]["total"] and min(amounts) < 0)
    tell("Stripe %s: %d forms byte for byte" % (stripe.VERSION, len(posts)))
    ours.close(), theirs.close()


# -- Stripe's webhooks


def stripe_events(prepared):
    if b"webhook" not in podctl(prepared, "bill", "--help").stdout:
        tell("Stripe events: this podctl has no bill webhook; skipped")
        return
    folder, secret = copied(prepared, "webhook"), "whsec_clients"
    now = 1793606400  # 2026-11-02T08:00:00Z
    body = json.dumps({
        "id": "evt_1", "object": "event", "type": "invoice.paid", "created": now, "livemode": False,
        "data": {"object": {"id": "in_1", "object": "invoice", "note": "Zoë"}}}, ensure_ascii=False)
    (folder / "event.json").write_text(body)

    good = stripe.WebhookSignature._compute_signature("%d.%s" % (now, body), secret)
    for name, header, holds in [
        ("signed", "t=%d,v1=%s" % (now, good), True),
        ("one of two", "t=%d,v1=%s,v1=%s" % (now, "0" * 64, good), True),
        ("a bit flipped", "t=%d,v1=%s" % (now, good[:-1] + ("0" if good[-1] != "0" else "1")), False),
        ("another time", "t=%d,v1=%s" % (now - 1, good), False),
        ("another scheme", "t=%d,v0=%s" % (now, good), False),
    ]:
        try:
            # Without a tolerance, since the client asks the real clock.
            theirs = stripe.WebhookSignature.verify_header(body, header, secret, tolerance=None)
        except stripe.SignatureVerificationError:
            theirs = False
        ours = podctl(folder, "bill", "webhook", "verify", "event.json", "--signature", header, expect=None)
        check("Stripe event, %s" % name, bool(theirs) == holds and ours.returncode == (0 if holds else 77),
              ours.stderr.decode())
    tell("Stripe events: five signatures, verdicts as the client's")


# -- SendGrid's mail and events


def mails(prepared):
    folder, server = copied(prepared, "mail"), StandIn()
    podctl(folder, "report", "send", "--due", base=server.address, now="2026-10-27T12:00:00Z")
    sent = [json.loads(body) for path, _, body in server.posts if path == "/v3/mail/send"]
    check("a mail was sent", len(sent) >= 1)
    for wire in sent:
        check("mail as the client makes it", made_by_client(wire) == wire, json.dumps(made_by_client(wire))[:600])
    tell("SendGrid: %d mail(s) equal to the client's" % len(sent))
    server.close()


def made_by_client(wire):
    mail = helper.Mail(from_email=helper.From(wire["from"]["email"], wire["from"].get("name")), subject=wire["subject"])
    person = wire["personalizations"][0]
    personalization = helper.Personalization()
    personalization.add_to(helper.To(person["to"][0]["email"], person["to"][0].get("name")))
    for name, value in person.get("custom_args", {}).items():
        personalization.add_custom_arg(helper.CustomArg(name, value))
    mail.add_personalization(personalization)
    if "reply_to" in wire:
        mail.reply_to = helper.ReplyTo(wire["reply_to"]["email"])
    for part in wire["content"]:
        mail.add_content(helper.Content(part["type"], part["value"]))
    for file in wire.get("attachments", []):
        base64.b64decode(file["content"], validate=True)
        mail.add_attachment(
            helper.Attachment(file["content"], file["filename"], file["type"], file["disposition"]))
    for category in wire.get("categories", []):
        mail.add_category(helper.Category(category))
    tracking = helper.TrackingSettings()
    tracking.click_tracking = helper.ClickTracking(wire["tracking_settings"]["click_tracking"]["enable"])
    tracking.open_tracking = helper.OpenTracking(wire["tracking_settings"]["open_tracking"]["enable"])
    mail.tracking_settings = tracking
    if "send_at" in wire:
        mail.send_at = helper.SendAt(wire["send_at"])
    if "batch_id" in wire:
        mail.batch_id = helper.BatchId(wire["batch_id"])
    return json.loads(json.dumps(mail.get()))


def mail_events(prepared):
    folder = copied(prepared, "events")
    key = ec.generate_private_key(ec.SECP256R1())
    public = base64.b64encode(
        key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)).decode()
    body = '[{"event":"delivered","email":"zoë@kettle.example","sg_event_id":"1","timestamp":1793030000}]\r\n'
    at = "1793030400"
    signature = base64.b64encode(key.sign((at + body).encode(), ec.ECDSA(hashes.SHA256()))).decode()
    flipped = bytearray(base64.b64decode(signature))
    flipped[-1] ^= 1
    client = EventWebhook(public)
    for name, text, stamp, proof, holds in [
        ("signed", body, at, signature, True),
        ("without its last line break", body.rstrip(), at, signature, False),
        ("another time", body, "1793030401", signature, False),
        ("a bit flipped", body, at, base64.b64encode(bytes(flipped)).decode(), False),
    ]:
        (folder / "events.json").write_bytes(text.encode())
        ours = podctl(
            folder, "report", "webhook", "verify", "events.json", "--timestamp", stamp, "--signature", proof, "--key",
            public, now="2026-10-27T12:00:00Z", expect=None)
        theirs = client.verify_signature(text, proof, stamp)
        check("SendGrid events, %s" % name, theirs == holds and ours.returncode == (0 if holds else 77), ours.stderr.decode())
    tell("SendGrid events: four signatures, verdicts as the client's")


# -- WireMock's faults


FAULTS = {
    "reset": {"fault": "CONNECTION_RESET_BY_PEER"},
    "empty": {"fault": "EMPTY_RESPONSE"},
    "garbage": {"fault": "RANDOM_DATA_THEN_CLOSE"},
    "broken chunk": {"status": 200, "fault": "MALFORMED_RESPONSE_CHUNK"},
    "a page in place of JSON": {"status": 200, "body": "<html>welcome</html>"},
    "500": {"status": 500, "body": "{}"},
}


def money_faults(prepared, mock):
    runs, resumed = 0, 0
    for step, path in STEPS.items():
        faults = dict(FAULTS)
        for name, response in list(faults.items()) + [("delay", None)]:
            stand_in = StandIn()
            mock.reset(stand_in.address)
            response = response or {"proxyBaseUrl": stand_in.address, "fixedDelayMilliseconds": 3000}
            mock.fault(path, response)
            folder, what = copied(prepared, "fault-%d" % runs), "%s at %s" % (name, step)
            first = podctl(folder, "bill", "issue", "--yes", base=mock.address, expect=None)
            check(what, first.returncode in (0, 75), first.stderr.decode())
            if first.returncode == 75:
                resumed += 1
                second = podctl(folder, "bill", "issue", "--yes", base=mock.address, expect=None)
                check(what + ", again", second.returncode == 0, second.stderr.decode())
            done = stand_in.effects
            once = all(done.count(effect) == 1 for effect in ("customer", "invoice", "finalize", "send"))
            check(what + ", once", once and done.count("invoiceitem") == 3, str(done))
            keyed = {}
            for key, body in mock.posts(path):
                check(what + ", one body for a key", keyed.setdefault(key, body) == body)
            runs += 1
            stand_in.close()
            shutil.rmtree(folder)
    tell("WireMock: %d faults on the way to Stripe, %d runs resumed, every effect once" % (runs, resumed))
    for name, response in FAULTS.items():
        stand_in = StandIn()
        mock.reset(stand_in.address)
        mock.fault(STEPS["invoice"], response, always=True)
        folder, what = copied(prepared, "always-%d" % runs), "%s for ever" % name
        first = podctl(folder, "bill", "issue", "--yes", "--timeout", "20", base=mock.address, expect=None)
        check(what, first.returncode == 75, first.stderr.decode())
        listed = json.loads(podctl(folder, "outbox", "list", "--json").stdout)["data"]
        check(what + ", unknown", [effect["state"] for effect in listed] == ["unknown"], str(listed)[:400])
        check(what + ", at most five requests under one key",
              len(mock.posts(STEPS["invoice"])) <= 5 and len(set(mock.posts(STEPS["invoice"]))) == 1)
        mock.reset(stand_in.address)
        # A quarter of an hour later: before that a look that finds nothing proves nothing.
        second = podctl(
            folder, "bill", "issue", "--yes", base=mock.address, now="2026-11-02T08:15:00Z", expect=None)
        check(what + ", lifted", second.returncode == 0 and stand_in.effects.count("invoice") == 1, str(stand_in.effects))
        runs += 1
        stand_in.close()
        shutil.rmtree(folder)
    tell("WireMock: %d faults that stay, each told as unknown (75) and done once when lifted" % len(FAULTS))


def mail_faults(prepared, mock):
    for index, (name, response) in enumerate(FAULTS.items()):
        stand_in = StandIn()
        mock.reset(stand_in.address)
        mock.fault("/v3/mail/send", response)
        folder, when = copied(prepared, "mail-fault-%d" % index), "2026-10-27T12:00:00Z"
        for attempt in ("first", "again"):
            ending = podctl(folder, "report", "send", "--due", base=mock.address, now=when, expect=None)
            # A 200 is SendGrid's answer to a mail that it only looks at: it is not sent, and that is certain.
            certain = response.get("status") == 200 and "fault" not in response
            expected = 65 if certain else 75
            check("%s at the mail, %s" % (name, attempt), ending.returncode == expected, ending.stderr.decode())
        asked = [body for _, body in mock.posts("/v3/mail/send")]
        check("%s at the mail: one request" % name, len(asked) == 1, "%d requests" % len(asked))
        stand_in.close()
        shutil.rmtree(folder)
    tell("WireMock: %d faults on the way to SendGrid, each mail asked for once and told as unknown, or as failed" % len(FAULTS))


def main():
    try:
        prepared = prepare()
        if "--stalls" in sys.argv[3:]:
            stalls.faults(prepared)
        else:
            forms(prepared)
            stripe_events(prepared)
            mails(prepared)
            mail_events(prepared)
            post.mails(prepared)
            books.year()
            if shutil.which("java"):
                mock = WireMock()
                try:
                    money_faults(prepared, mock)
                    mail_faults(prepared, mock)
                finally:
                    mock.close()
            else:
                tell("WireMock: there is no Java; skipped")
    finally:
        shutil.rmtree(WORK, ignore_errors=True)
    sys.exit(summary())


main()

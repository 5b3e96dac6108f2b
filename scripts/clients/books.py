"""A seeded year of invoices and what becomes of them, by podctl's own commands; its books as hledger and beancount read them."""

import calendar
import csv
import io
import json
import random
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal

import beancount
from beancount import loader
from beancount.core import data

from trial import PODCTL, WORK, check, podctl, tell

SEED, YEAR, TENANT = 5, 2026, "harbour-books"
CURRENCIES = {"USD": 2, "EUR": 2, "JPY": 0}
PAYERS = {"Kettle & Crane": ["--kind", "brand"], "Marram \"Skin\" Ltd": ["--kind", "brand", "--tax", "20", "--tax-name", "VAT"],
          "Média; (Agence) | Süd": ["--kind", "agency", "--tax", "8.1", "--tax-name", "MwSt"]}


class Fakes:
    """The fake vendors of the tests, as a process of their own."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.stripe = json.loads(self.process.stdout.readline())["stripe"]

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


def amount(minor, currency):
    return str(Decimal(minor).scaleb(-CURRENCIES[currency]))


def order(currency, number, payer, chance):
    """A flight for each month of the year, at a fee or by the thousand."""
    slug = "%s-%d" % (currency.lower(), number)
    flights = []
    for month in range(1, 13):
        last = calendar.monthrange(YEAR, month)[1]
        fee = amount(chance.randint(1_00, 90_000_00), currency)
        flights.append({"slug": "m%02d" % month, "name": "month %d" % month, "starts": "%d-%02d-01" % (YEAR, month),
                        "ends": "%d-%02d-%d" % (YEAR, month, last), "position": "mid-roll", "insertion": "dynamic",
                        "cpm" if number == 1 else "flat": fee})
    paper = {"number": "IO-" + slug.upper(), "bill_to": payer, "terms_days": 30, "flights": flights}
    if number == 2:
        paper.update(commission="15", billing="net")
    return {"sponsor": {"slug": "sponsor-" + slug, "name": payer, "contact_email": "pay@sponsor.example"},
            "campaign": {"slug": slug, "name": slug, "currency": currency}, "orders": [paper]}


def year():
    fakes_program = PODCTL.parent / "fake-services"
    if not fakes_program.exists():
        tell("books: fake-services is not built beside podctl; skipped")
        return
    folder, chance, fakes = WORK / "books", random.Random(SEED), Fakes(fakes_program)
    (folder / "home").mkdir(parents=True)
    try:
        live(folder, chance, fakes.stripe)
    finally:
        fakes.stop()
    hold(folder)
    shutil.rmtree(folder)


def live(folder, chance, stripe):
    def run(*words, now="2026-01-01T09:00:00Z", expect=0):
        return podctl(folder, *words, base=stripe, now=now, expect=expect, PODCTL_TENANT=TENANT)

    run("migrate", "up")
    run("tenant", "create", TENANT, "--name", "Harbour Books", "--zone", "Europe/Berlin", "--currency", "EUR")
    for currency in CURRENCIES:
        for number, payer in enumerate(PAYERS):
            (folder / "order.yaml").write_text(json.dumps(order(currency, number, payer, chance)))
            run("campaign", "create", "--file", "order.yaml")
            run("campaign", "launch", "%s-%d" % (currency.lower(), number))
    for payer, words in PAYERS.items():
        run("bill", "payer", "set", payer, *words)
    for month in range(1, 13):
        after = "%d-%02d-06T09:00:00Z" % (YEAR + month // 12, month % 12 + 1)
        period = "%d-%02d" % (YEAR, month)
        rows = ["%s-01,%d,%s-%d/m%02d" % (period, chance.randint(1, 9_000), currency.lower(), number, month)
                for currency in CURRENCIES for number in range(len(PAYERS))]
        (folder / "delivery.csv").write_text("\n".join(["day,count,flight", *rows]) + "\n")
        run("campaign", "delivery", "import", "delivery.csv", "--source", "server", now=after)
        # The ad server tells each flight's units on one day.
        run("tenant", "sources", "complete", "delivery", "--through",
            "%s-%d" % (period, calendar.monthrange(YEAR, month)[1]), now=after)
        run("bill", "draft", "--period", period, now=after)
        approved = json.loads(
            run("bill", "approve", "--period", period, "--waive", "unusual", "--json", now=after).stdout)["data"]
        run("bill", "issue", "--yes", now=after)
        happen(run, folder, chance, period, [(entry["number"], entry["total"]) for entry in approved], after)


def happen(run, folder, chance, period, invoices, now):
    """Payments in parts and whole, credit notes, refunds, write-offs and voids, as a seed has it. Some are refused."""
    rows = []
    for number, total in invoices:
        minor, currency = total["minor"], total["currency"]
        fate = chance.randrange(6)
        if fate in (0, 1, 2):
            part = minor if fate < 2 else max(1, minor * chance.randint(1, 99) // 100)
            rows.append([number, chance.choice(["cheque", "ach", "wire"]), "R-" + number, amount(part, currency), now[:10]])
        elif fate == 3:
            some = amount(max(1, minor // chance.randint(2, 9)), currency)
            run("bill", "credit", number, "--amount", some, "--yes", now=now)
        elif fate == 4 and chance.random() < 0.5:
            run("bill", "uncollectible", number, "--confirm", number, now=now)
        elif fate == 4:
            run("bill", "void", number, "--confirm", number, now=now)
    with open(folder / "payments.csv", "w", newline="") as file:
        csv.writer(file).writerows([["invoice", "method", "reference", "amount", "received_on"], *rows])
    if rows:
        run("bill", "payments", "import", "payments.csv", now=now)
        run("bill", "payments", "tell", now=now)
        number, _, _, paid, _ = chance.choice(rows)
        if chance.random() < 0.7:
            # What is paid in part cannot be told to Stripe yet, nor given back.
            run("bill", "refund", number, "--amount", paid, "--yes", now=now, expect=None)


def sums(rows):
    found = defaultdict(Decimal)
    for account, number, currency in rows:
        found[account, currency] += Decimal(number)
    return {key: value for key, value in found.items() if value}


def capitals(account):
    return ":".join(word[:1].upper() + word[1:] for word in account.split(":"))


def hold(folder):
    exported = {
        kind: podctl(folder, "bill", "journal", "export", "--format", kind, PODCTL_TENANT=TENANT).stdout.decode()
        for kind in ("csv", "hledger", "beancount")}
    legs = list(csv.DictReader(io.StringIO(exported["csv"])))
    ours = sums((leg["account"], leg["amount"], leg["currency"]) for leg in legs)
    kinds = {leg["kind"] for leg in legs}
    entries = len({leg["entry"] for leg in legs})
    check("all that can happen has happened", kinds == {"issued", "payment", "credit", "refund", "uncollectible", "void"},
          str(kinds))
    check("a year of invoices in three currencies", sum(leg["kind"] == "issued" for leg in legs) > 200)

    books, errors, _ = loader.load_string(exported["beancount"])
    check("beancount finds no error", not errors, str(errors[:3]))
    theirs = sums((posting.account, posting.units.number, posting.units.currency)
                  for entry in books if isinstance(entry, data.Transaction) for posting in entry.postings)
    check("beancount's accounts are ours", theirs == {(capitals(path), code): value for (path, code), value in ours.items()},
          str(set(theirs.items()) ^ {((capitals(path), code), value) for (path, code), value in ours.items()})[:600])
    check("beancount counts as many entries", sum(isinstance(entry, data.Transaction) for entry in books) == entries)
    (folder / "year.beancount").write_text(exported["beancount"])
    check("bean-check", bean_check(folder) == 0)
    short = re.sub(r"(\d)\.(\d\d) (EUR|USD)\n", lambda hit: "%s.%02d %s\n" % (
        hit[1], (int(hit[2]) + 1) % 100, hit[3]), exported["beancount"], count=1)
    (folder / "year.beancount").write_text(short)
    check("bean-check misses a cent", short != exported["beancount"] and bean_check(folder) != 0)
    tell("beancount %s: %d entries of seed %d, %d accounts to the cent, a missing cent noticed"
         % (beancount.__version__, entries, SEED, len(ours)))

    aging = json.loads(podctl(folder, "bill", "aging", "--as-of", "2028-01-01", "--json", PODCTL_TENANT=TENANT).stdout)["data"]
    owed = {("assets:receivable:" + entry["payer"], entry["total"]["currency"]):
            Decimal(amount(entry["total"]["minor"], entry["total"]["currency"])) for entry in aging}
    check("bill aging is what the books say is owed", owed == {
        key: value for key, value in ours.items() if key[0].startswith("assets:receivable:")}, str(owed))

    if not shutil.which("hledger"):
        tell("hledger is not installed; skipped")
        return
    (folder / "year.journal").write_text(exported["hledger"])
    check("hledger check --strict", hledger(folder, "check", "--strict").returncode == 0)
    told = []
    for currency in CURRENCIES:
        rows = csv.reader(io.StringIO(hledger(folder, "bal", "cur:" + currency, "--flat", "-N", "-O", "csv").stdout))
        told += [(row[0], row[1].replace(currency, "").replace(",", ""), currency) for row in list(rows)[1:]]
    check("hledger's accounts are ours", sums(told) == ours, str(set(sums(told).items()) ^ set(ours.items()))[:600])
    tell("hledger: the same accounts to the cent")


def bean_check(folder):
    program = shutil.which("bean-check", path=str(sys.prefix) + "/bin")
    return subprocess.run([program, "--no-cache", str(folder / "year.beancount")], capture_output=True).returncode


def hledger(folder, *words):
    return subprocess.run(["hledger", "-f", str(folder / "year.journal"), *words], capture_output=True, text=True)

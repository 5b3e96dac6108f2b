"""What the stages of scripts/prove-clients share: podctl, the demo that they work on, and the count of their checks."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PODCTL, FIXTURES = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
WORK = Path(tempfile.mkdtemp(prefix="prove-clients."))
TENANT, MONTH = "harbour-network", "2026-10"
failures, checks, told = [], 0, 0


def check(what, holds, why=""):
    global checks
    checks += 1
    if not holds:
        failures.append(what)
        print("FAILED %s %s" % (what, why))


def tell(text):
    """Says what a stage has shown, or that it has not."""
    global told
    print(text if len(failures) == told else "not shown: " + text, flush=True)
    told = len(failures)


def podctl(folder, *words, base=None, now="2026-11-02T08:00:00Z", expect=0, **more):
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder / "home"), "DATABASE_URL": "sqlite:%s/demo.db" % folder,
        "PODCTL_NOW": now, "PODCTL_ID_SEED": "clients", "PODCTL_TENANT": TENANT,
        "PODCTL_STRIPE_KEY": "sk_test_clients", "PODCTL_SENDGRID_KEY": "SG.testclients",
        "PODCTL_STRIPE_WEBHOOK_SECRET": "whsec_clients",
        "PODCTL_MAIL_FROM": "Harbour Reports <reports@harbour.example>",
        "PODCTL_STRIPE_API_BASE": base or "http://127.0.0.1:1",
        "PODCTL_SENDGRID_API_BASE": base or "http://127.0.0.1:1", **more,
    }
    ending = subprocess.run(
        [PODCTL, *map(str, words)], env=environment, cwd=folder, capture_output=True, timeout=300)
    if expect is not None and ending.returncode != expect:
        sys.exit("podctl %s: %d\n%s" % (" ".join(map(str, words)), ending.returncode, ending.stderr.decode()))
    return ending


def prepare():
    """A demo tenant with one approved invoice that bears commission and tax, and a report that is due."""
    folder = WORK / "prepared"
    (folder / "home").mkdir(parents=True)
    order = (FIXTURES / "order.yaml").read_text()
    order = order.replace("    terms_days: 30\n", '    terms_days: 30\n    commission: "15"\n')
    order = order.replace('        cpm: "25.00"\n', '        cpm: "25.00"\n        tiers: ["100@20.00"]\n')
    (folder / "order.yaml").write_text(order)
    podctl(folder, "migrate", "up")
    podctl(
        folder, "tenant", "seed", "--weeks", "8", "--seed", "42", "--anchor", "2026-10-26", "--directory", "demo")
    podctl(folder, "campaign", "create", "--file", "order.yaml")
    podctl(folder, "campaign", "launch", "marram-winter")
    podctl(folder, "bill", "payer", "set", "Marram Skincare Ltd", "--kind", "agency", "--tax", "20", "--tax-name", "VAT")
    # The demo's logs end before the month does; here that is all that comes.
    podctl(folder, "tenant", "sources", "complete", "log", "--through", "2026-10-31")
    podctl(folder, "bill", "draft", "--period", MONTH)
    podctl(folder, "bill", "approve", "HARBOUR-NETWORK-2026-10-IO-MAR-2611", "--waive", "early", "--waive", "unusual")
    podctl(
        folder, "report", "schedule", "add", "--campaign", "kettle-and-crane", "--to", "ann@kettle.example", "--window", "0",
        now="2026-10-20T12:00:00Z")
    return folder


def copied(prepared, name):
    folder = WORK / name
    shutil.copytree(prepared, folder)
    return folder


def summary():
    """Prints what came of all checks, and gives the exit status."""
    print("%d checks, %d failed" % (checks, len(failures)))
    return 1 if failures else 0

"""WireMock between podctl and a stand-in, told by its administration what to spoil."""

import json
import re
import subprocess
import time
import urllib.request
from pathlib import Path

import wiremock

from trial import WORK

# The paths of the requests of `bill issue`.
STEPS = {
    "customer": "/v1/customers", "invoice": "/v1/invoices", "item": "/v1/invoiceitems",
    "finalize": "/v1/invoices/[^/]+/finalize", "send": "/v1/invoices/[^/]+/send",
}


class WireMock:
    def __init__(self):
        jar = next(Path(wiremock.__file__).parent.glob("server/*.jar"))
        self.process = subprocess.Popen(
            ["java", "-jar", str(jar), "--port", "0", "--bind-address", "127.0.0.1"], cwd=WORK,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        port = None
        for line in self.process.stdout:
            match = re.search(r"port:\s+(\d+)", line)
            if match:
                port = match.group(1)
                break
        self.address = "http://127.0.0.1:%s" % port
        for _ in range(100):
            try:
                self.ask("GET", "mappings")
                break
            except OSError:
                time.sleep(0.1)

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            "%s/__admin/%s" % (self.address, path), method=method,
            data=json.dumps(body).encode() if body is not None else None)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"{}")

    def reset(self, target):
        self.ask("POST", "reset")
        self.ask("POST", "mappings", {
            "priority": 9, "request": {"method": "ANY", "urlPattern": "/.*"}, "response": {"proxyBaseUrl": target}})

    def fault(self, path, response, always=False):
        mapping = {"priority": 1, "request": {"method": "POST", "urlPathPattern": path}, "response": response}
        if not always:
            mapping.update(scenarioName="once", requiredScenarioState="Started", newScenarioState="over")
        self.ask("POST", "mappings", mapping)

    def posts(self, path):
        found = self.ask("POST", "requests/find", {"method": "POST", "urlPathPattern": path})["requests"]
        return [(entry["headers"].get("Idempotency-Key"), entry["body"]) for entry in found]

    def close(self):
        self.process.terminate()
        self.process.wait()

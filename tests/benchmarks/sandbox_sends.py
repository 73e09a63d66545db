"""How many sendMessage calls a second the sandbox answers: `python -m tests.benchmarks.sandbox_sends`.

Benchmarks of the bot run through the sandbox, which must not be what they measure.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.sandbox.client import SandboxClient

CONNECTIONS = 20
CALLS = 6000
TEXT = (
    "<b>Headline &amp; more</b>\n\n"
    + "word " * 60
    + "<blockquote>quotation</blockquote> <a href='https://x.org/'>link</a>"
)


async def measure(ready_file: Path) -> float:
    """Sends a second, the best of three."""
    async with SandboxClient.of_ready_file(ready_file) as sandbox:
        reader = await sandbox.user()
        host = sandbox.api_url.split("/")[2]
        markup = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
        body = json.dumps({"chat_id": reader, "text": TEXT, "parse_mode": "HTML", "reply_markup": markup}).encode()
        head = f"POST /bot{sandbox.token}/sendMessage HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
        request = head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body
        return max([await one_run(host, request) for _ in range(3)])


async def one_run(host: str, request: bytes) -> float:
    """Sends a second over all connections."""
    began = time.perf_counter()
    await asyncio.gather(*(send_all(host, request, CALLS // CONNECTIONS) for _ in range(CONNECTIONS)))
    return CALLS / (time.perf_counter() - began)


async def send_all(host: str, request: bytes, count: int) -> None:
    """One connection's calls, each after the answer to the one before."""
    name, _, port = host.partition(":")
    reader, writer = await asyncio.open_connection(name, int(port))
    for _ in range(count):
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200")
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        await reader.readexactly(length)
    writer.close()
    await writer.wait_closed()


def main() -> None:
    """Starts a sandbox and prints the figure."""
    with tempfile.TemporaryDirectory() as folder:
        ready_file = Path(folder) / "ready.json"
        process = subprocess.Popen([sys.executable, "-m", "bot.sandbox", "--ready-file", str(ready_file)])
        try:
            while not ready_file.exists():
                time.sleep(0.02)
            print(f"{asyncio.run(measure(ready_file)):,.0f} sends a second")
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()

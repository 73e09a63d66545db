"""Serves the chat page: files of this package only, nothing from elsewhere, under a strict policy."""

from collections.abc import Mapping
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

KEY_MARK = "{{key}}"
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
KINDS = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


def page_routes(key: str) -> list[Route]:
    """The page at / and its files under /page/; `key` opens the control side to it."""
    contents = _contents()
    index = contents.pop("index.html").decode("utf-8").replace(KEY_MARK, key)

    async def show_index(request: Request) -> Response:
        return Response(index, media_type=KINDS["html"], headers=dict(HEADERS))

    async def show_file(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in contents:
            return Response("Not found", 404, headers=dict(HEADERS), media_type="text/plain")
        return Response(contents[name], media_type=KINDS[name.rpartition(".")[2]], headers=dict(HEADERS))

    return [Route("/", show_index), Route("/page/{name}", show_file)]


def _contents() -> dict[str, bytes]:
    folder = files("bot.sandbox") / "page"
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name.rpartition(".")[2] in KINDS}

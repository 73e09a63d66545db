"""The parameters of a call, however they were sent: query string, form, JSON or multipart."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from bot.sandbox.refusals import bad_request

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file sent as one part of a multipart body."""

    name: str
    content: bytes


@dataclass(slots=True)
class Parameters:
    """Named values of one call. Forms send everything as text, JSON bodies send values: both read the same here."""

    values: JsonObject = field(default_factory=dict)
    files: dict[str, UploadedFile] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """The value as text; `default` where it is absent. Raises ApiRefusal for an object or a list."""
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, (str, int, float)):
            return str(value)
        raise bad_request(f'field "{name}" must be of type String')

    def integer(self, name: str, default: int = 0) -> int:
        """The value as a whole number; what is no number is `default`, as Telegram reads it."""
        value = self.values.get(name)
        if isinstance(value, bool):
            return int(value)
        if isinstance(value, (int, float)):
            return int(value)
        try:
            return int(str(value).strip()) if value is not None else default
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """Whether the value is true: true, "true", "yes", 1 and their kin."""
        value = self.values.get(name)
        if isinstance(value, str):
            return value.strip().lower() in {"true", "yes", "1"}
        return bool(value)

    def parsed(self, name: str) -> Any:
        """The value as JSON, None where it is absent or empty. Raises ApiRefusal for text that is not JSON."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from error

    def json_object(self, name: str) -> JsonObject | None:
        """The value as a JSON object. Raises ApiRefusal where it is something else."""
        value = self.parsed(name)
        if value is None or isinstance(value, dict):
            return value
        raise bad_request("object expected as " + name.replace("_", " "))

    def json_list(self, name: str) -> list[Any] | None:
        """The value as a JSON array. Raises ApiRefusal where it is something else."""
        value = self.parsed(name)
        if value is None or isinstance(value, list):
            return value
        raise bad_request(f"can't parse {name.replace('_', ' ')}: expected an Array")


def read_parameters(query: bytes, content_type: str, body: bytes) -> Parameters:
    """Everything that a call said. Raises ApiRefusal for a body that is not what its content type promises."""
    parameters = Parameters()
    if query:
        parameters.values.update(parse_qsl(query.decode("latin-1"), keep_blank_values=True))
    if not body:
        return parameters
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/json":
        parameters.values.update(_from_json(body))
    elif kind == "multipart/form-data":
        _from_multipart(content_type, body, parameters)
    elif kind == "application/x-www-form-urlencoded":
        parameters.values.update(parse_qsl(_utf8(body), keep_blank_values=True))
    return parameters


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _from_json(body: bytes) -> JsonObject:
    try:
        values = json.loads(_utf8(body))
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(values, dict):
        raise bad_request("can't parse JSON object")
    return values


def _from_multipart(content_type: str, body: bytes, parameters: Parameters) -> None:
    _, _, boundary = content_type.partition("boundary=")
    mark = b"--" + boundary.partition(";")[0].strip().strip('"').encode("latin-1")
    for part in body.split(mark)[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        names = _disposition(head)
        content = content.removesuffix(b"\r\n")
        if "filename" in names:
            parameters.files[names.get("name", "")] = UploadedFile(names["filename"], content)
        elif "name" in names:
            parameters.values[names["name"]] = _utf8(content)


def _disposition(head: bytes) -> dict[str, str]:
    """The names of a part: `name` and, for a file, `filename`."""
    for line in head.decode("utf-8", "replace").split("\r\n"):
        if line.lower().startswith("content-disposition:"):
            pairs = (piece.strip().partition("=") for piece in line.split(";")[1:])
            return {name.lower(): value.strip('"') for name, _, value in pairs}
    return {}

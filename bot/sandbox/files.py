"""Files that were sent: kept in memory under a file_id, given out by getFile and the download address."""

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.sandbox.parameters import JsonObject, UploadedFile
from bot.sandbox.refusals import bad_request

PHOTO_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file; `unique_id` is the same for the same content."""

    file_id: str
    unique_id: str
    path: str
    content: bytes


@dataclass(slots=True)
class Files:
    """All files by their id."""

    stored: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def keep(self, upload: UploadedFile, folder: str = "photos") -> StoredFile:
        """Stores the content under a new id. Raises ApiRefusal for an empty or too large file."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if folder == "photos" and len(upload.content) > PHOTO_BYTES:
            raise bad_request("PHOTO_SAVE_FILE_INVALID")
        number = next(self._numbers)
        digest = hashlib.sha256(upload.content).hexdigest()
        extension = upload.name.rpartition(".")[2][:5] if "." in upload.name else "jpg"
        stored = StoredFile(
            f"AgAC{digest[:24]}_{number}", digest[:16], f"{folder}/file_{number}.{extension}", upload.content
        )
        self.stored[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored

    def known(self, file_id: str) -> StoredFile:
        """The file with this id. Raises ApiRefusal without one."""
        if file_id not in self.stored:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self.stored[file_id]


def photo_sizes(file: StoredFile) -> list[JsonObject]:
    """Telegram's PhotoSize list of a picture; the stand-in keeps one size and does not measure it."""
    return [
        {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "width": 1280,
            "height": 720,
            "file_size": len(file.content),
        }
    ]

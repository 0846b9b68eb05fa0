"""The shared library through ctypes: only what nianbao.h promises to keep (calls, nb_options, nb_error)."""
from __future__ import annotations

import ctypes
import os
from typing import Sequence

STATUSES = ("given", "blank", "na", "placed", "ambiguous", "suspect", "missing", "derived", "unread")


class Error(ValueError):
    """A file that cannot be read or is no report."""


class _Options(ctypes.Structure):
    """struct nb_options; `size` tells the library which members are known here."""

    _fields_ = [
        ("size", ctypes.c_size_t),
        ("format", ctypes.c_char_p),
        ("encoding", ctypes.c_char_p),
        ("csv_raw", ctypes.c_bool),
        ("fill", ctypes.c_bool),
        ("force", ctypes.c_bool),
        ("all_rules", ctypes.c_bool),
        ("max_size", ctypes.c_size_t),
    ]


class _Error(ctypes.Structure):
    _fields_ = [("message", ctypes.c_char * 256)]


def _load() -> ctypes.CDLL:
    library = ctypes.CDLL(os.environ.get("NIANBAO_LIBRARY", "libnianbao.so.0"))
    pointer, size = ctypes.c_void_p, ctypes.c_size_t
    for name, result, arguments in (
        ("nb_version", ctypes.c_char_p, []),
        ("nb_compile", pointer,
         [ctypes.c_char_p, ctypes.c_char_p, size, ctypes.POINTER(_Options), ctypes.POINTER(_Error)]),
        ("nb_report_free", None, [pointer]),
        ("nb_compare", ctypes.c_bool, [pointer, pointer, ctypes.POINTER(pointer), size]),
        ("nb_writer_find", pointer, [ctypes.c_char_p]),
        ("nb_write_memory", pointer, [pointer, ctypes.POINTER(pointer), size, ctypes.POINTER(size)]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


_library = _load()
_free = ctypes.CDLL(None).free
_free.argtypes, _free.restype = [ctypes.c_void_p], None

version: str = _library.nb_version().decode()


class Handle:
    """A report of the library, freed with this object."""

    def __init__(self, name: str, data: bytes, **options: object) -> None:
        self._report = None
        given = _Options(size=ctypes.sizeof(_Options), csv_raw=True)
        for key, value in options.items():
            setattr(given, key, value.encode() if isinstance(value, str) else value)
        error = _Error()
        self._report = _library.nb_compile(os.fsencode(name), data, len(data), given, error)
        if not self._report:
            raise Error(f"{name}: {error.message.decode(errors='replace')}")

    def __del__(self) -> None:
        if self._report:
            _library.nb_report_free(self._report)

    def compare(self, previous: Handle | None, parts: Sequence[Handle]) -> None:
        """Add the findings of the rules NB5xx; nothing of the others is needed after the call."""
        pointers = (ctypes.c_void_p * len(parts))(*(part._report for part in parts))
        if not _library.nb_compare(self._report, previous and previous._report, pointers, len(parts)):
            raise MemoryError

    def write(self, format: str) -> bytes:
        """The document that `nianbao convert -t FORMAT` writes."""
        writer = _library.nb_writer_find(format.encode())
        if not writer:
            raise Error(f"unknown output format '{format}'")
        length = ctypes.c_size_t()
        memory = _library.nb_write_memory(writer, (ctypes.c_void_p * 1)(self._report), 1, length)
        if not memory:
            raise MemoryError
        try:
            return ctypes.string_at(memory, length.value)
        finally:
            _free(memory)

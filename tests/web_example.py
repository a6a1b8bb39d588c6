"""The example of a web application, and a client that asks it in this process."""

import asyncio
import importlib.util
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest


def example_in(repository: Path) -> Any:
    """The module of the example."""
    for name in ("fastapi", "httpx", "uvicorn"):
        pytest.importorskip(name, reason="make check installs requirements-peers.txt")
    spec = importlib.util.spec_from_file_location(
        "example_of_the_web", repository / "examples" / "web" / "app.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Client:
    """httpx, with the application in place of a network."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def get(self, path: str, **more: Any) -> Any:
        """What the application answers."""
        # A browser's driver may have a loop of its own in this thread.
        with ThreadPoolExecutor(1) as apart:
            return apart.submit(lambda: asyncio.run(self._got(path, more))).result()

    async def _got(self, path: str, more: dict[str, Any]) -> Any:
        import httpx

        transport = httpx.ASGITransport(app=self._app)
        async with httpx.AsyncClient(transport=transport, base_url="http://minutes.example") as client:
            return await client.get(path, **more)

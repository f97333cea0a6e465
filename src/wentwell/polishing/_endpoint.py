"""One question to an endpoint that speaks the OpenAI protocol and that the user names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

URL, MODEL, KEY = "WENTWELL_LLM_URL", "WENTWELL_LLM_MODEL", "WENTWELL_LLM_KEY"
_HERE = ("localhost", "127.0.0.1", "::1")
_MOST_BYTES = 1_000_000
_ASKED = (
    "You rephrase a short message so that it reads well aloud, in plain English. Keep its meaning exactly. "
    "Use its own words for every fact, name, number and day, add nothing, flatter nobody, keep everything in "
    "square brackets as it is, and keep the paragraphs. Answer with the message alone, without greeting or "
    "signature."
)


class EndpointError(Exception):
    """The endpoint isn't set up, or gave no answer; the message holds no words of a draft."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask."""

    url: str
    """Up to and with the version, such as ``http://localhost:11434/v1``."""
    model: str
    key: str = ""

    @property
    def host(self) -> str:
        """The machine that the words go to."""
        return urlsplit(self.url).hostname or ""


def configured(environment: Mapping[str, str]) -> Endpoint:
    """Return the endpoint that the environment names.

    Parameters
    ----------
    environment : mapping of str to str
        With ``WENTWELL_LLM_URL``, ``WENTWELL_LLM_MODEL`` and, if it needs one, ``WENTWELL_LLM_KEY``.

    Raises
    ------
    EndpointError
        If something is missing, or the words would travel readable to another machine.
    """
    url, model = environment.get(URL, "").strip(), environment.get(MODEL, "").strip()
    if not url or not model:
        raise EndpointError(
            f"no language model is set up: set {URL} (such as http://localhost:11434/v1) and {MODEL}, "
            "or leave out --polish"
        )
    endpoint = Endpoint(url.rstrip("/"), model, environment.get(KEY, "").strip())
    try:
        scheme, host = urlsplit(url).scheme, endpoint.host
    except ValueError:
        scheme, host = "", ""
    if scheme not in ("http", "https") or not host:
        raise EndpointError(f"{URL} is no address; write it such as https://models.example.org/v1")
    if scheme == "http" and host not in _HERE:
        raise EndpointError(
            f"{URL} must begin with https:// unless it is this computer: others could read along"
        )
    return endpoint


class _StayThere(HTTPRedirectHandler):
    """Follows no redirect: the words and the key go where the user said, and nowhere else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def rephrase(endpoint: Endpoint, words: str, *, timeout: float = 60.0) -> str:
    """Return the words as the model rephrased them, unchecked.

    Parameters
    ----------
    endpoint : Endpoint
    words : str
        All that is sent, beside a fixed instruction and the model's name.
    timeout : float
        Seconds.

    Raises
    ------
    EndpointError
        If there is no answer, or none that can be read.
    """
    asked = {
        "model": endpoint.model,
        "temperature": 0.2,
        "messages": [{"role": "system", "content": _ASKED}, {"role": "user", "content": words}],
    }
    headers = {"Content-Type": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    request = Request(  # noqa: S310 - only http and https get here
        f"{endpoint.url}/chat/completions", json.dumps(asked).encode(), headers, method="POST"
    )
    try:
        with build_opener(_StayThere).open(request, timeout=timeout) as answer:
            told = json.loads(answer.read(_MOST_BYTES))
        content = told["choices"][0]["message"]["content"]
    except HTTPError as wrong:
        wrong.close()
        raise EndpointError(f"{endpoint.host} answered with status {wrong.code}") from None
    except (URLError, OSError, TimeoutError):
        raise EndpointError(f"{endpoint.host} did not answer") from None
    except (ValueError, LookupError, TypeError):
        raise EndpointError(f"{endpoint.host} gave an answer that cannot be read") from None
    if not isinstance(content, str):
        raise EndpointError(f"{endpoint.host} gave an answer that cannot be read")
    return content.replace("\r\n", "\n").strip()

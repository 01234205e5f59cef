"""What the model stack raises -> an error that says what to do.

Nothing of the stack's own messages is passed on: they can hold a key, a prompt or what a model said. Only codes that
look like codes are shown.
"""

from __future__ import annotations

import email.utils
import json
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import httpx2
import openai

from postwright import errors

if TYPE_CHECKING:
    from postwright.drafting.endpoint import Endpoint

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.\[\]-]{0,59}")
_TOO_LONG = re.compile(r"context.{0,20}(?:length|size|window)|too long|too many tokens|maximum.{0,20}tokens", re.I)
_NO_CREDIT = ("insufficient_quota", "billing_hard_limit_reached", "billing_not_active")
_FILTERED = ("content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation")


def told(error: BaseException, endpoint: Endpoint, *, answering: bool) -> errors.WriterError:
    """Return the error to raise in place of `error`; `answering` says whether some of the answer had come."""
    if isinstance(error, errors.WriterError):
        return error
    if isinstance(error, openai.LengthFinishReasonError):
        return errors.AnswerTooLong(_LENGTH, hint=_SHORTER)
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return errors.AnswerRefused(_DECLINED, hint=_REPHRASE)
    if isinstance(error, openai.APIStatusError):
        return _of_status(error, endpoint)
    causes = list(_causes(error))
    if answering:
        return _in_the_middle(error, causes, endpoint)
    return _of_connection(causes, endpoint)


def _of_status(error: openai.APIStatusError, endpoint: Endpoint) -> errors.WriterError:
    status, codes = error.status_code, _codes(error.body)
    host, said = endpoint.location.host, _said(error.body)
    if status == 401:
        return _key_refused(endpoint)
    if any(code in _FILTERED for code in codes):
        return errors.AnswerRefused(_DECLINED, hint=_REPHRASE)
    if status == 403:
        return errors.KeyRefused(
            f"{host} does not let this key use {endpoint.model}.",
            hint="Ask whoever gave you the key to allow this model, or set another in POSTWRIGHT_MODEL.",
        )
    if status == 404:
        return _not_there(endpoint)
    if status == 407:
        return _proxy(endpoint)
    if status == 429:
        if any(code in _NO_CREDIT for code in codes):
            return errors.QuotaSpent(f"The account at {host} has no credit left.", hint="Add credit at the provider.")
        return errors.RateLimited(
            f"{host} gets too many requests with this key.",
            hint="Wait a minute; if it happens often, lower POSTWRIGHT_MODEL_CONCURRENCY.",
            retry_after=_retry_after(error.response.headers),
        )
    if status == 413 or (status in (400, 422) and _TOO_LONG.search(str(error.body or ""))):
        return errors.RequestTooLong(
            f"This is more than {endpoint.model} can take in at once.",
            hint="Reword fewer lines at a time, or set a model with a longer context.",
        )
    if 300 <= status < 400:
        return errors.AddressRefused(
            f"{host} sends on to another address, which is not followed.",
            hint="Set POSTWRIGHT_BASE_URL to the address that the server really has.",
        )
    if status in (408, 409) or status >= 500:
        return errors.ServerTrouble(
            f"{host} has an error of its own ({status}{said}).",
            hint="Try again later; its status page or its log says more.",
            retry_after=_retry_after(error.response.headers),
        )
    return errors.RequestRefused(
        f"{host} refuses the request ({status}{said}).", hint="`postwright doctor` finds out what the server can do."
    )


def _key_refused(endpoint: Endpoint) -> errors.KeyRefused:
    host = endpoint.location.host
    if endpoint.key is not None:
        return errors.KeyRefused(f"{host} does not accept the key of {endpoint.key_from}.", hint="Set a valid key.")
    variable = {"azure": "AZURE_OPENAI_API_KEY", "openai": "OPENAI_API_KEY"}[endpoint.provider]
    return errors.KeyRefused(
        f"{host} wants a key, and there is none.",
        hint=f"Set {variable if endpoint.is_providers_own else 'POSTWRIGHT_API_KEY'}.",
    )


def _not_there(endpoint: Endpoint) -> errors.ModelUnknown:
    hint = "Look at the spelling in POSTWRIGHT_MODEL; `postwright doctor` lists the models that the server has."
    if endpoint.provider == "azure":
        hint = "An Azure model is named by its deployment: azure:DEPLOYMENT."
    elif not endpoint.is_providers_own:
        hint += " POSTWRIGHT_BASE_URL usually ends with /v1."
    return errors.ModelUnknown(f"{endpoint.location.host} has no model {endpoint.model}.", hint=hint)


def _proxy(endpoint: Endpoint) -> errors.ProxyProblem:
    return errors.ProxyProblem(
        f"The proxy does not let {endpoint.location.host} be called.",
        hint="Look at HTTPS_PROXY (its address, user and password), or name the host in NO_PROXY.",
    )


def _of_connection(causes: list[BaseException], endpoint: Endpoint) -> errors.WriterError:
    host, port = endpoint.location.host, endpoint.location.port
    if any(isinstance(cause, httpx2.ProxyError) or "socksio" in str(cause) for cause in causes):
        return _proxy(endpoint)
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return errors.CertificateProblem(
            f"{host} does not prove that it is {host}: its certificate is not one that this machine trusts.",
            hint="With a certificate of your own house, name its file in SSL_CERT_FILE. Do not go on without.",
        )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return errors.CertificateProblem(
            f"No safe connection to {host} can be made.", hint="Does it speak https on this port, or plain http?"
        )
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return errors.NoConnection(
            f"There is no host {host}, or no network to ask for it.",
            hint="Look at POSTWRIGHT_BASE_URL for a slip, and at the network.",
        )
    if any(isinstance(cause, httpx2.ConnectTimeout) for cause in causes):
        return errors.NoConnection(f"{host} does not answer.", hint="Look at the network, a firewall, a proxy.")
    if any(isinstance(cause, httpx2.ConnectError | ConnectionError) for cause in causes):
        return errors.NoConnection(
            f"Nothing answers at {host}, port {port}.", hint="Is the server running, and is the port the right one?"
        )
    return _not_the_protocol(causes[0], endpoint)


def _in_the_middle(error: BaseException, causes: list[BaseException], endpoint: Endpoint) -> errors.WriterError:
    if any(isinstance(cause, UnicodeDecodeError) for cause in causes):
        return errors.AnswerBroken("The model's answer has broken characters in it.", hint=_AGAIN)
    if any(isinstance(cause, httpx2.TransportError | ConnectionError) for cause in causes):
        return errors.AnswerCut(_CUT, hint=_AGAIN)
    if isinstance(error, openai.APIError) and not isinstance(error, openai.APIResponseValidationError):
        codes = _codes(error.body)
        if any(code in _FILTERED for code in codes):
            return errors.AnswerRefused(_DECLINED, hint=_REPHRASE)
        return errors.ServerTrouble(
            f"{endpoint.location.host} broke off with an error of its own{_said(error.body)}.", hint="Try again later."
        )
    return _not_the_protocol(causes[0], endpoint)


def _not_the_protocol(cause: BaseException, endpoint: Endpoint) -> errors.WriterError:
    if isinstance(cause, UnicodeDecodeError):
        return errors.AnswerBroken("The model's answer has broken characters in it.", hint=_AGAIN)
    if isinstance(cause, httpx2.TransportError):
        return errors.NoConnection(f"The connection to {endpoint.location.host} broke.", hint=_AGAIN)
    if isinstance(cause, ValueError) and "No generation" in str(cause):
        return errors.AnswerEmpty("The model answered nothing.", hint=_AGAIN)
    kind = "" if isinstance(cause, json.JSONDecodeError) else f" ({type(cause).__name__})"
    return errors.ServerTrouble(
        f"{endpoint.location.host} does not answer as an OpenAI-compatible server does{kind}.",
        hint="Look at POSTWRIGHT_BASE_URL: it usually ends with /v1.",
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it came from, the innermost last; of a group all that is in it."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        current = waiting.pop(0)
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        waiting += [current.__cause__, current.__context__]
        if isinstance(current, BaseExceptionGroup):
            waiting += current.exceptions


def _codes(body: object) -> tuple[str, ...]:
    """Return the codes of an error body that look like codes: never a sentence."""
    found: list[str] = []
    if isinstance(body, Mapping):
        inner = body.get("error")
        for part in (body, inner if isinstance(inner, Mapping) else {}):
            found += [str(part[name]) for name in ("code", "type", "param") if part.get(name)]
        nested = body.get("innererror")
        found += [str(nested["code"])] if isinstance(nested, Mapping) and nested.get("code") else []
    return tuple(dict.fromkeys(code for code in found if _CODE.fullmatch(code)))


def _said(body: object) -> str:
    codes = _codes(body)
    return f", {', '.join(codes)}" if codes else ""


def _retry_after(headers: Any) -> float | None:
    """Return the seconds to wait by Retry-After: a number, or a day and time against the server's own clock."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        given = headers.get(name, "").strip()
        if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", given):
            return float(given) * unit
    try:
        until = email.utils.parsedate_to_datetime(headers.get("retry-after", ""))
        return max((until - email.utils.parsedate_to_datetime(headers.get("date", ""))).total_seconds(), 0.0)
    except (TypeError, ValueError):
        return None


_LENGTH = "The model's answer is longer than it may be."
_SHORTER = "Reword fewer lines at a time."
_DECLINED = "The model declined to answer."
_REPHRASE = "The composed text stands. Look for words in the brief that a filter could take amiss."
_CUT = "The model's answer ended in the middle."
_AGAIN = "Try again."

"""An endpoint and its connection -> langchain's chat model for it. Import this only to call a model: it costs a second.

A refusal, which langchain drops from streams, is kept.
"""

from __future__ import annotations

from typing import Any

import httpx2
from langchain_core.language_models import BaseChatModel
from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import AzureChatOpenAI, ChatOpenAI
from langchain_openai.chat_models.base import BaseChatOpenAI
from pydantic import SecretStr

from postwright.drafting.endpoint import Endpoint

_NO_KEY = SecretStr("none")
"""langchain insists on a key; the connection takes this one off again."""


class _KeepsRefusals(BaseChatOpenAI):
    def _convert_chunk_to_generation_chunk(
        self, chunk: dict[str, Any], default_chunk_class: type, base_generation_info: dict[str, Any] | None
    ) -> ChatGenerationChunk | None:
        made = super()._convert_chunk_to_generation_chunk(chunk, default_chunk_class, base_generation_info)
        deltas = [choice.get("delta") or {} for choice in chunk.get("choices") or ()]
        if made is not None and any(delta.get("refusal") for delta in deltas):
            made.message.additional_kwargs["refusal"] = True
        return made


class _OpenAI(_KeepsRefusals, ChatOpenAI):
    pass


class _Azure(_KeepsRefusals, AzureChatOpenAI):
    pass


def chat_model(endpoint: Endpoint, client: httpx2.AsyncClient, *, usage: bool) -> BaseChatModel:
    """Return the model; `usage` asks the server to count tokens while it streams."""
    shared: dict[str, Any] = {
        "api_key": endpoint.key or _NO_KEY,
        "http_async_client": client,
        "openai_proxy": None,  # the connection knows the way
        "max_retries": 0,
        "stream_usage": usage,
        "stream_chunk_timeout": None,
        "cache": False,
    }
    if endpoint.provider == "azure":
        return _Azure(
            azure_endpoint=endpoint.location.url,
            azure_deployment=endpoint.model,
            api_version=endpoint.api_version,
            **shared,
        )
    return _OpenAI(model=endpoint.model, base_url=endpoint.location.url, use_responses_api=False, **shared)

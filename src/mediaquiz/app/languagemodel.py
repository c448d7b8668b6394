"""A language model of the user's choice, through the ``llm`` library and its plug-ins (extra ``llm``).

Keys, providers and addresses are ``llm``'s business; nothing of them is read or kept here.
"""

from dataclasses import dataclass
from typing import Any

from mediaquiz.errors import MediaquizError, NotFound
from mediaquiz.store.replies import Replies, Reply, key_of

_SHOWN = 8
_LETTERS_PER_TOKEN = 4
"""A rough measure for English; other languages take more tokens."""


@dataclass(slots=True)
class Model:
    """One model. ``where`` says who gets what is sent, as far as the plug-in tells."""

    name: str
    where: str
    with_schema: bool
    handle: Any

    def ask(self, prompt: str, schema: dict[str, Any]) -> Reply:
        """Send a prompt and wait for the whole reply. Raises MediaquizError when none comes."""
        told = {"schema": schema} if self.with_schema else {}
        try:
            response = self.handle.prompt(prompt, stream=False, **told)
            text = response.text()
            usage = response.usage()
        except Exception as why:  # whatever a plug-in, or the network behind it, raises
            message = f"{self.name} did not answer: {type(why).__name__}: {why}".rstrip(": ")
            hint = "Replies that came are kept; run the command again and it goes on from there."
            raise MediaquizError(message, hint=hint) from why
        return Reply(text, usage.input or 0, usage.output or 0)


def open_model(name: str) -> Model:
    """The model of this name or alias. Raises MediaquizError when ``llm`` is missing, NotFound for an unknown name."""
    try:
        import llm
    except ImportError:
        raise MediaquizError(
            "language models need the llm library", hint="Install it: pip install 'mediaquiz[llm]'"
        ) from None
    try:
        handle = llm.get_model(name)
    except llm.UnknownModelError:
        known = [model.model_id for model in llm.get_models()]
        shown = ", ".join(known[:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
        hint = f"Models here: {shown or 'none'}. See `llm models`; plug-ins bring more: llm.datasette.io"
        raise NotFound(f"llm knows no model {name!r}", hint=hint) from None
    return Model(handle.model_id, _where(handle), bool(handle.supports_schema), handle)


def _where(handle: Any) -> str:
    """The address or else the plug-in that the model goes through."""
    address = getattr(handle, "api_base", None)
    return str(address or f"the plug-in {type(handle).__module__.partition('.')[0]}")


def tokens(text: str) -> int:
    """About how many tokens a text is."""
    return len(text) // _LETTERS_PER_TOKEN + 1


@dataclass(slots=True)
class Desk:
    """A model and the replies that are kept: nothing is paid for twice. Counts what went over."""

    model: Model
    replies: Replies
    asked: int = 0
    known: int = 0
    sent: int = 0
    received: int = 0

    def knows(self, prompt: str) -> bool:
        """Whether the reply to a prompt is here already."""
        return self.replies.get(key_of(self.model.name, prompt)) is not None

    def ask(self, prompt: str, schema: dict[str, Any]) -> str:
        """The model's reply, from before or now. Raises MediaquizError when none comes."""
        key = key_of(self.model.name, prompt)
        reply = self.replies.get(key)
        if reply is not None:
            self.known += 1
            return reply.text
        reply = self.model.ask(prompt, schema)
        self.replies.keep(key, reply)
        self.asked += 1
        self.sent += reply.sent or tokens(prompt)
        self.received += reply.received or tokens(reply.text)
        return reply.text

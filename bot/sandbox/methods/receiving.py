"""getUpdates, setWebhook, deleteWebhook and getWebhookInfo."""

import re
from urllib.parse import urlsplit

from bot.sandbox.parameters import JsonObject, Parameters
from bot.sandbox.refusals import bad_request, conflict
from bot.sandbox.sandbox import Sandbox, WebhookSettings

LONGEST_POLL_SECONDS = 50.0
PRIVATE_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})

_secret = re.compile(r"[A-Za-z0-9_-]{0,256}")


async def get_updates(sandbox: Sandbox, parameters: Parameters) -> list[JsonObject]:
    """Long polling: confirms what is below the offset, then waits for more. Raises ApiRefusal for a second poller."""
    if sandbox.webhook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    allowed = parameters.json_list("allowed_updates")
    if allowed is not None:
        sandbox.updates.allow([str(kind) for kind in allowed])
    sandbox.updates.confirm(parameters.integer("offset"))
    seconds = min(max(float(parameters.integer("timeout")), 0.0), LONGEST_POLL_SECONDS)
    sandbox.events.tell("poll")
    due = await sandbox.updates.poll(parameters.integer("limit", 100), seconds)
    return [update.as_json() for update in due]


def set_webhook(sandbox: Sandbox, parameters: Parameters) -> bool:
    """From now on updates are pushed; an empty address ends that. Plain HTTP only to this machine."""
    url = parameters.text("url")
    if parameters.flag("drop_pending_updates"):
        sandbox.updates.drop_all()
    allowed = parameters.json_list("allowed_updates")
    if allowed is not None:
        sandbox.updates.allow([str(kind) for kind in allowed])
    secret = parameters.text("secret_token")
    if not _secret.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if url:
        _check_address(url)
    sandbox.webhook = WebhookSettings(url, secret, parameters.integer("max_connections", 40))
    sandbox.events.tell("webhook")
    return True


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    is_local = parts.scheme == "http" and parts.hostname in PRIVATE_HOSTS
    if parts.scheme != "https" and not is_local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not parts.hostname:
        raise bad_request("bad webhook: invalid URL")


def delete_webhook(sandbox: Sandbox, parameters: Parameters) -> bool:
    """Back to long polling."""
    if parameters.flag("drop_pending_updates"):
        sandbox.updates.drop_all()
    sandbox.webhook = WebhookSettings()
    sandbox.events.tell("webhook")
    return True


def get_webhook_info(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """The webhook and how many updates wait."""
    webhook = sandbox.webhook
    body: JsonObject = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(sandbox.updates.waiting),
        "allowed_updates": sorted(sandbox.updates.allowed),
    }
    if webhook.url:
        body |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
    if webhook.last_error:
        body |= {"last_error_date": webhook.last_error_at, "last_error_message": webhook.last_error}
    return body

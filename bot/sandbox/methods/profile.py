"""getMe, command menus, and the bot's name and descriptions."""

from bot.sandbox.parameters import JsonObject, Parameters
from bot.sandbox.sandbox import Sandbox


def get_me(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """The bot itself."""
    return sandbox.world.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not sandbox.world.privacy_mode,
        "supports_inline_queries": True,
        "supports_guest_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def accept(sandbox: Sandbox, parameters: Parameters) -> bool:
    """A call whose only effect is on Telegram's own screens: taken, and to be seen in the log."""
    return True


def set_my_commands(sandbox: Sandbox, parameters: Parameters) -> bool:
    """Replaces the menu of one scope and language."""
    commands = parameters.json_list("commands") or []
    sandbox.menus.set_commands(parameters.json_object("scope"), parameters.text("language_code"), commands)
    sandbox.events.tell("menu")
    return True


def get_my_commands(sandbox: Sandbox, parameters: Parameters) -> list[JsonObject]:
    """The menu of just this scope and language."""
    return sandbox.menus.exact(parameters.json_object("scope"), parameters.text("language_code"))


def delete_my_commands(sandbox: Sandbox, parameters: Parameters) -> bool:
    """Takes the menu of one scope and language away."""
    sandbox.menus.set_commands(parameters.json_object("scope"), parameters.text("language_code"), [])
    sandbox.events.tell("menu")
    return True


def set_my_name(sandbox: Sandbox, parameters: Parameters) -> bool:
    """The name over the chat."""
    sandbox.menus.set_text("name", parameters.text("language_code"), parameters.text("name"))
    return True


def get_my_name(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """The name in one language."""
    name = sandbox.menus.text("name", parameters.text("language_code"))
    return {"name": name or sandbox.world.bot.first_name}


def set_my_description(sandbox: Sandbox, parameters: Parameters) -> bool:
    """What an empty chat shows."""
    sandbox.menus.set_text("description", parameters.text("language_code"), parameters.text("description"))
    return True


def get_my_description(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """What an empty chat shows, in one language."""
    return {"description": sandbox.menus.text("description", parameters.text("language_code"))}


def set_my_short_description(sandbox: Sandbox, parameters: Parameters) -> bool:
    """What the profile page shows."""
    text = parameters.text("short_description")
    sandbox.menus.set_text("short_description", parameters.text("language_code"), text)
    return True


def get_my_short_description(sandbox: Sandbox, parameters: Parameters) -> JsonObject:
    """What the profile page shows, in one language."""
    return {"short_description": sandbox.menus.text("short_description", parameters.text("language_code"))}

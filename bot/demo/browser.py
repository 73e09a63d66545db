"""Opens the demo's page in the person's browser, where there is one."""

import webbrowser


def open_page(address: str) -> bool:
    """Whether a browser was told to open the page. A browser that would live in this terminal is left alone."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if type(browser) is webbrowser.GenericBrowser:
        return False
    return browser.open(address)

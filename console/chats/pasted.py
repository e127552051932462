"""Messages that somebody copied out of WhatsApp instead of exporting them.

``[14:28, 25-1-2018] Naam: ...`` from WhatsApp Web, and ``[5/2, 16:08] Naam: ...`` from a selection on the phone, which
has no year. What Dutch reports quote has the header of an export and is read as one.
"""

from typing import Final

from console.chats.whatsapp import WhatsApp


class WebCopy(WhatsApp):
    """Copied from WhatsApp Web: the time stands before the date."""

    key = "whatsapp-web"
    form = "web_copy"


class PhoneCopy(WhatsApp):
    """A selection copied on the phone: no year, so a person must say."""

    key = "whatsapp-copy"
    form = "phone_copy"


WEB_COPY: Final = WebCopy()
PHONE_COPY: Final = PhoneCopy()

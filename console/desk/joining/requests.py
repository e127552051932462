"""The page Aanmeldingen: who asks to join, over all groups. Each call is one transaction, but for ``put``."""

from console.desk.joining.incoming import Incoming, Put, put

__all__ = ["Incoming", "Put", "put"]

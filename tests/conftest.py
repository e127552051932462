"""No test draws on a real screen or touches the settings, logs and data of who runs it."""

import os
import tempfile

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before the first import of Qt
os.environ.pop("QT_QPA_PLATFORMTHEME", None)

_HOME = tempfile.TemporaryDirectory(prefix="beheerconsole-tests-", ignore_cleanup_errors=True)
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = os.path.join(_HOME.name, _name.lower())  # noqa: PTH118
